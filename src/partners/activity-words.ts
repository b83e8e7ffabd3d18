/** The words of what happened with partners, and of dormant partnerships. */
import type { Phrase } from '#src/platform/i18n/words.ts'
import type { ActivityRefusal, Dormancy, NotedKind } from './activity.ts'
import type { ActivityKind } from './activity-source.ts'

export const notedKindWords: Record<NotedKind, Phrase> = {
  visit: { en: 'Visit', zh: '来访或出访' },
  meeting: { en: 'Meeting', zh: '会谈' },
  exchange: { en: 'Exchange of students or staff', zh: '师生交流' },
  teaching: { en: 'Teaching together', zh: '合作教学' },
  research: { en: 'Research together', zh: '合作研究' },
  event: { en: 'Event held together', zh: '共同举办的活动' },
  other: { en: 'Something else', zh: '其他' },
}

const named = (words: Phrase): ActivityKind => ({ words, path: null })

/** Kinds of this area's own records. */
export const ownActivityKinds: Record<string, ActivityKind> = {
  ...Object.fromEntries(Object.entries(notedKindWords).map(([kind, words]) => [kind, named(words)])),
  partnership_step: named({ en: 'The partnership moved on', zh: '合作关系推进' }),
  pairing_step: named({ en: 'Units paired', zh: '单位结对' }),
}

export const activityWords = {
  title: { en: 'What happened', zh: '往来记录' },
  last: { en: 'Last recorded', zh: '最近一次' },
  nothing: { en: 'Nothing is recorded', zh: '无记录' },
  rule: { en: 'Counts as dormant after', zh: '视为休眠的期限' },
  months: {
    en: (n: number) => (n === 1 ? 'one month without a record' : `${n} months without a record`),
    zh: (n: number) => `${n} 个月无记录`,
  },
  setRule: { en: 'Change the rule', zh: '修改期限' },
  ruleMonths: { en: 'Months', zh: '月数' },
  seeAll: { en: 'All that is recorded', zh: '全部记录' },
  years: { en: 'Year by year', zh: '逐年情况' },
  yearsNote: {
    en: 'A gap is a year in which something was done that asks for an agreement, with none in force on any day of it.',
    zh: '空白年度：该年度有应以协议为依据的活动，但全年没有任何有效协议。',
  },
  year: { en: 'Year', zh: '年份' },
  recorded: { en: 'Recorded', zh: '记录数' },
  agreement: { en: 'Agreement in force', zh: '有效协议' },
  inForce: { en: 'yes', zh: '有' },
  notInForce: { en: 'none', zh: '无' },
  gap: { en: 'gap', zh: '空白年度' },
  gaps: { en: 'Years without an agreement', zh: '无协议年度' },
  gapsText: {
    en: (years: string) => `Something was done together, and no agreement was in force: ${years}.`,
    zh: (years: string) => `有合作活动而无有效协议的年度：${years}。`,
  },
  told: { en: 'The latest', zh: '最近记录' },
  day: { en: 'Day', zh: '日期' },
  kind: { en: 'Kind', zh: '类别' },
  what: { en: 'What', zh: '内容' },
  source: { en: 'Source', zh: '出处' },
  sourceHint: { en: 'An address, or a document that can be found.', zh: '网址或可查的文件。' },
  note: { en: 'Note something', zh: '补充记录' },
  noteText: {
    en: 'Agreements, ceremonies, promises kept and stories are here by themselves. Note what no other page holds.',
    zh: '协议、仪式、已履行的承诺和新闻会自动列入。此处补充其他页面没有的内容。',
  },
  open: { en: 'Open', zh: '查看' },
  drop: { en: 'Take it out', zh: '删除' },
  acts: { en: 'Acts', zh: '操作' },
  emptyTitle: { en: 'Nothing is recorded yet', zh: '尚无记录' },
  emptyText: {
    en: 'What you sign, hold and publish together appears here by itself; what came before can be noted.',
    zh: '双方签署、举办和发布的内容会自动出现；此前的往来可手工补充。',
  },
  dormant: { en: 'Dormant by its record', zh: '据记录已休眠' },
  dormantText: {
    en: (months: number) =>
      `Nothing has been recorded for more than ${months} months. Decide whether the partnership is dormant; its state stays as it is.`,
    zh: (months: number) => `已超过 ${months} 个月没有任何记录。请判断该合作是否休眠；合作状态不会因此改变。`,
  },
  confirmed: {
    en: (name: string, day: string) => `${name} found it dormant on ${day}.`,
    zh: (name: string, day: string) => `${name} 于 ${day} 确认其已休眠。`,
  },
  confirm: { en: 'It is dormant', zh: '确认休眠' },
  confirmText: {
    en: 'Marks it for everyone and ends the reminders. The mark goes by itself as soon as something is recorded again.',
    zh: '标注供所有人查看，并停止提醒。一旦有新的记录，标注自动取消。',
  },
  awake: { en: 'It is active', zh: '仍在合作' },
  awakeText: {
    en: 'Say what goes on that no record shows. The count of months begins anew today.',
    zh: '请说明记录之外的合作情况。期限自今日重新计算。',
  },
  reason: { en: 'Reason', zh: '理由' },
  done: { en: 'Recorded.', zh: '已记录。' },
}

