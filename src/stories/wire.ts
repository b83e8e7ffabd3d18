/** The shapes of this area's messages, as they cross between nodes. */
import { z } from 'zod'
import { editorRoles } from './content.ts'
import { refuse } from './story.ts'

const instant = z.string().transform((value, context) => {
  try {
    return Temporal.Instant.from(value)
  } catch {
    context.addIssue('not an instant')
    return z.NEVER
  }
})
const date = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .nullable()
const hash = z.string().regex(/^[0-9a-f]{64}$/)
const ror = z.string().regex(/^0[a-z0-9]{8}$/)
const name = z.string().max(200)
const number = z.int().min(1).max(100_000)
const both = (most: number) => z.strictObject({ en: z.string().max(most), zh: z.string().max(most) })

const translation = z.strictObject({
  headline: z.string().max(300),
  summary: z.string().max(1000),
  body: z.string().max(60_000),
  ready: z.boolean(),
})

const photo = z.strictObject({
  number,
  shared: hash,
  width: z.int().min(1).max(20_000),
  height: z.int().min(1).max(20_000),
  caption: both(1000),
  alt: both(1000),
  decorative: z.boolean(),
  creator: name,
  credit: name,
  rights: name,
  people: z.string().max(1000),
  takenAt: z.string().max(40),
})

export const contentShape = z.strictObject({
  section: both(120),
  heldOn: date,
  partner: ror.nullable(),
  agreement: z.uuid().nullable(),
  ceremony: z.uuid().nullable(),
  translations: z.strictObject({ en: translation, zh: translation }),
  editors: z
    .array(
      z.strictObject({
        name: z.strictObject({ latin: name, native: name.nullable() }),
        role: z.enum(editorRoles),
      }),
    )
    .max(20),
  photos: z.array(photo).max(60),
})

export const offerPhotoShape = z.strictObject({ sha256: hash, jpeg: z.base64().max(8_000_000) })
export const offerShape = z.strictObject({
  number,
  content: contentShape,
  hash,
  embargoUntil: instant.nullable(),
  byName: name,
  at: instant,
})
export const takenBackShape = z.strictObject({ number, at: instant })
export const answerShape = z.strictObject({
  number,
  hash,
  decision: z.enum(['approved', 'changes_asked']),
  words: z.string().max(4000),
  byName: name,
  at: instant,
})
const address = z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(1000)])
export const publishedShape = z.strictObject({
  edition: number,
  state: z.enum(['published', 'corrected', 'withdrawn']),
  url: z.strictObject({ en: address, zh: address }),
  headline: both(300),
  agreement: z.uuid().nullable(),
  ceremony: z.uuid().nullable(),
  heldOn: date,
  publishedAt: instant,
})

/** Reads a message's body. @throws Refusal `story_malformed` naming the fields that do not fit */
export function read<T extends z.ZodType>(shape: T, body: unknown): z.infer<T> {
  const result = shape.safeParse(body)
  if (!result.success)
    return refuse('story_malformed', { fields: result.error.issues.map((i) => i.path.join('.')) }, 422)
  return result.data
}
