/** What a document is, in six answers that cannot be taken for one another. */
import type { Phrase } from '#src/platform/i18n/words.ts'
import type { State } from './verdict.ts'

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
