/** The words above a plan: whose turn it is, and what is new. */

export const noticeWords = {
  unsharedTitle: { en: 'Only our office knows of this plan', zh: '目前仅我方知晓此方案' },
  unsharedText: {
    en: (who: string) =>
      `When you share it, ${who} gets date and running order, and our hall, guests and speakers. It then adds its own part. From then on every change you save crosses at once.`,
    zh: (who: string) =>
      `共享后，${who}将收到时间、议程以及我方会场、嘉宾和发言人，并补充对方部分。此后您保存的每次更改都会立即送达。`,
  },
  share: { en: (who: string) => `Share with ${who}`, zh: (who: string) => `与${who}共享` },
  preparedTitle: { en: 'Our part is prepared, but nobody else has seen it', zh: '我方部分已预填，尚未共享' },
  preparedText: {
    en: 'Our people from the register stand in it, in order of rank. Look it over; saving shares it.',
    zh: '已按级别填入登记在册的我方人员。请核对，保存后即共享。',
  },
  prepare: { en: 'Look over our part', zh: '核对我方部分' },
  confirmTitle: { en: 'To confirm: the plan as it stands', zh: '请确认当前方案' },
  confirmText: {
    en: (who: string) =>
      `Once ${who} has confirmed the same plan, it stands. If date or running order change, both confirm again.`,
    zh: (who: string) => `${who}确认同一方案后即告确定。如时间或议程更改，须由双方重新确认。`,
  },
  theyConfirmed: {
    en: (who: string) => `${who} has confirmed this plan.`,
    zh: (who: string) => `${who}已确认此方案。`,
  },
  confirm: { en: 'Confirm this plan', zh: '确认此方案' },
  waitTitle: { en: (who: string) => `Waiting for ${who} to confirm`, zh: (who: string) => `等待${who}确认` },
  waitText: { en: 'We have confirmed the plan as it stands.', zh: '我方已确认当前方案。' },
  bothTitle: { en: 'Both sides have confirmed this plan', zh: '双方已确认此方案' },
  asksTitle: { en: (who: string) => `${who} asks for a change`, zh: (who: string) => `${who}请求更改` },
  weAskTitle: { en: 'We have asked for a change', zh: '我方已请求更改' },
  newsTitle: {
    en: (who: string) => `New from ${who} since we last worked on this`,
    zh: (who: string) => `${who}的最新动态`,
  },
  postponedTitle: { en: 'Postponed', zh: '已延期' },
  postponedText: { en: 'A new date plans it again.', zh: '另定日期后恢复筹备。' },
  cancelledTitle: { en: 'Cancelled', zh: '已取消' },
  liveTitle: { en: 'Live now', zh: '正在进行' },
  heldTitle: { en: 'The ceremony was held', zh: '典礼已举行' },
  rehearsalTitle: { en: 'Rehearsal: a copy on which nothing counts', zh: '彩排副本：一切操作均不作数' },
  rehearsalText: {
    en: 'Stage, console and captions work as on the day. Nobody signs, nothing is public, nothing is kept for the minutes.',
    zh: '大屏、控制台和字幕与正式典礼相同。不产生签署，不对外公开，不计入纪要。',
  },
  original: { en: 'The plan itself', zh: '查看正式方案' },
  waitingTitle: { en: (who: string) => `Not yet arrived at ${who}`, zh: (who: string) => `尚未送达${who}` },
  waitingText: {
    en: (count: number) => (count === 1 ? 'One change waits, since' : `${count} changes wait, since`),
    zh: (count: number) => `有${count}项更改等待送达，始于`,
  },
  waitingNext: { en: 'It is sent again by itself.', zh: '系统将自动重发。' },
}
