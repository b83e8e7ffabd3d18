/** The words about ending an agreement before its time. */
import type { Phrase } from '#src/platform/i18n/words.ts'
import type { Side } from './agreement.ts'
import type { TerminationAct, TerminationStanding } from './termination.ts'
import type { Bilingual } from './text.ts'

export const terminationWords = {
  title: { en: 'Ending the agreement', zh: '协议的终止' },
  link: { en: 'End the agreement', zh: '终止协议' },
  rule: { en: 'What the text in force says', zh: '现行文本的规定' },
  noRule: {
    en: 'The text has no field for it; what its clauses say holds. Both can end it together.',
    zh: '文本未设相应字段，以条款为准；可由双方共同终止。',
  },
  none: { en: 'Nothing has been said about ending it.', zh: '双方尚未就终止作出任何表示。' },
  notice: { en: 'Notice of termination', zh: '终止通知' },
  mutual: { en: 'Ending together', zh: '共同终止' },
  by: { en: 'From', zh: '发出方' },
  reason: { en: 'Reason', zh: '原因' },
  given: { en: 'Given', zh: '发出时间' },
  effective: { en: 'Takes effect', zh: '生效时间' },
  consents: { en: 'Consents', zh: '签署意愿' },
  pinned: { en: 'by a passkey pinned with the agreement', zh: '以协议登记的通行密钥确认' },
  otherKey: {
    en: 'by a passkey not pinned with the agreement; that it is theirs is the word of their node',
    zh: '以未随协议登记的通行密钥确认；密钥归属由其节点担保',
  },
  code: { en: 'by a mailed code, the weaker way', zh: '以邮件验证码确认（较弱方式）' },
  unheard: { en: 'not confirmed by the other node yet', zh: '尚未获对方节点确认' },
  giveTitle: { en: 'Give notice', zh: '发出终止通知' },
  giveText: {
    en: (months: number) =>
      `Our side ends the agreement alone. It takes effect ${months === 1 ? 'one month' : `${months} months`} after it is given, and can be taken back only by both.`,
    zh: (months: number) => `由本方单方终止协议，自发出之日起${months}个月后生效，撤回须经双方同意。`,
  },
  giveDo: { en: 'Give notice with my passkey', zh: '以通行密钥发出通知' },
  proposeTitle: { en: 'Propose to end it together', zh: '提议共同终止' },
  proposeText: {
    en: 'Takes effect at the end of the day named, once a signatory of the other side has agreed. Not agreed to by then, it lapses.',
    zh: '经对方签署人同意后，于所定日期结束时生效；届时未获同意则失效。',
  },
  proposeDo: { en: 'Propose with my passkey', zh: '以通行密钥提议' },
  lastDay: { en: 'Last day in force, on our clock', zh: '有效期最后一日（本地时间）' },
  agreeDo: { en: 'Agree with my passkey', zh: '以通行密钥同意' },
  withdrawDo: { en: 'Take it back with my passkey', zh: '以通行密钥撤回' },
  withdrawText: {
    en: 'It is taken back once a signatory of each side has said so, before it takes effect.',
    zh: '须在生效之前由双方签署人分别确认，方可撤回。',
  },
  signatoriesOnly: {
    en: 'A signatory of this university gives notice or agrees, with a passkey or a mailed code.',
    zh: '由本校签署人以通行密钥或邮件验证码发出通知或表示同意。',
  },
  codeFirst: { en: 'Mail me a code for this', zh: '发送验证码' },
  codeNote: {
    en: 'You have no passkey. A code by mail is the weaker way, and recorded as such.',
    zh: '您没有通行密钥。邮件验证码为较弱方式，系统将如实记录。',
  },
  codeField: { en: 'Code from the mail', zh: '邮件中的验证码' },
  codeDo: { en: 'Say it with the code', zh: '以验证码确认' },
  done: { en: 'Said, and on its way to the other side.', zh: '已作出表示，正在送达对方。' },
  codeSent: {
    en: 'The code is on its way. What you are about to say is fixed with it.',
    zh: '验证码已发送，所表示的内容已随之固定。',
  },
  ended: { en: 'The agreement was terminated', zh: '协议已终止' },
  ends: { en: 'The agreement will end', zh: '协议即将终止' },
}

export const terminationStandings: Record<TerminationStanding, Phrase> = {
  refused: { en: 'not accepted by the other node; counts for nothing', zh: '对方节点未接受，不产生效力' },
  waiting: { en: 'given, not confirmed by the other node yet', zh: '已发出，尚未获对方节点确认' },
  proposed: { en: 'proposed, waiting for the other side', zh: '已提议，待对方同意' },
  standing: { en: 'takes effect on its date', zh: '将于所定日期生效' },
  withdrawn: { en: 'taken back by both', zh: '双方已撤回' },
  lapsed: { en: 'lapsed: not agreed to in time', zh: '逾期未获同意，已失效' },
  ended: { en: 'in effect: the agreement has ended', zh: '已生效，协议终止' },
}

export const saidWords: Record<TerminationAct, Phrase> = {
  give_notice: { en: 'gave notice', zh: '发出通知' },
  propose_end: { en: 'proposed', zh: '提议' },
  agree_end: { en: 'agreed', zh: '同意' },
  withdraw: { en: 'wants it taken back', zh: '希望撤回' },
}

const subjects: Record<TerminationAct, Phrase<(title: string) => string>> = {
  give_notice: { en: (t) => `Notice to end ${t}`, zh: (t) => `终止通知：${t}` },
  propose_end: { en: (t) => `Proposal to end ${t} together`, zh: (t) => `提议共同终止：${t}` },
  agree_end: { en: (t) => `Agreed: ${t} will end`, zh: (t) => `同意终止：${t}` },
  withdraw: { en: (t) => `Take back the end of ${t}`, zh: (t) => `撤回终止：${t}` },
}

/** The letter to officers and signatories of our side. */
export function terminationMails(act: TerminationAct, side: Side, title: Bilingual): { subject: Phrase; text: Phrase } {
  const [en, zh] = [title.en || title.zh, `《${title.zh || title.en}》`]
  const who = side === 'ours' ? { en: 'Our side', zh: '本方' } : { en: 'The partner', zh: '合作方' }
  return {
    subject: { en: subjects[act].en(en), zh: subjects[act].zh(zh) },
    text: {
      en: `${who.en} ${saidWords[act].en}. What was said, when it takes effect on both clocks, and what you can do stand on the agreement's page.`,
      zh: `${who.zh}已${saidWords[act].zh}。内容、双方当地的生效时间以及可采取的操作见协议页面。`,
    },
  }
}
