/** Why an act on keys is refused, in words. */
import type { RefusalWords } from '#src/platform/ui/index.ts'
import type { KeyRefusal } from './refusals.ts'

export const keyRefusalWords = {
  root_is_away: {
    en: 'The key of this university’s root lies in the vault, and this needs it. An administrator can bring it back under Keys.',
    zh: '此操作需要本校根密钥，而该密钥现存放于离线保管处。管理员可在“密钥”页面将其取回。',
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
} satisfies Record<KeyRefusal, RefusalWords[string]>
