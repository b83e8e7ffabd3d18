/** The words of the agreements area: the register and the beginning of an agreement here, the rest by subject beside it. */
export { agreementJournalWords } from './journal-words.ts'
export { mailWords } from './mail-words.ts'
export { agreementRefusalWords } from './refusal-words.ts'
export { becauseWords, stateWords } from './state-words.ts'

export const kindWords = {
  key: { en: 'key agreement', zh: '重点合作伙伴协议' },
  general: { en: 'general agreement', zh: '一般合作协议' },
}

export const registerWords = {
  title: { en: 'Agreements', zh: '协议' },
  proposals: { en: 'Proposals', zh: '建议' },
  procedures: { en: 'Procedures', zh: '规程' },
  clocks: { en: 'How long they take', zh: '用时' },
  start: { en: 'Start an agreement', zh: '发起协议' },
  caption: { en: 'Agreements of this university', zh: '本校协议' },
  agreement: { en: 'Agreement', zh: '协议' },
  partner: { en: 'Partner', zh: '合作方' },
  state: { en: 'State', zh: '状态' },
  turn: { en: 'Whose turn', zh: '由谁处理' },
  version: { en: 'Version', zh: '版本' },
  ourTurn: { en: (days: string) => `ours, ${days}`, zh: (days: string) => `我方，${days}` },
  theirTurn: {
    en: (who: string, days: string) => `${who}, ${days}`,
    zh: (who: string, days: string) => `${who}，${days}`,
  },
  draft: { en: 'draft', zh: '草稿' },
  untitled: { en: 'Without a title', zh: '尚无标题' },
  emptyTitle: { en: 'No agreement yet', zh: '尚无协议' },
  emptyText: {
    en: 'An agreement begins as a draft in both languages. An officer starts it and sends it to the partner’s node.',
    zh: '协议从中英文草稿开始，由国际事务专员发起并发送至合作方节点。',
  },
}

export const newWords = {
  title: { en: 'Start an agreement', zh: '发起协议' },
  note: {
    en: 'You get an empty draft. Nothing crosses to the partner before you send the first version.',
    zh: '将建立一份空白草稿。在您发送第一版之前，合作方不会看到任何内容。',
  },
  partner: { en: 'Partner', zh: '合作方' },
  kind: { en: 'Kind', zh: '类型' },
  key: { en: 'Key agreement', zh: '重点合作伙伴协议' },
  keyHint: {
    en: 'When both have signed, the partner becomes a key partner.',
    zh: '双方签署后，合作方即成为重点合作伙伴。',
  },
  general: { en: 'General agreement', zh: '一般合作协议' },
  generalHint: { en: 'Changes nothing about the tier of the partnership.', zh: '不改变合作伙伴关系的层级。' },
  template: { en: 'Begin from', zh: '起草依据' },
  templateHint: {
    en: 'A template brings its type, its clauses and, unless you give one, its title.',
    zh: '模板带有协议类型和条款；未填写标题时，采用模板的标题。',
  },
  noTemplate: { en: 'an empty text', zh: '空白文本' },
  agreementTitle: { en: 'Title', zh: '标题' },
  start: { en: 'Start the draft', zh: '建立草稿' },
  titleMissing: { en: 'Give a title in at least one language.', zh: '请至少填写一种语言的标题。' },
  noPartnerTitle: { en: 'No partner yet', zh: '尚无合作方' },
  noPartnerText: {
    en: 'An administrator pairs our node with a partner’s under “Nodes”; then an agreement can begin.',
    zh: '由管理员在“节点”页面与合作方节点配对后，即可发起协议。',
  },
}
