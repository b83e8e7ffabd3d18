/** The form of what crosses between nodes about a stage. */
import { z } from 'zod'
import { largestSlides } from './slides.ts'
import { phases, refuse, scenes } from './stage.ts'

const isInstant = (text: string): boolean => {
  try {
    return Temporal.Instant.from(text).toString() !== ''
  } catch {
    return false
  }
}

const instant = z.string().max(40).refine(isInstant)
const ror = z.string().regex(/^0[a-z0-9]{8}$/)
const item = z.string().min(1).max(60)
const byName = z.string().max(120)
const hash = z.string().regex(/^[0-9a-f]{64}$/)
const count = z.number().int().min(0)

const state = z
  .strictObject({
    ceremony: z.uuid(),
    term: count.min(1).max(1_000_000),
    leader: ror,
    rev: count.max(1_000_000_000),
    phase: z.enum(phases),
    scene: z.enum(scenes),
    item: item.nullable(),
    itemStartedAt: instant.nullable(),
    itemEndsAt: instant.nullable(),
    heldAt: instant.nullable(),
    slide: z.strictObject({ file: hash, page: count.min(1), pages: count.min(1).max(300) }).nullable(),
    actual: z.array(z.strictObject({ item, startedAt: instant, endedAt: instant.nullable() })).max(2_000),
  })
  .refine((s) => (s.item === null) === (s.itemStartedAt === null) && (s.item === null) === (s.itemEndsAt === null))
  .refine((s) => (s.phase === 'paused') === (s.heldAt !== null))

const line = { id: z.uuid(), text: z.string().max(300), byName, at: instant }

export const stateShape = z.strictObject({ state, byName })
export const greetingShape = z.strictObject({ state, watching: count.max(10_000_000), at: instant })
export const captionShape = z.strictObject({ ...line, language: z.enum(['en', 'zh']) })
export const noteShape = z.strictObject(line)
export const markShape = z.strictObject({
  seat: z.string().min(1).max(60),
  byName,
  method: z.enum(['passkey', 'press']),
  at: instant,
})
export const slidesShape = z.strictObject({
  item,
  name: z.string().min(1).max(200),
  at: instant,
  pdf: z.base64().max(Math.ceil(largestSlides / 3) * 4 + 4),
})

/** Reads a message's body. @throws Refusal `stage_malformed` naming the fields that do not fit */
export function read<T extends z.ZodType>(shape: T, body: unknown): z.infer<T> {
  const result = shape.safeParse(body)
  if (!result.success) {
    return refuse('stage_malformed', { fields: result.error.issues.map((i) => i.path.join('.')) }, 422)
  }
  return result.data
}