export const dormancyWords: Record<Dormancy, Phrase> = {
  none: { en: '', zh: '' },
  proposed: activityWords.dormant,
  confirmed: { en: 'dormant', zh: '已休眠' },
}

export const activityRefusalWords: Record<ActivityRefusal, Phrase> = {
  activity_title_missing: {
    en: 'Please say what happened, in one language at least.',
    zh: '请至少用一种语言说明内容。',
  },
  activity_source_missing: {
    en: 'Please say where this is written: an address, or a document.',
    zh: '请注明出处（网址或文件）。',
  },
  activity_date_wrong: {
    en: 'Please give the day as year-month-day, not later than today.',
    zh: '请按“年-月-日”填写日期，且不晚于今日。',
  },
  activity_gone: { en: 'A colleague took this note out meanwhile.', zh: '该记录已被同事删除。' },
  dormancy_reason_missing: {
    en: 'Please give a reason; it is kept with your name.',
    zh: '请填写理由，理由与姓名将一并保存。',
  },
  not_dormant: {
    en: 'There is nothing to decide: something was recorded meanwhile, or a colleague has decided.',
    zh: '无需判断：其间已有新的记录，或同事已作出判断。',
  },
  dormancy_rule_wrong: { en: 'Please give a number of months from 1 to 120.', zh: '请填写 1 至 120 之间的月数。' },
}

export const activityJournalWords = {
  'partner.activity_noted': { en: 'noted what happened', zh: '补充往来记录' },
  'partner.activity_dropped': { en: 'took a note of what happened out', zh: '删除往来记录' },
  'partner.found_dormant': { en: 'found the partnership dormant', zh: '确认合作已休眠' },
  'partner.found_awake': { en: 'found the partnership active', zh: '确认合作仍在进行' },
  'partner.dormancy_rule': { en: 'set when it counts as dormant', zh: '设定休眠期限' },
}

/** A reminder that a partnership seems dormant. */
export const dormantWords = (partner: Phrase, months: number): { subject: Phrase; text: Phrase } => ({
  subject: { en: `Dormant by its record: ${partner.en}`, zh: `据记录已休眠：${partner.zh}` },
  text: {
    en: `Nothing has been recorded with ${partner.en} for more than ${months} months.\n\nNote what happened, or decide whether the partnership is dormant; this reminder then ends.`,
    zh: `与${partner.zh}的合作已超过 ${months} 个月没有任何记录。\n\n请补充往来记录，或判断该合作是否休眠，提醒随即停止。`,
  },
})
