/** Makes revision 0: the agreement typeset from its text alone, with an empty signature field for each seat. */
import { readFileSync } from 'node:fs'
import { sha256 } from '#src/platform/canonical.ts'
import { declareFields } from '#src/platform/pades/index.ts'
import type { Mark, Typesetter } from '#src/platform/typeset/index.ts'
import { qrSvg } from './qr-code.ts'
import type { AgreementText, Bilingual, Seat, TypesetterIdentity } from './text.ts'
import { textHash } from './text-rules.ts'
import { verifyAddress } from './verify-at.ts'

const paper = readFileSync(new URL('./paper.typ', import.meta.url), 'utf8')
const stamps = readFileSync(new URL('./stamps.typ', import.meta.url), 'utf8')

/** How a signatory may have consented; each has its own face, drawn in revision 0 before anyone signs. */
const variants: { name: 'passkey' | 'code'; words: Bilingual }[] = [
  { name: 'passkey', words: { en: 'with consent by passkey', zh: '经通行密钥确认签署意愿' } },
  { name: 'code', words: { en: 'with consent by mailed code', zh: '经邮件验证码确认签署意愿' } },
]

/** Which typesetter, templates, words, fonts and QR codes this node draws agreements with. */
export function typesetterIdentity(typesetter: Typesetter): TypesetterIdentity {
  return typesetter.identity(paper, stamps, JSON.stringify(variants), qrSvg('chirograph'))
}

/** The name in the signatory's certificate and in the signature: native script first, as it is read there. */
export function signerName({ name }: Pick<Seat, 'name'>): string {
  return name.native ? `${name.native} ${name.latin}` : name.latin
}

export interface Document {
  pdf: Uint8Array
  /** The document hash: SHA-256 of revision 0, in hexadecimal. */
  sha256: string
}

/** The same text gives the same bytes on every node with the same typesetter. @throws Refusal `glyph_missing` naming the character */
export async function typesetAgreement(typesetter: Typesetter, text: AgreementText): Promise<Document> {
  const hash = textHash(text)
  const verify = printedAddresses(text)
  const set = await typesetter.typeset({ template: paper, data: { text, textHash: hash, verify } })
  const faces = await typesetter.typeset({ template: stamps, data: faceData(text, set.marks), standard: 'a-2u' })
  const pdf = declareFields({
    paper: set,
    stamps: faces,
    demonstration: text.demonstration,
    about: { agreement: text.agreement, textHash: hash },
    fields: text.seats.map((seat) => ({
      name: seat.id,
      label: `${signerName(seat)}, ${seat.title.en}, ${institutionOf(text, seat).en}`,
      party: seat.party,
      signer: signerName(seat),
      stamp: stampOf(text, seat),
      variants: variants.map(({ name, words }) => ({ name, reason: `${words.en} ${words.zh}` })),
    })),
  })
  return { pdf, sha256: sha256(pdf) }
}

/** For each party's node, the address and the same as a QR code. */
function printedAddresses(text: AgreementText) {
  return (text.verifyAt ?? []).map((one) => {
    const address = verifyAddress(one, text.agreement)
    const { name } = text.parties.find(({ ror }) => ror === one.party)!
    return { name, address, code: qrSvg(address) }
  })
}

function faceData(text: AgreementText, marks: Mark[]) {
  return {
    glyphs: [...'0123456789-: UTC'],
    stamps: text.seats.map((seat) => {
      const { width, height } = marks.find((m) => m.name === seat.id)!
      const { name, title } = seat
      const { demonstration } = text
      return {
        field: seat.id,
        width,
        height,
        name,
        title,
        university: institutionOf(text, seat),
        demonstration,
        variants,
      }
    }),
  }
}

const institutionOf = (text: AgreementText, seat: Seat): Bilingual =>
  text.parties.find((p) => p.ror === seat.party)!.name

/** What a verifier reads of the seat without any server: who, with which title, for which university. */
function stampOf(text: AgreementText, seat: Seat) {
  const { id, name, title, order } = seat
  const { en, zh } = institutionOf(text, seat)
  return {
    seat: id,
    order,
    name: { latin: name.latin, native: name.native },
    title: { en: title.en, zh: title.zh },
    institution: { en, zh },
    ror: seat.party,
  }
}
