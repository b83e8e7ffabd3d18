/** The words of the page of a ceremony. */

export const planWords = {
  minutes: { en: (n: number) => `${n} minutes`, zh: (n: number) => `共${n}分钟` },
  with: { en: 'with', zh: '与' },
  agreement: { en: (title: string) => `for the agreement “${title}”`, zh: (title: string) => `协议：《${title}》` },
  editFrame: { en: 'Date and running order', zh: '时间与议程' },
  editSheet: { en: 'Our hall, guests and speakers', zh: '我方会场、嘉宾与发言人' },
  day: { en: 'On the day', zh: '典礼当日' },
  openStage: { en: 'Open the stage', zh: '打开大屏' },
  console: { en: 'Moderator’s console', zh: '主持控制台' },
  captions: { en: 'Captions', zh: '字幕' },
  speaker: { en: 'Speaker’s view', zh: '发言人视图' },
  publicMay: { en: 'the public may watch', zh: '对公众开放' },
  publicMayNot: { en: 'not public', zh: '不公开' },
}

export const doneWords = {
  shared: { en: 'The plan is shared.', zh: '方案已共享。' },
  saved: { en: 'Saved.', zh: '已保存。' },
  confirmed: { en: 'We have confirmed the plan.', zh: '我方已确认方案。' },
  asked: { en: 'The partner reads what we ask for.', zh: '请求已发送给合作方。' },
  postponed: { en: 'The ceremony is postponed.', zh: '典礼已延期。' },
  cancelled: { en: 'The ceremony is cancelled.', zh: '典礼已取消。' },
  duty_given: { en: 'The duty is given.', zh: '任务已指定。' },
  duty_taken: { en: 'The duty is taken back.', zh: '任务已取消。' },
  rehearsal: { en: 'This is the copy to rehearse on.', zh: '此为彩排副本。' },
  rehearsal_ended: { en: 'The rehearsal is put away.', zh: '彩排已结束。' },
  closed: { en: 'The ceremony is closed.', zh: '典礼已归档。' },
}

export type Done = keyof typeof doneWords
