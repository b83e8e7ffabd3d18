/** The words of verification: six answers about a document that cannot be taken for one another. */
import type { Phrase } from '#src/platform/i18n/words.ts'
import type { State } from '#src/platform/pades/index.ts'

/** What a document is, in a sentence for everybody. */
export const stateTitles: Record<State, Phrase<(signed: number, of: number) => string>> = {
  complete: {
    en: (_, of) => `Signed by ${of === 2 ? 'both' : `all ${of}`}, and unaltered`,
    zh: (_, of) => `${of === 2 ? '双方' : `${of} 方`}均已签名，文件未经改动`,
  },
  partial: {
    en: (signed, of) => `Signed by ${signed} of ${of}: not yet an agreement`,
    zh: (signed, of) => `${of} 方中仅 ${signed} 方签名：协议尚未成立`,
  },
  unsigned: { en: () => 'Not signed by anybody', zh: () => '无人签名' },
  altered: { en: () => 'Altered: this is not what was signed', zh: () => '文件已被改动，并非签署时的文件' },
  untrusted: {
    en: () => 'Unknown signer: signed, but by somebody this node does not know',
    zh: () => '签署人身份未知：已有签名，但本节点不认识签署者',
  },
  not_an_agreement: { en: () => 'Not an agreement made with Chirograph', zh: () => '不是由骑缝文书系统生成的协议' },
}

export const stateTexts: Record<State, Phrase> = {
  complete: {
    en: 'Every signature fits the document byte for byte, and every certificate goes back to a university this node has paired with.',
    zh: '每个签名均与文件逐字节相符，每份证书均可追溯至与本节点配对的大学。',
  },
  partial: {
    en: 'The signatures there are fit the document. The agreement takes effect only when all have signed.',
    zh: '现有签名与文件相符。所有签署人签名后协议方才生效。',
  },
  unsigned: {
    en: 'The document is prepared for signing, and its signature fields are empty.',
    zh: '文件已备妥待签，签名域均为空。',
  },
  altered: {
    en: 'Something was changed or added that no signature covers, or a signature does not fit. Do not rely on this file; ask either university for its copy.',
    zh: '文件中有未被签名覆盖的改动或添加，或签名与内容不符。请勿依据此文件，可向任何一方大学索取正本。',
  },
  untrusted: {
    en: 'The document is intact, but a certificate does not come from this university or one it has paired with. With the right root certificates it may well be in order.',
    zh: '文件完好，但有证书并非出自本校或其已配对的大学。使用正确的根证书后，验证结果可能为有效。',
  },
  not_an_agreement: {
    en: 'The file is no PDF with the signature fields our agreements have, so nothing can be said about it here.',
    zh: '该文件不是带有本系统协议签名域的 PDF，无法在此作出判断。',
  },
}

export const verifyWords = {
  title: { en: 'Verify a document', zh: '验证文件' },
  intro: {
    en: 'Choose a signed agreement as PDF. The node says whether it is complete and unaltered, and who signed it. The file is looked at and forgotten; nothing is stored.',
    zh: '请选择已签署的协议 PDF 文件。本节点会说明文件是否完整、未经改动，以及由谁签署。文件仅作检查，不予保存。',
  },
  file: { en: 'Document', zh: '文件' },
  fileHint: { en: 'PDF, up to 20 MB', zh: 'PDF 格式，不超过 20 MB' },
  check: { en: 'Verify', zh: '验证' },
  another: { en: 'Verify another document', zh: '验证其他文件' },
  noFile: { en: 'Choose a file first.', zh: '请先选择文件。' },
  tooLarge: { en: 'The file is larger than 20 MB.', zh: '文件超过 20 MB。' },
  busy: {
    en: 'Too many documents are being verified at this moment. Please try again shortly.',
    zh: '当前验证的文件较多，请稍后再试。',
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
