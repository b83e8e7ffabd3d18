/** An agreement signed as it should be, and the keys of both sides: where every attack starts from. */
import { readFileSync } from 'node:fs'
import { createAuthority, issueLeaf, type KeyAlgorithm, type KeyPair } from '#src/platform/keys/index.ts'
import { type Declaration, declareFields, fillField, glyphs, localSigner } from '#src/platform/pades/index.ts'
import { openTypesetter, type Typesetter } from '#src/platform/typeset/index.ts'

export interface Side {
  field: string
  authority: KeyPair
  leaf: KeyPair
}

export interface Honest {
  revisionZero: Uint8Array
  signedOnce: Uint8Array
  signedTwice: Uint8Array
  /** The first and the second to sign. */
  sides: [Side, Side]
  signedAt: [Temporal.Instant, Temporal.Instant]
  /** PEM of both roots. */
  roots: string[]
  /** What revision 0 was declared from. */
  declaration: Declaration
}

const template = (path: string) => readFileSync(new URL(`../../src/${path}`, import.meta.url), 'utf8')
const valid = {
  notBefore: Temporal.Instant.from('2026-01-01T00:00:00Z'),
  notAfter: Temporal.Instant.from('2029-01-01T00:00:00Z'),
}

export interface Person {
  name: { latin: string; native: string | null }
  title: { en: string; zh: string }
}

/** Invented people of invented universities, with names that are hard to set. */
export const people: [Person, Person] = [
  { name: { latin: 'Wang Xiaoming', native: '王小明' }, title: { en: 'President', zh: '校长' } },
  { name: { latin: "Łucja Szőke-O'Brien", native: null }, title: { en: 'Rector (acting)', zh: '代理校长' } },
]

const parties = [
  { ror: '000000001', name: { en: 'University of the East Bank', zh: '东岸大学' } },
  { ror: '000000002', name: { en: 'University of the West Bank', zh: '西岸大学' } },
] as const

export const fullName = ({ name }: Person) => [name.native, name.latin].filter(Boolean).join(' ')

function textOf(signatories: [Person, Person], clauses: number) {
  const clause = (i: number) => ({
    id: `c${i}`,
    heading: { en: 'Purpose', zh: '宗旨' },
    body: { en: 'The universities work together. '.repeat(4), zh: '两校开展合作。'.repeat(6) },
  })
  return {
    demonstration: true,
    title: { en: 'Agreement for Tests', zh: '测试协议' },
    prevails: 'both',
    effect: 'both_signatures',
    parties,
    clauses: Array.from({ length: clauses }, (_, i) => clause(i)),
    seats: signatories.map((person, i) => ({ id: `seat-${i + 1}`, party: parties[i]!.ror, order: i + 1, ...person })),
  }
}

/** Typesets and declares an agreement for two people. */
export async function declarationFor(typesetter: Typesetter, signatories = people, clauses = 3): Promise<Declaration> {
  const text = textOf(signatories, clauses)
  const data = { text, textHash: '0123456789abcdef'.repeat(4), verify: [] }
  const paper = await typesetter.typeset({ template: template('agreements/paper.typ'), data })
  const variants = [
    { name: 'passkey', words: { en: 'with consent by passkey', zh: '经通行密钥确认签署意愿' } },
    { name: 'code', words: { en: 'with consent by mailed code', zh: '经邮件验证码确认签署意愿' } },
  ]
  const stamps = text.seats.map(({ id, name, title }, i) => {
    const { width, height } = paper.marks.find((mark) => mark.name === id)!
    return { field: id, width, height, name, title, university: parties[i]!.name, demonstration: true, variants }
  })
  const faces = { template: template('agreements/stamps.typ'), data: { glyphs, stamps }, standard: 'a-2u' } as const
  return {
    paper,
    stamps: await typesetter.typeset(faces),
    demonstration: true,
    about: { agreement: 'test' },
    fields: text.seats.map((seat, i) => ({
      name: seat.id,
      label: `Signature of ${seat.name.latin}`,
      party: parties[i]!.ror,
      signer: fullName(signatories[i]!),
      stamp: { seat: seat.id },
      variants: variants.map(({ name }) => ({ name, reason: `Consent (${name})\nby 校长` })),
    })),
  }
}

/** A side with its own root. `subject` is the name in the certificate. */
export async function sideFor(
  field: string,
  subject: string,
  algorithm: KeyAlgorithm,
  validity = valid,
  rootUntil?: Temporal.Instant,
): Promise<Side> {
  const root = { name: `Root of ${field}`, algorithm, notBefore: valid.notBefore, notAfter: rootUntil }
  const authority = await createAuthority(root)
  const leaf = await issueLeaf(authority, {
    commonName: subject,
    title: 'President',
    organisation: field,
    algorithm,
    ...validity,
  })
  return { field, authority, leaf }
}

/** Long after anybody runs these tests: for programs that judge certificates by the machine's own clock. */
export const farAhead = Temporal.Instant.from('2049-01-01T00:00:00Z')

/**
 * Makes an agreement of three clauses and signs it twice, RSA-3072 first and P-256 after it.
 * @param notAfter of the signatories' certificates
 */
export async function makeHonest(notAfter = valid.notAfter): Promise<Honest> {
  const typesetter = openTypesetter()
  const [declaration, first, second] = await Promise.all([
    declarationFor(typesetter),
    sideFor('seat-1', fullName(people[0]), 'rsa-3072', { ...valid, notAfter }),
    sideFor('seat-2', fullName(people[1]), 'p-256', { ...valid, notAfter }),
  ])
  await typesetter.close()
  const sides: [Side, Side] = [first, second]
  const signedAt: Honest['signedAt'] = [
    Temporal.Instant.from('2026-09-23T08:42:07Z'),
    Temporal.Instant.from('2026-09-23T08:42:30Z'),
  ]
  const sign = (previous: Uint8Array, i: 0 | 1, variant: string) =>
    fillField({ previous, field: sides[i].field, variant, signedAt: signedAt[i], signer: localSigner(sides[i].leaf) })
  const revisionZero = declareFields(declaration)
  const signedOnce = await sign(revisionZero, 0, 'passkey')
  const signedTwice = await sign(signedOnce, 1, 'code')
  const roots = sides.map((side) => side.authority.certificatePem)
  return { revisionZero, signedOnce, signedTwice, sides, signedAt, roots, declaration }
}
