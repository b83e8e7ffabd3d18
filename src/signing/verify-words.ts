/** The words of the pages that verify a document. */
import type { Phrase } from '#src/platform/i18n/words.ts'
import type { EndingKind } from './session.ts'

/** For those who come from the code printed on an agreement. */
export const printedWords = {
  title: { en: 'You come from a printed agreement', zh: '您由打印的协议而来' },
  choose: {
    en: 'Paper proves nothing by itself: choose the file of the agreement below, and the verdict is about that file.',
    zh: '纸面本身不能证明真伪：请在下方选择协议文件，核验结论针对该文件。',
  },
  notPublic: {
    en: 'If you do not have the file, ask the office that gave you the paper. What is not public is not shown here.',
    zh: '如无文件，请向提供纸面文本的办公室索取。未公开的内容不在此显示。',
  },
  page: { en: 'What is public about it', zh: '该协议的公开信息' },
  evidence: { en: 'Evidence package (ZIP)', zh: '证据包（ZIP）' },
} satisfies Record<string, Phrase>

export const verifyWords = {
  title: { en: 'Verify a document', zh: '验证文件' },
  intro: {
    en: 'Choose a signed agreement (PDF) or an evidence package (ZIP). The node says whether it is complete and unaltered, and who signed it. The file is looked at and forgotten; nothing is stored.',
    zh: '请选择已签署的协议（PDF）或证据包（ZIP）。本节点会说明文件是否完整、未经改动，以及由谁签署。文件仅作检查，不予保存。',
  },
  lead: {
    en: 'Choose a signed agreement (PDF) or an evidence package (ZIP), or drop it anywhere on this page. Your browser judges it here: the file is not sent. Only the hash of the unsigned document is, to ask this node whether its signing came to nothing.',
    zh: '请选择已签署的协议（PDF）或证据包（ZIP），或将其拖放到本页任意位置。核验在您的浏览器中进行，文件不会上传；仅发送签署前文件的哈希，以查询其签署是否未成而终止。',
  },
  working: { en: 'Checking …', zh: '正在核验……' },
  failed: {
    en: 'This browser cannot judge the file by itself just now. Choose it and press Verify: then it is sent to this node, looked at and forgotten.',
    zh: '此浏览器目前无法自行核验。请选择文件并点击“验证”：文件将发送至本节点，仅作检查，不予保存。',
  },
  verdict: { en: 'Result', zh: '核验结果' },
  file: { en: 'Document or evidence package', zh: '文件或证据包' },
  fileHint: { en: 'PDF or ZIP, up to 20 MB', zh: 'PDF 或 ZIP 格式，不超过 20 MB' },
  check: { en: 'Verify', zh: '验证' },
  another: { en: 'Verify another document', zh: '验证其他文件' },
  noFile: { en: 'Choose a file first.', zh: '请先选择文件。' },
  tooLarge: { en: 'The file is larger than 20 MB.', zh: '文件超过 20 MB。' },
  busy: {
    en: 'Too many documents are being verified at this moment. Please try again shortly.',
    zh: '当前验证的文件较多，请稍后再试。',
  },
  voidTitle: {
    en: 'The signing of this document ended without conclusion. Its signatures count for nothing',
    zh: '该文件的签署未成而终止，其中的签名均不作数',
  },
  voidText: {
    en: 'This is in this node’s log, cosigned by the other university. What stands below is only what the file says by itself.',
    zh: '此事已载入本节点日志并经对方大学联署。以下仅为文件自身所载内容。',
  },
  trusts: { en: 'Whom this node knows', zh: '本节点认可的大学' },
  trustsText: {
    en: 'Signatures are traced back to these root certificates. Compare their fingerprints with what each university publishes.',
    zh: '签名须可追溯至以下根证书。请将其指纹与各大学公布的信息核对。',
  },
  demonstration: { en: 'Demonstration: not a real agreement', zh: '示例：并非真实协议' },
  demonstrationText: {
    en: 'The document says of itself that it is a demonstration. Nobody named in it agreed to or signed anything.',
    zh: '该文件声明其为示例，其中所列人员并未实际商定或签署任何内容。',
  },
  problems: { en: 'What was found', zh: '检查发现' },
  revision: {
    en: (n: number) => (n === 0 ? 'the document before any signature' : `signature ${n}`),
    zh: (n: number) => (n === 0 ? '签署前的文件' : `第 ${n} 个签名`),
  },
  forExperts: { en: 'For experts', zh: '供专业人员参考' },
  signatures: { en: 'Signatures', zh: '签名' },
  noSignature: { en: 'There is no signature in the file.', zh: '文件中没有签名。' },
  waiting: { en: 'Not signed yet', zh: '尚未签名' },
  office: { en: 'Title when signing', zh: '签署时职务' },
  university: { en: 'University', zh: '大学' },
  signedAt: { en: 'Signed', zh: '签名时间' },
  way: { en: 'Consent', zh: '签署意愿' },
  passkey: { en: 'by passkey', zh: '通行密钥确认' },
  code: { en: 'by mailed code (weaker)', zh: '邮件验证码确认（可靠性较低）' },
  checkedAgain: {
    en: 'checked again just now with the key pinned before approval',
    zh: '刚刚以审批前登记的密钥重新核验，无误',
  },
  notConfirmed: { en: 'does not hold when checked again', zh: '重新核验未通过' },
  certificate: { en: 'Certificate', zh: '证书' },
  issuer: { en: 'Issued by', zh: '签发者' },
  timeStamp: { en: 'Time-stamp', zh: '时间戳' },
  noTimeStamp: { en: 'none in the signature itself', zh: '签名本身无时间戳' },
  stampedBy: { en: (who: string) => `by ${who}`, zh: (who: string) => `由${who}签发` },
  stampNotCounted: { en: 'not counted', zh: '不予采信' },
  level: { en: 'Level (ETSI EN 319 142-1)', zh: '级别（ETSI EN 319 142-1）' },
  forLater: { en: 'Proof for later', zh: '长期证明' },
  forLaterText: {
    en: 'Time-stamps over the whole document, with the certificates and lists of revoked ones it needs. A newer one is added before the last runs out.',
    zh: '覆盖整份文件的时间戳，并附所需证书及吊销列表。在最后一个时间戳到期之前，将加盖新的时间戳。',
  },
  lasts: { en: 'lasts until', zh: '有效至' },
  notes: { en: 'Worth knowing', zh: '补充说明' },
  algorithm: { en: 'Key', zh: '密钥算法' },
  trusted: { en: 'known university', zh: '已知大学' },
  notTrusted: { en: 'unknown', zh: '未知' },
  hashes: { en: 'The same on both nodes', zh: '双方节点核对' },
  ours: { en: (who: string) => `Signed file on ${who}’s node`, zh: (who: string) => `${who}节点上的已签署文件` },
  theirs: { en: (who: string) => `As ${who}’s node stated`, zh: (who: string) => `${who}节点所报` },
  sameAs: { en: 'the same', zh: '一致' },
  notStated: { en: 'not confirmed yet', zh: '尚未确认' },
  revisionZero: { en: 'Before any signature (document hash)', zh: '签署前的文件（文件哈希）' },
  textHash: { en: 'Text hash', zh: '文本哈希' },
  sha256: { en: 'SHA-256 of the file', zh: '文件 SHA-256' },
  keep: { en: 'Keep', zh: '存档文件' },
  keepText: {
    en: 'With these four files anybody can verify the agreement later, without either server.',
    zh: '凭以下四个文件，任何人日后均可脱离双方服务器验证该协议。',
  },
  evidence: { en: 'Evidence package (ZIP)', zh: '证据包（ZIP）' },
  evidenceText: {
    en: 'Everything that proves this agreement, with a page that judges it on any computer, without a network. Keep it where you keep the original.',
    zh: '证明本协议的全部材料，附有无需网络、可在任何计算机上核验的页面。请与原件一并保存。',
  },
  agreementPdf: { en: 'Signed agreement (PDF)', zh: '已签署的协议（PDF）' },
  revisionZeroPdf: { en: 'Before signing, revision 0 (PDF)', zh: '签署前的文件，第 0 版（PDF）' },
  root: { en: (who: string) => `Root certificate of ${who}`, zh: (who: string) => `${who}的根证书` },
  otherTools: { en: 'Check it with other tools', zh: '使用其他工具核验' },
  pageTitle: { en: 'Verification', zh: '验证' },
  nothingTitle: { en: 'Nothing is signed yet', zh: '尚未签署' },
  nothingText: {
    en: 'There is no signed document to verify. It appears here with the first signature.',
    zh: '目前没有可验证的已签署文件。首个签名完成后将在此显示。',
  },
  toSigning: { en: 'To the signing', zh: '前往签署' },
}

/** How a signing ended, where a document of it is void. */
export const voidWords: Record<EndingKind, Phrase> = {
  declined: { en: 'a signatory declined', zh: '签署人拒签' },
  withdrawn: { en: 'the session was withdrawn', zh: '签署被撤回' },
  lapsed: { en: 'the deadline passed before everyone had signed', zh: '截止时间已过，签名未齐备' },
  not_opened: { en: 'the partner’s node did not open the session', zh: '合作方节点未开启本次签署' },
}
