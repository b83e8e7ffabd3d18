/** Words to guests, and about them. */
import type { Phrase } from '#src/platform/i18n/words.ts'
import type { RefusalDetails } from '#src/platform/refusal.ts'
import type { InvitationRefusal } from './invitation.ts'
import type { Change } from './telling.ts'

type OfTitle = Phrase<(title: string) => string>

export const letterWords = {
  invited: { en: (title: string) => `Invitation: ${title}`, zh: (title: string) => `邀请：${title}` } satisfies OfTitle,
  dear: { en: (name: string) => `Dear ${name},`, zh: (name: string) => `尊敬的${name}：` },
  span: {
    en: (from: string, to: string, city: string) => `${from} to ${to} ${city}`,
    zh: (from: string, to: string, city: string) => `${city} ${from}至${to}`,
  },
  pleaseReply: {
    en: 'Please tell us on your own page whether you can come. No account is needed; the attached file puts the date into your calendar.',
    zh: '请在您的专属页面告知能否出席，无需注册账户。附件可将日程加入您的日历。',
  },
  replyAgain: {
    en: 'Please tell us once more whether you can come; your earlier answer was for the earlier date.',
    zh: '烦请再次告知能否出席；您此前的答复是针对原定时间。',
  },
  ownPage: {
    en: 'Your own page, to answer and to join:',
    zh: '您的专属页面（答复及加入会议）：',
  },
}

export const letterDrafts = {
  invitation: {
    en: (title: string, us: string, partner: string) =>
      `It is our honour to invite you to “${title}” of ${us} and ${partner}.`,
    zh: (title: string, us: string, partner: string) => `${us}与${partner}将举行“${title}”，诚邀您拨冗出席。`,
  },
  thanks: {
    en: (title: string, us: string) =>
      `${us} thanks you for taking part in “${title}”. Your presence gave the occasion its weight, and we look forward to what follows from it.`,
    zh: (title: string, us: string) =>
      `感谢您出席“${title}”。您的莅临使活动倍添光彩，${us}期待与您继续携手，推进后续合作。`,
  },
}

/** What is said of each change. */
export const changeLines: Record<Exclude<Change, 'none'>, { subject: OfTitle; line: Phrase }> = {
  details: {
    subject: { en: (t) => `Changed: ${t}`, zh: (t) => `更新：${t}` },
    line: {
      en: 'Place or title of the ceremony have changed. The date stands, and so does your answer. It is now:',
      zh: '典礼的地点或名称有更新，时间不变，您的答复仍然有效。最新信息如下：',
    },
  },
  time: {
    subject: { en: (t) => `New time: ${t}`, zh: (t) => `时间变更：${t}` },
    line: { en: 'The time of the ceremony has changed. It is now:', zh: '典礼时间有变更。最新信息如下：' },
  },
  again: {
    subject: { en: (t) => `New date: ${t}`, zh: (t) => `新日期：${t}` },
    line: { en: 'The ceremony that was postponed has a new date:', zh: '此前延期的典礼已确定新日期：' },
  },
  postponed: {
    subject: { en: (t) => `Postponed: ${t}`, zh: (t) => `延期：${t}` },
    line: {
      en: 'The ceremony is postponed. We are sorry for the trouble, and shall write again once the new date is known. The attached file takes the old date out of your calendar.',
      zh: '典礼延期举行，由此带来的不便谨致歉意。新日期确定后将另行函告。附件可将原日程从您的日历中移除。',
    },
  },
  cancelled: {
    subject: { en: (t) => `Cancelled: ${t}`, zh: (t) => `取消：${t}` },
    line: {
      en: 'The ceremony will not take place. We are sorry for the trouble. The attached file takes the date out of your calendar.',
      zh: '典礼不再举行，由此带来的不便谨致歉意。附件可将日程从您的日历中移除。',
    },
  },
  removed: {
    subject: { en: (t) => `Invitation withdrawn: ${t}`, zh: (t) => `邀请撤回：${t}` },
    line: {
      en: 'The list of guests has changed, and we have to withdraw our invitation. We ask you to excuse it. The attached file takes the date out of your calendar.',
      zh: '因嘉宾名单调整，我们不得不撤回此次邀请，敬请谅解。附件可将日程从您的日历中移除。',
    },
  },
}

export const invitationRefusalWords: Record<InvitationRefusal, Phrase<string | ((d: RefusalDetails) => string)>> = {
  nobody_to_invite: {
    en: 'Everyone with an address has been invited already. Nothing was sent twice. Give the others an address under “Our hall, guests and speakers”.',
    zh: '有邮箱的嘉宾均已受邀，未重复发送。可在“我方会场、嘉宾与发言人”中为其他嘉宾填写邮箱。',
  },
  invitation_unknown: {
    en: 'This link belongs to no invitation. Perhaps a newer one was sent to you; please use that.',
    zh: '该链接没有对应的邀请。如您收到了更新的邀请函，请使用其中的链接。',
  },
  invitation_over: {
    en: 'This invitation can no longer be answered: the ceremony is over, or was called off.',
    zh: '该邀请已无法答复：典礼已结束或已取消。',
  },
  answer_missing: { en: 'Please say whether you will come.', zh: '请告知能否出席。' },
  letter_missing: { en: 'The letter needs words in both languages.', zh: '信函须包含两种语言的内容。' },
  letter_changed_meanwhile: {
    en: 'A colleague has changed this letter meanwhile. Both are below: take over what you need and save again.',
    zh: '同事在此期间修改了此信函。两份内容均在下方，请合并后重新保存。',
  },
  remark_too_long: { en: 'Please keep the remark under 1,000 characters.', zh: '备注请勿超过1000字。' },
  rehearsal_invites_nobody: {
    en: 'This is a rehearsal: nobody is invited to it. Invite from the plan itself.',
    zh: '这是彩排副本，不能发送邀请。请从正式方案发出邀请。',
  },
}
