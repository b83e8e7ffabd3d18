/** Why an act on keys is refused, in words. */
import type { RefusalDetails } from '#src/platform/refusal.ts'
import type { RefusalWords } from '#src/platform/ui/index.ts'
import type { KeyRefusal } from './refusals.ts'

export const keyRefusalWords = {
  key_keepers_only: {
    en: 'Keys are kept by the administrators of this node. Ask one of them.',
    zh: '密钥由本节点管理员保管，请联系管理员。',
  },
  key_reason_missing: {
    en: 'Say why, in a sentence the other will understand in ten years.',
    zh: '请写明理由，使他人多年后仍能理解。',
  },
  root_is_away: {
    en: 'The key of this university’s root lies in the vault, and this needs it. Two administrators can bring it back under Keys.',
    zh: '此操作需要本校根密钥，而该密钥现存放于离线保管处。可由两位管理员在“密钥”页面取回。',
  },
  root_unknown: { en: 'There is no such root here.', zh: '没有该根证书。' },
  root_replaced_before: {
    en: 'This root was replaced before. Nothing was changed.',
    zh: '该根证书此前已更换，未作任何更改。',
  },
  root_is_here: { en: 'The key of this root is on the node already.', zh: '该根密钥已在本节点上。' },
  certificate_unknown: { en: 'There is no such certificate here.', zh: '没有该证书。' },
  certificate_revoked_before: { en: 'This certificate is revoked already.', zh: '该证书已被吊销。' },
  key_act_open: {
    en: 'The same is proposed already and waits for a second administrator.',
    zh: '相同的提议已存在，正等待另一位管理员确认。',
  },
  key_act_unknown: { en: 'There is no such proposal.', zh: '没有该提议。' },
  key_act_decided: { en: 'This was decided before. Nothing was changed.', zh: '该提议此前已有决定，未作任何更改。' },
  key_act_needs_another: {
    en: 'Keys take two people: whoever proposed this cannot also confirm it. Ask another administrator.',
    zh: '密钥操作须由两人完成：提议人不能自行确认，请另一位管理员确认。',
  },
  passphrase_short: {
    en: (d: RefusalDetails) => `Each half of the passphrase needs at least ${d.least} characters.`,
    zh: (d: RefusalDetails) => `口令的每一半至少需要 ${d.least} 个字符。`,
  },
  vault_file_unreadable: {
    en: 'The file does not open with these two halves. Check their order, and that it is the file made here.',
    zh: '用这两半口令无法打开该文件。请检查先后顺序，并确认文件由本节点生成。',
  },
  vault_file_of_another_root: {
    en: 'The file opens, but holds the key of another root than this one.',
    zh: '文件可以打开，但其中是另一根证书的密钥。',
  },
  hours_wrong: { en: 'Choose from 1 to 72 hours.', zh: '请选择 1 至 72 小时。' },
  root_not_compared: {
    en: 'Read the eight groups to the partner’s office on the telephone first, then tick the box.',
    zh: '请先致电合作方办公室核对八组字符，再勾选确认。',
  },
  root_not_acceptable: {
    en: 'What was announced is no root certificate, or the signature of the old root on it does not hold.',
    zh: '所告知的并非根证书，或原根证书对其签名不成立。',
  },
  key_message_malformed: {
    en: 'The message about keys is not one this version understands.',
    zh: '本版本无法识别该密钥消息。',
  },
  not_the_partner: { en: 'This comes from a node that is not paired.', zh: '来源节点尚未配对。' },
  list_not_acceptable: {
    en: 'The list of revoked certificates is not signed by the root we pinned.',
    zh: '该吊销列表并非由本方所记录的根证书签署。',
  },
  post_has_ended: {
    en: (d: RefusalDetails) =>
      `${d.name} no longer holds this office, says the register of contacts. Nobody signs for an office they left.`,
    zh: (d: RefusalDetails) => `据联系人名册，${d.name} 已不再担任该职务，不能以该职务签署。`,
  },
  keys_not_configured: {
    en: 'The hardware module or signing service is not in the configuration of this node (docs/configuration.md).',
    zh: '本节点配置中没有该硬件模块或签名服务（见 docs/configuration.md）。',
  },
  chain_without_root: {
    en: 'The certificates do not lead up to a root. Send the whole chain, with the root.',
    zh: '证书链未能上溯至根证书，请提供含根证书的完整证书链。',
  },
  own_key_does_not_sign: {
    en: (d: RefusalDetails) => `The key was tried and did not sign: ${d.why}.`,
    zh: (d: RefusalDetails) => `试签未成功：${d.why}。`,
  },
  own_file_unreadable: {
    en: 'The file does not open with this passphrase, or it holds no key with its certificate.',
    zh: '无法用该口令打开文件，或其中没有密钥及其证书。',
  },
  own_fields_missing: {
    en: 'Something is missing: every field is needed, and the id of a key is hexadecimal.',
    zh: '填写不完整：各项均须填写，密钥编号须为十六进制。',
  },
} satisfies Record<KeyRefusal, RefusalWords[string]>
