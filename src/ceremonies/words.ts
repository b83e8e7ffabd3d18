/** The words of the ceremonies area: the register and the beginning of a plan here, the rest by subject beside it. */
export { ceremonyJournalWords } from './journal-words.ts'
export { ceremonyRefusalWords } from './refusal-words.ts'
export { kindWords, stateWords } from './value-words.ts'

export const registerWords = {
  title: { en: 'Ceremonies', zh: '典礼' },
  start: { en: 'Plan a ceremony', zh: '筹备典礼' },
  upcoming: { en: 'To come', zh: '即将举行' },
  past: { en: 'Held', zh: '已举行' },
  off: { en: 'Postponed or cancelled', zh: '延期或取消' },
  ceremony: { en: 'Ceremony', zh: '典礼' },
  partner: { en: 'Partner', zh: '合作方' },
  when: { en: 'Begins', zh: '开始时间' },
  began: { en: 'Began', zh: '开始时间' },
  state: { en: 'State', zh: '状态' },
  emptyTitle: { en: 'No ceremony planned', zh: '尚无典礼' },
  emptyText: {
    en: 'A signing is planned from its agreement; any other occasion from here. Both universities then see one plan, each completing its own part.',
    zh: '签约仪式从协议页面开始筹备，其他活动可在此发起。双方共用一份方案，各自填写己方部分。',
  },
  unshared: { en: 'not shared yet', zh: '尚未共享' },
}

export const newWords = {
  over: { en: 'Ceremonies', zh: '典礼' },
  title: { en: 'Plan a ceremony', zh: '筹备典礼' },
  note: {
    en: 'You get a running order to change as you like. Nothing crosses to the partner before you share it.',
    zh: '将生成一份可自由修改的议程。在您共享之前，合作方不会看到任何内容。',
  },
  partner: { en: 'Partner', zh: '合作方' },
  agreement: { en: 'For the agreement', zh: '所签协议' },
  noAgreement: { en: 'No agreement is signed', zh: '不签署协议' },
  kind: { en: 'Occasion', zh: '活动类型' },
  ceremonyTitle: { en: 'Title', zh: '名称' },
  start: { en: 'Make the plan', zh: '生成方案' },
  noPartnerTitle: { en: 'No partner yet', zh: '尚无合作方' },
  noPartnerText: {
    en: 'An administrator pairs our node with a partner’s under “Nodes”; then a ceremony can be planned together.',
    zh: '由管理员在“节点”页面与合作方节点配对后，即可共同筹备典礼。',
  },
  signingOf: {
    en: (title: string) => `Signing of the ${title}`,
    zh: (title: string) => `${title}签约仪式`,
  },
}

/** Fields that ask for a date and a time on the clocks of our own zone. */
export const whenWords = {
  legend: { en: 'Begins', zh: '开始时间' },
  hint: {
    en: (city: string) => `By the clocks in ${city}.`,
    zh: (city: string) => `按${city}当地时间填写。`,
  },
  shared: {
    en: (ours: string, theirs: string) => `On that day both are at work ${ours} (${theirs}).`,
    zh: (ours: string, theirs: string) => `当日双方共同的工作时间为${ours}（${theirs}）。`,
  },
  span: {
    en: (from: string, to: string, city: string) => `from ${from} to ${to} in ${city}`,
    zh: (from: string, to: string, city: string) => `${city} ${from} 至 ${to}`,
  },
  noneShared: {
    en: 'On that day no hour is a working hour in both places.',
    zh: '当日双方没有共同的工作时间。',
  },
  date: { en: 'Date', zh: '日期' },
  time: { en: 'Time', zh: '时间' },
  which: { en: 'That hour comes twice. Which one?', zh: '该时刻会出现两次，请选择：' },
  earlier: { en: 'The first time', zh: '第一次' },
  later: { en: 'The second time', zh: '第二次' },
}
