/** The states of an agreement, and what makes a frozen text's approvals fall, in words. */
import type { Phrase } from '#src/platform/i18n/words.ts'
import type { AgreementState } from './agreement.ts'
import type { Because } from './clear-approvals.ts'

export const stateWords: Record<AgreementState, Phrase> = {
  drafting: { en: 'drafting', zh: '起草中' },
  negotiating: { en: 'negotiating', zh: '磋商中' },
  frozen: { en: 'frozen, in approval', zh: '已定稿，审批中' },
  approved: { en: 'approved, ready to sign', zh: '已批准，待签署' },
  signing: { en: 'signing', zh: '签署中' },
  signed: { en: 'signed, waiting for both logs', zh: '已签名，待双方日志联署' },
  concluded: { en: 'concluded', zh: '已签署' },
}

export const becauseWords: Record<Because, Phrase> = {
  text_reopened: { en: 'the text was reopened', zh: '文本被重新开放' },
  new_version: { en: 'the partner sent a new version', zh: '合作方发来了新版本' },
  passkeys_changed: { en: 'a signatory’s passkeys changed', zh: '签署人的通行密钥发生变更' },
  copies_differ: { en: 'the two copies differ', zh: '双方文本不一致' },
}
