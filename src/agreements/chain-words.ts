/** The words for agreements that follow one another. */
import type { Phrase } from '#src/platform/i18n/words.ts'
import type { Succession } from './text.ts'

export const howWords: Record<Succession, Phrase> = {
  amendment: { en: 'amendment', zh: '修订' },
  extension: { en: 'extension', zh: '延期' },
  renewal: { en: 'renewal', zh: '续签' },
}

/** What an officer started, as the history tells it. */
export const startedWords: Record<Succession, Phrase> = {
  amendment: { en: 'an amendment', zh: '修订' },
  extension: { en: 'an extension', zh: '延期' },
  renewal: { en: 'a renewal', zh: '续签' },
}

/** What each is for, where an officer chooses. */
export const howHints: Record<Succession, Phrase> = {
  amendment: {
    en: 'Changes clauses; the whole text is signed anew and read in its place.',
    zh: '修改条款；全文重新签署并取代原文本。',
  },
  extension: { en: 'Names a new end; the clauses stay as they are.', zh: '约定新的终止日期，条款不变。' },
  renewal: {
    en: 'A new agreement that takes its place from its own effect on.',
    zh: '签订新协议，自其生效之日起取代原协议。',
  },
}

export const chainWords = {
  title: { en: 'What is in force', zh: '现行有效文本' },
  inForceNow: { en: 'Read what is in force now', zh: '查看现行有效文本' },
  root: { en: 'Agreement', zh: '协议' },
  inForce: { en: 'in force', zh: '现行有效' },
  superseded: { en: 'read in its later form', zh: '已被后续文本取代' },
  underWay: { en: 'under way', zh: '办理中' },
  renews: { en: 'Renews', zh: '续签自' },
  renewedBy: { en: 'Renewed by', zh: '已由此协议续签' },
  start: { en: 'Amend, extend or renew', zh: '修订、延期或续签' },
  startTitle: { en: 'Start what follows this agreement', zh: '发起后续协议' },
  startText: {
    en: 'You get a draft of the whole text in force. It goes the same way: negotiated, frozen, approved and signed. What is in force stays so until both have concluded the change.',
    zh: '将以现行有效全文建立草稿，经磋商、定稿、审批和签署后生效。在双方完成签署之前，现行文本继续有效。',
  },
  how: { en: 'Which', zh: '类型' },
  startDo: { en: 'Start the draft', zh: '建立草稿' },
  sinceInForce: { en: 'compared with what is in force', zh: '与现行有效文本相比' },
  inForceName: { en: 'In force', zh: '现行有效' },
  notConcluded: { en: 'Nothing is in force yet', zh: '尚无有效文本' },
  notConcludedText: {
    en: 'The agreement is still on its way to signature. Its present text is on its page.',
    zh: '协议仍在签署进程中，当前文本见协议页面。',
  },
  readTitle: { en: 'In force now', zh: '现行有效' },
  readNote: {
    en: 'The agreement as it reads with every concluded change. Beside each clause stands what last changed it.',
    zh: '本页为纳入全部已签署变更后的协议全文，各条款旁注明最近一次变更的出处。',
  },
  changedBy: {
    en: (how: string, on: string) => `changed by the ${how} of ${on}`,
    zh: (how: string, on: string) => `经${on}${how}变更`,
  },
  instruments: { en: 'What it consists of', zh: '组成文件' },
  signedOn: { en: 'Concluded', zh: '签署完成' },
  ends: { en: 'Lasts', zh: '有效期' },
  textHash: { en: 'Text hash', zh: '文本哈希' },
}
