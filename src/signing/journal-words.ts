/** What happened in signing, as an agreement's history tells it. */
import type { Phrase } from '#src/platform/i18n/words.ts'

/** The journal's detail of one act. */
export type JournalDetail = Record<string, unknown>

const reason = (d: JournalDetail, colon: string) => (d.reason ? `${colon}${d.reason}` : '')
const byCode = (d: JournalDetail) => d.method === 'code'

export const signingJournalWords = {
  'signing.opened': { en: 'opened the signing session', zh: '开启签署' },
  'signing.opened_too': {
    en: 'opened the same session; the earlier deadline holds',
    zh: '同时开启同一签署，以较早的截止时间为准',
  },
  'signing.refused_open': { en: 'our node did not open their signing session', zh: '我方节点未开启对方发起的签署' },
  'signing.consented': {
    en: (d: JournalDetail) => (byCode(d) ? 'consented by mailed code' : 'consented by passkey'),
    zh: (d: JournalDetail) => (byCode(d) ? '以邮件验证码表明签署意愿' : '以通行密钥表明签署意愿'),
  },
  'signing.consent_refused': {
    en: 'their node did not accept our consent; nothing is signed',
    zh: '对方节点未接受我方的签署意愿，未作任何签名',
  },
  'signing.refused_consent': {
    en: 'our node did not accept their consent; nothing is signed',
    zh: '我方节点未接受对方的签署意愿，未作任何签名',
  },
  'signing.signed': { en: 'the signature is stored', zh: '签名已保存' },
  'signing.signature_refused': {
    en: 'their node did not accept our signature',
    zh: '对方节点未接受我方签名',
  },
  'signing.refused_signature': { en: 'our node did not accept their signature', zh: '我方节点未接受对方签名' },
  'signing.signature_offered': { en: 'offered our signature again', zh: '再次提交我方签名' },
  'signing.not_stamped': {
    en: 'no time-stamp was to be had for the signature; one over the whole document follows by itself',
    zh: '未能取得该签名的时间戳；稍后将自动为整份文件加盖时间戳',
  },
  'signing.preserved': {
    en: 'the signed document was time-stamped for later',
    zh: '已为签署文件加盖存档时间戳',
  },
  'signing.preservation_refused': {
    en: 'their node did not accept the time-stamped document; it is offered again',
    zh: '对方节点未接受加盖时间戳的文件，将再次提交',
  },
  'signing.declined': {
    en: (d: JournalDetail) => `declined to sign${reason(d, ': ')}`,
    zh: (d: JournalDetail) => `拒签${reason(d, '：')}`,
  },
  'signing.withdrawn': {
    en: (d: JournalDetail) => `withdrew the signing session${reason(d, ': ')}`,
    zh: (d: JournalDetail) => `撤回签署${reason(d, '：')}`,
  },
  'signing.lapsed': { en: 'the signing session lapsed at its deadline', zh: '签署已过截止时间，自动结束' },
  'signing.not_opened': {
    en: 'their node did not open the signing session',
    zh: '对方节点未开启签署',
  },
  'signing.asked_to_end': {
    en: 'asked the partner’s node to end the signing session',
    zh: '请求对方节点结束签署',
  },
} satisfies Record<string, Phrase<string | ((d: JournalDetail) => string)>>
