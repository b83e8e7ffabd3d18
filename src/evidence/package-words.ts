/** The words of the verdict on a package, wherever it is told: on the public page, at the command line, in the package itself. */
import type { Phrase } from '#src/platform/i18n/words.ts'
import type { State } from '#src/platform/pades/verdict.ts'
import type { Check, PackageProblemCode } from './package-verdict.ts'

export const packageTexts: Record<State, Phrase> = {
  complete: {
    en: 'Every signature fits the document byte for byte, both consents are the signatories’ own, and both universities’ logs tell the same story, each cosigned by the other.',
    zh: '每个签名均与文件逐字节相符，签署意愿均出自签署人本人，两校日志所载一致并互相联署。',
  },
  partial: {
    en: 'The document in the package is not signed by all. It is not an agreement, whatever else is in the package.',
    zh: '证据包中的文件并未由所有签署人签名。无论包内还有什么，协议均未成立。',
  },
  unsigned: {
    en: 'The document in the package is signed by nobody.',
    zh: '证据包中的文件无人签名。',
  },
  altered: {
    en: 'Something in the package does not fit. Do not rely on it; ask either university for its package.',
    zh: '证据包中有内容不相符。请勿依据此证据包，可向任何一方大学索取。',
  },
  untrusted: {
    en: 'Everything fits together, but a certificate does not come from a root you trust.',
    zh: '各项内容相符，但有证书并非出自您信任的根证书。',
  },
  not_an_agreement: {
    en: 'The file is neither a signed agreement nor an evidence package made with Chirograph, or it cannot be read.',
    zh: '该文件既不是由骑缝文书系统生成的已签协议，也不是其证据包，或者无法读取。',
  },
}

export const checkWords: Record<Check, Phrase> = {
  signatures: { en: 'Signatures, and the document before them', zh: '签名及签署前的文件' },
  text: { en: 'The text, clause by clause', zh: '协议文本' },
  consents: { en: 'Each signatory’s own consent', zh: '签署人本人的签署意愿' },
  logs: { en: 'Both logs, cosigned by the other side', zh: '双方日志及对方联署' },
  order: {
    en: 'The story both logs tell: frozen, approved, consented, signed, concluded',
    zh: '双方日志所载经过：定稿、审批、签署意愿、签名、缔结',
  },
  times: { en: 'Times', zh: '时间' },
}

export const packageProblemWords: Record<PackageProblemCode, Phrase> = {
  file_missing: { en: 'A file is missing from the package.', zh: '证据包缺少文件。' },
  file_malformed: { en: 'A file of the package cannot be read.', zh: '证据包中有文件无法读取。' },
  revision_zero_differs: {
    en: 'The document before signing is not the one that was signed.',
    zh: '签署前的文件与所签文件不符。',
  },
  another_agreement: { en: 'Parts of the package belong to another agreement.', zh: '证据包中有内容属于另一份协议。' },
  text_differs: { en: 'The text is not the one that was signed.', zh: '协议文本与所签文本不符。' },
  consent_missing: { en: 'A signature has no consent behind it.', zh: '有签名缺少对应的签署意愿。' },
  consent_differs: { en: 'A consent is to something else than this document.', zh: '有签署意愿并非针对此文件。' },
  consent_not_valid: {
    en: 'A consent was not given with the passkey agreed before approval.',
    zh: '有签署意愿并非以审批前登记的通行密钥作出。',
  },
  policy_differs: { en: 'The rule for believing a log was changed.', zh: '采信日志的规则被改动。' },
  entry_not_proven: { en: 'An entry does not stand in the log.', zh: '有条目并不在日志中。' },
  checkpoint_rolled_back: {
    en: 'The log is shown as it was before this happened.',
    zh: '所示日志是事件发生之前的状态。',
  },
  log_signature_wrong: { en: 'The log’s head is not signed by the log.', zh: '日志头并非由该日志签署。' },
  log_unknown: { en: 'The head is of another log.', zh: '日志头属于另一份日志。' },
  log_forked: { en: 'Two versions of one log are shown.', zh: '同一日志出现了两个版本。' },
  cosignature_missing: {
    en: 'The other side has not cosigned this version of the log.',
    zh: '对方未联署此版本的日志。',
  },
  cosignature_wrong: {
    en: 'A cosignature was not made with the other side’s key.',
    zh: '有联署并非以对方密钥作出。',
  },
  event_missing: { en: 'A log does not tell what it must of this agreement.', zh: '日志中缺少此协议应有的记录。' },
  stamp_wrong: { en: 'A time-stamp is not over this log.', zh: '时间戳与此日志不符。' },
  time_in_the_future: { en: 'A time is claimed that is still to come.', zh: '所称时间尚未到来。' },
}

export const verifierWords = {
  title: { en: 'Verify an agreement', zh: '验证协议' },
  lead: {
    en: 'This page judges a signed agreement or an evidence package on your own computer. Nothing is sent anywhere, and no network is needed.',
    zh: '本页在您的计算机上验证已签协议或证据包，不发送任何内容，也无需网络。',
  },
  file: { en: 'Evidence package (ZIP) or agreement (PDF)', zh: '证据包（ZIP）或协议（PDF）' },
  drop: { en: 'Choose a file, or drop it here.', zh: '请选择文件，或将其拖放至此。' },
  rootFiles: { en: 'Root certificates you trust (PEM), if you have them', zh: '您信任的根证书（PEM，如有）' },
  rootHint: {
    en: 'As each university gave them to you. Without them, the package’s own are used, and you compare the fingerprints below.',
    zh: '由各大学直接提供。如无，则使用证据包自带的根证书，并请核对下方指纹。',
  },
  working: { en: 'Checking …', zh: '正在核验……' },
  checked: { en: 'What was checked', zh: '核验内容' },
  fits: { en: 'fits', zh: '相符' },
  fails: { en: 'does not fit', zh: '不相符' },
  signatures: { en: 'Signatures', zh: '签名' },
  signed: { en: 'signed', zh: '签名时间' },
  found: { en: 'What was found', zh: '检查发现' },
  roots: { en: 'On whom this rests', zh: '信任依据' },
  rootsText: {
    en: 'The root certificates came with the package. Compare these fingerprints with what each university publishes, or has told you. If they differ, the package is not theirs.',
    zh: '根证书来自证据包自身。请将以下指纹与各大学公布或告知的指纹核对；如有不同，则该证据包并非出自该校。',
  },
  rootsGiven: {
    en: 'These are root certificates you, or the node you are on, knew before.',
    zh: '以下根证书为您或所访问节点事先掌握。',
  },
  experts: { en: 'For experts', zh: '供专业人员参考' },
  demonstration: { en: 'Demonstration: not a real agreement', zh: '示例：并非真实协议' },
  untrustedTitle: { en: 'Unknown signer: not from a root you trust', zh: '签署人身份未知：并非出自您信任的根证书' },
} satisfies Record<string, Phrase>
