/** Rules about the shared text: its shape, its hash, what is missing in it, where two copies differ. */
import { z } from 'zod'
import { canonicalHash } from '#src/platform/canonical.ts'
import { type AgreementText, effects, successions } from './text.ts'

/**
 * Characters nobody can see, or that turn around what is read: controls but the line end, marks of direction, spaces without width,
 * halves of characters. Two texts that look alike must be alike.
 */
const unseen = '(?!\\n)[\\p{Cc}\\p{Cs}\\u061c\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff]'

/** A text without the characters no agreement may hold; a tabulator becomes a space. */
export const visible = (text: string): string => text.replaceAll('\t', ' ').replaceAll(new RegExp(unseen, 'gu'), '')

const text = (longest: number) =>
  z
    .string()
    .max(longest)
    .refine((value) => !new RegExp(unseen, 'u').test(value))
const line = (longest: number) => text(longest).refine((value) => !value.includes('\n'))

const bilingual = z.strictObject({ en: text(20_000), zh: text(20_000) })
const shortBilingual = z.strictObject({ en: line(300), zh: line(300) })
const ror = z.string().regex(/^0[a-z0-9]{8}$/)
const hash = z.string().regex(/^[0-9a-f]{64}$/)

const day = z.iso.date()
const termShape = z.strictObject({
  ends: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('years'), years: z.int().min(1).max(50) }),
    z.strictObject({ kind: z.literal('on'), day }),
    z.strictObject({ kind: z.literal('open'), reviewOn: day }),
  ]),
  noticeMonths: z.int().min(1).max(36).nullable(),
})
const followsShape = z.strictObject({
  how: z.enum(successions),
  agreement: z.uuid(),
  textHash: hash,
  documentHash: hash,
})

const origin = z
  .url()
  .max(200)
  .refine((value) => /^https?:/.test(value) && URL.canParse(value) && new URL(value).origin === value)

/** The shape of a text that came from outside: from the partner's node, or from storage. */
export const textShape = z.strictObject({
  format: z.literal('chirograph-agreement-1'),
  agreement: z.uuid(),
  demonstration: z.boolean(),
  title: shortBilingual,
  prevails: z.enum(['both', 'en', 'zh']),
  parties: z.array(z.strictObject({ ror, name: shortBilingual })).length(2),
  clauses: z
    .array(z.strictObject({ id: z.string().min(1).max(40), heading: shortBilingual, body: bilingual }))
    .max(200),
  seats: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z][a-z0-9-]{0,30}$/),
        party: ror,
        order: z.int().min(1).max(20),
        name: z.strictObject({ latin: line(120), native: line(60).nullable() }),
        title: shortBilingual,
      }),
    )
    .min(2)
    .max(20),
  effect: z.enum(effects),
  term: termShape.optional(),
  follows: followsShape.optional(),
  verifyAt: z
    .array(z.strictObject({ party: ror, site: origin }))
    .min(1)
    .max(2)
    .optional(),
  typesetter: z.strictObject({
    name: z.string().max(40),
    version: z.string().max(40),
    template: hash,
    fonts: z.array(z.strictObject({ file: z.string().max(120), sha256: hash })).max(20),
  }),
})

/** SHA-256 of the canonical JSON (RFC 8785) of all shared fields. */
export function textHash(text: AgreementText): string {
  return canonicalHash(text)
}

/** What still hinders freezing: paths of empty fields, e.g. `clauses[2].body.zh`, and rules broken. */
export function missingIn(text: AgreementText): string[] {
  const missing: string[] = []
  const both = (path: string, t: { en: string; zh: string }) => {
    for (const language of ['en', 'zh'] as const) if (!t[language].trim()) missing.push(`${path}.${language}`)
  }
  both('title', text.title)
  if (text.clauses.length === 0) missing.push('clauses')
  text.clauses.forEach((clause, i) => {
    both(`clauses[${i + 1}].heading`, clause.heading)
    both(`clauses[${i + 1}].body`, clause.body)
  })
  text.seats.forEach((seat, i) => {
    if (!seat.name.latin.trim()) missing.push(`seats[${i + 1}].name`)
    both(`seats[${i + 1}].title`, seat.title)
  })
  for (const party of text.parties)
    if (!text.seats.some((s) => s.party === party.ror)) missing.push(`seats of ${party.ror}`)
  return missing
}

/**
 * Whether the text hangs together: distinct clause and seat ids, an order without ties, seats of the parties only. What changes an
 * agreement names the day it ends: years counted anew would extend it unsaid.
 */
export function isCoherent(text: AgreementText): boolean {
  const distinct = (values: (string | number)[]) => new Set(values).size === values.length
  const parties = text.parties.map((p) => p.ror)
  return (
    distinct(parties) &&
    distinct(text.clauses.map((c) => c.id)) &&
    distinct(text.seats.map((s) => s.id)) &&
    distinct(text.seats.map((s) => s.order)) &&
    text.seats.every((s) => parties.includes(s.party)) &&
    inOrder((text.verifyAt ?? []).map(({ party }) => parties.indexOf(party))) &&
    !(text.follows && text.follows.how !== 'renewal' && text.term?.ends.kind === 'years')
  )
}

const inOrder = (places: number[]): boolean =>
  places.every((place, i) => place >= 0 && (i === 0 || place > places[i - 1]!))

/** Paths at which two values differ, e.g. `clauses[2].body.zh`. Clauses are counted from 1, as people do. */
export function differingFields(a: unknown, b: unknown, path = ''): string[] {
  if (Object.is(a, b)) return []
  if (Array.isArray(a) && Array.isArray(b)) {
    const length = Math.max(a.length, b.length)
    return Array.from({ length }, (_, i) => differingFields(a[i], b[i], `${path}[${i + 1}]`)).flat()
  }
  if (isRecord(a) && isRecord(b)) {
    const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])]
    return keys.flatMap((key) => differingFields(a[key], b[key], path ? `${path}.${key}` : key))
  }
  return [path]
}

const isRecord = (v: unknown): v is Record<string, unknown> => typeof v === 'object' && v !== null && !Array.isArray(v)
