/** What happened to an agreement, as its history tells it. */
import type { Language, Phrase } from '#src/platform/i18n/words.ts'
import { startedWords } from './chain-words.ts'
import { fieldsWords } from './field-words.ts'
import { becauseWords } from './state-words.ts'
import type { Succession } from './text.ts'

/** The journal's detail of one act. */
export type Detail = Record<string, unknown>

const version = (d: Detail) => Number(d.version ?? 0)
const fields = (d: Detail, language: Language) =>
  fieldsWords(Array.isArray(d.fields) ? d.fields.map(String) : [], language)
const because = (d: Detail, language: Language) =>
  Object.hasOwn(becauseWords, String(d.because)) ? becauseWords[d.because as keyof typeof becauseWords][language] : ''

export const agreementJournalWords = {
  'agreement.started': { en: 'started the agreement', zh: '发起协议' },
  'agreement.successor_started': {
    en: (d: Detail) => `started ${startedWords[d.how as Succession]?.en ?? 'a change'}`,
    zh: (d: Detail) => `发起${startedWords[d.how as Succession]?.zh ?? '变更'}`,
  },
  'agreement.edited': {
    en: (d: Detail) => `saved our draft: ${fields(d, 'en') || 'nothing changed'}`,
    zh: (d: Detail) => `保存我方草稿：${fields(d, 'zh') || '无改动'}`,
  },
  'agreement.sent': {
    en: (d: Detail) =>
      `sent version ${version(d)}${d.withdrewFreeze ? '; the proposal to freeze was withdrawn by it' : ''}`,
    zh: (d: Detail) => `发出第${version(d)}版${d.withdrewFreeze ? '，原定稿提议随之撤回' : ''}`,
  },
  'agreement.received': {
    en: (d: Detail) => `sent us version ${version(d)}`,
    zh: (d: Detail) => `发来第${version(d)}版`,
  },
  'agreement.commented': { en: 'commented', zh: '提出意见' },
  'agreement.commented_internally': { en: 'commented internally', zh: '提出内部意见' },
  'agreement.labelled': { en: 'changed what our side calls it', zh: '修改我方所用名称' },
  'agreement.signatory_assigned': {
    en: (d: Detail) => `named ${d.signatory} as the account that signs`,
    zh: (d: Detail) => `指定${d.signatory}为签署账户`,
  },
  'agreement.freeze_proposed': {
    en: (d: Detail) => `proposed to freeze version ${version(d)}`,
    zh: (d: Detail) => `提议将第${version(d)}版定稿`,
  },
  'agreement.freeze_received': {
    en: (d: Detail) =>
      d.outcome === 'copies_differ'
        ? `proposed to freeze version ${version(d)}; refused, the copies differ in ${fields(d, 'en')}`
        : `proposed to freeze version ${version(d)}`,
    zh: (d: Detail) =>
      d.outcome === 'copies_differ'
        ? `提议将第${version(d)}版定稿；双方文本不一致（${fields(d, 'zh')}），未予接受`
        : `提议将第${version(d)}版定稿`,
  },
  'agreement.freeze_refused': {
    en: (d: Detail) => `their node refused to freeze: the copies differ in ${fields(d, 'en')}`,
    zh: (d: Detail) => `对方节点未接受定稿：双方文本不一致（${fields(d, 'zh')}）`,
  },
  'agreement.documents_differ': {
    en: 'their typesetter draws another document; ours was sent for comparison',
    zh: '对方排版生成的文件不同，已发送我方文件供比较',
  },
  'agreement.document_refused': {
    en: 'sent a document that is not made of the same text: its signature fields, or what it says of itself, differ',
    zh: '发来的文件并非由同一文本生成：其签名域或自述信息不同',
  },
  'agreement.document_accepted': { en: 'accepted the partner’s document', zh: '接受合作方的文件' },
  'agreement.frozen': {
    en: (d: Detail) => `version ${version(d)} is frozen`,
    zh: (d: Detail) => `第${version(d)}版定稿`,
  },
  'agreement.reopened': {
    en: (d: Detail) => `reopened the text: ${d.reason}`,
    zh: (d: Detail) => `重新开放文本：${d.reason}`,
  },
  'agreement.approved': {
    en: (d: Detail) => `approved${d.instead ? ` in the place of ${d.instead}` : ''}`,
    zh: (d: Detail) => (d.instead ? `代${d.instead}批准` : '批准'),
  },
  'agreement.rejected': {
    en: (d: Detail) => `did not approve${d.instead ? ` (in the place of ${d.instead})` : ''}: ${d.reason}`,
    zh: (d: Detail) => `${d.instead ? `代${d.instead}审批，` : ''}未予批准：${d.reason}`,
  },
  'agreement.classed': { en: 'said what kind of agreement it is', zh: '确定协议类别' },
  'agreement.approved_by_partner': { en: 'approved on their side', zh: '对方完成审批' },
  'agreement.approved_by_both': { en: 'both sides have approved', zh: '双方均已批准' },
  'agreement.approvals_cleared': {
    en: (d: Detail) => `approvals were cleared because ${because(d, 'en')}`,
    zh: (d: Detail) => `审批失效，原因：${because(d, 'zh')}`,
  },
  'agreement.passkeys_changed': { en: 'a signatory’s passkeys changed', zh: '签署人的通行密钥发生变更' },
  'agreement.publicity_decided': {
    en: 'it was decided what the public may know of the agreement',
    zh: '确定了协议的公开范围',
  },
  'agreement.give_notice': {
    en: (d: Detail) => `gave notice to end the agreement: ${d.reason}`,
    zh: (d: Detail) => `发出终止通知：${d.reason}`,
  },
  'agreement.propose_end': {
    en: (d: Detail) => `proposed to end the agreement together: ${d.reason}`,
    zh: (d: Detail) => `提议共同终止协议：${d.reason}`,
  },
  'agreement.agree_end': { en: 'agreed to end the agreement', zh: '同意终止协议' },
  'agreement.withdraw': { en: 'wants the termination taken back', zh: '希望撤回终止' },
  'agreement.termination_withdrawn': { en: 'the termination is taken back by both', zh: '双方撤回终止' },
  'agreement.termination_refused': {
    en: 'their node did not accept what was said about ending the agreement',
    zh: '对方节点未接受有关终止的表示',
  },
  'agreement.ended': { en: 'the agreement is terminated', zh: '协议终止' },
  'agreement.signed': {
    en: 'all have signed; it takes effect once both logs hold that',
    zh: '签名齐备；双方日志均记载后生效',
  },
  'agreement.concluded': { en: 'the agreement is concluded', zh: '协议签署完成' },
} satisfies Record<string, Phrase<string | ((d: Detail) => string)>>
