/** The words of reminders, and of choosing how to be reminded. */
import type { Phrase } from '#src/platform/i18n/words.ts'
import type { ReminderWay } from './reminder.ts'

export const contactWords = (partner: Phrase, theirs: boolean): { subject: Phrase; text: Phrase } => ({
  subject: { en: `Contact needed: ${partner.en}`, zh: `需要新的联系人：${partner.zh}` },
  text: {
    en: `Nobody leads the partnership with ${partner.en} on ${theirs ? 'their' : 'our'} side any more.\n\nName a new lead; this reminder then ends.`,
    zh: `与${partner.zh}的合作目前没有${theirs ? '对方' : '我方'}负责人。\n\n请指定新的负责人，提醒随即停止。`,
  },
})

export const approvalWords = (title: Phrase, days: number): { subject: Phrase; text: Phrase } => ({
  subject: {
    en: `Waits for your approval: ${title.en || title.zh}`,
    zh: `待您审批：${title.zh || title.en}`,
  },
  text: {
    en: `The frozen text of “${title.en || title.zh}” has waited for your approval for ${days} days or more.\n\nApprove it, or tell the officer what must change.`,
    zh: `“${title.zh || title.en}”的定稿已等待您审批 ${days} 天以上。\n\n请审批，或告知专员需要修改之处。`,
  },
})

interface Letter {
  subject: Phrase
  text: Phrase
  path: string
}

/** Several reminders in one letter, each with its address on the page that lists them. */
export const digestWords = (letters: Letter[]): Letter => ({
  subject: { en: `${letters.length} reminders`, zh: `${letters.length} 项提醒` },
  text: {
    en: letters.map(({ subject }) => `• ${subject.en}`).join('\n\n'),
    zh: letters.map(({ subject }) => `• ${subject.zh}`).join('\n\n'),
  },
  path: '/account/reminders',
})

export const deskJournalWords = {
  'reminder.sent': { en: 'reminded', zh: '发送提醒' },
  'reminders.chosen': { en: 'chose how to be reminded', zh: '选择提醒方式' },
  'calendar.opened': { en: 'made an address for a personal calendar', zh: '生成个人日历地址' },
  'calendar.closed': { en: 'took the address of the personal calendar back', zh: '停用个人日历地址' },
}

export const wayWords: Record<ReminderWay, { label: Phrase; hint: Phrase }> = {
  at_once: {
    label: { en: 'Each by itself, as it comes up', zh: '逐项提醒，到期即发' },
    hint: { en: 'From eight in the morning.', zh: '每天上午八点起。' },
  },
  daily: {
    label: { en: 'One letter a morning', zh: '每天上午汇总为一封' },
    hint: { en: 'Only where there is something new.', zh: '有新事项时才发送。' },
  },
  weekly: {
    label: { en: 'One letter a week', zh: '每周汇总为一封' },
    hint: { en: 'On Monday morning.', zh: '周一上午发送。' },
  },
}

export const reminderPageWords = {
  title: { en: 'Reminders', zh: '提醒' },
  account: { en: 'Your account', zh: '我的账户' },
  now: { en: 'To be kept in mind today', zh: '今日提醒' },
  none: { en: 'Nothing is due', zh: '目前没有提醒' },
  noneText: {
    en: 'Ends, reviews and notice of the agreements you look after, due diligence that ends, contacts that are missing, partnerships dormant by their record and approvals that wait come up here.',
    zh: '您负责的协议的到期、评估、通知期限，尽职调查到期、缺少联系人、据记录已休眠的合作，以及待审批的事项会显示在此。',
  },
  letters: { en: 'Letters', zh: '邮件提醒' },
  how: { en: 'How you are told', zh: '提醒方式' },
  zone: { en: 'Your time zone', zh: '您的时区' },
  house: { en: (zone: string) => `The university’s own (${zone})`, zh: (zone: string) => `学校所在时区（${zone}）` },
  save: { en: 'Save', zh: '保存' },
  saved: { en: 'Saved.', zh: '已保存。' },
  calendar: { en: 'In your own calendar', zh: '个人日历' },
  calendarText: {
    en: 'Subscribe to this address in your calendar program: the dates of the agreements you look after, and for officers the last days of due diligence. Whoever has the address can read it; take it back if it got out.',
    zh: '在日历程序中订阅此地址，即可看到您负责的协议日期；专员还可看到尽职调查的到期日。任何人得到该地址都可读取；如已泄露，请停用。',
  },
  copy: { en: 'Copy', zh: '复制' },
  copied: { en: 'Copied', zh: '已复制' },
  address: { en: 'Address of your calendar', zh: '日历地址' },
  noCalendar: { en: 'There is no address yet.', zh: '尚未生成地址。' },
  make: { en: 'Make an address', zh: '生成地址' },
  again: { en: 'Make a new one', zh: '重新生成' },
  take: { en: 'Take it back', zh: '停用' },
  ends: { en: (title: string) => `Ends: ${title}`, zh: (title: string) => `到期：${title}` },
  review: { en: (title: string) => `Review: ${title}`, zh: (title: string) => `评估：${title}` },
  notice: { en: (title: string) => `Notice by: ${title}`, zh: (title: string) => `通知期限：${title}` },
  answerEnds: {
    en: (partner: string) => `Due diligence ends: ${partner}`,
    zh: (partner: string) => `尽职调查到期：${partner}`,
  },
  feedName: { en: (house: string) => `${house}: agreements`, zh: (house: string) => `${house}：协议日期` },
}
