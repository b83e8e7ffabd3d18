/** The shape of a frame as it crosses between nodes, and what cannot stand in one; forms are measured by the same. */
import { z } from 'zod'
import { isSafeLink } from '#src/platform/ui/index.ts'
import { blocks, type Frame, kinds } from './frame.ts'
import type { Party } from './plan.ts'
import { idShape, rorShape, tongueShape, wordsShape } from './shapes.ts'

const line = wordsShape(300)
const item = z.strictObject({
  id: idShape,
  block: z.enum(blocks),
  title: line,
  minutes: z.int().min(1).max(600),
  party: rorShape.nullable(),
  language: tongueShape,
})
const meeting = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('link'),
    url: z
      .url({ protocol: /^https$/ })
      .max(1000)
      .refine(isSafeLink),
  }),
  z.strictObject({ kind: z.enum(['bigbluebutton', 'jitsi']), room: z.string().regex(/^[\w-]{1,100}$/) }),
])

/** All of a frame but its version and its hour. */
export const frameFields = {
  kind: z.enum(kinds),
  agreement: z.uuid().nullable(),
  title: line,
  items: z.array(item).max(80),
  open: z.boolean(),
  meeting: meeting.nullable(),
  standing: z.enum(['planned', 'postponed', 'cancelled']),
  reason: z.string().max(4000),
}

/** Paths of what cannot stand in a frame between these two universities; none where it is sound. */
export function frameFaults(asked: Frame, parties: [Party, Party]): string[] {
  const { version: _, startsAt: __, ...rest } = asked
  const read = z.strictObject(frameFields).safeParse(rest)
  if (!read.success) return read.error.issues.map((issue) => issue.path.join('.'))
  const strange = asked.items.findIndex(({ party }) => party !== null && !parties.includes(party))
  if (strange >= 0) return [`items.${strange}.party`]
  const untitled = asked.items.findIndex(({ title }) => !title.en && !title.zh)
  if (untitled >= 0) return [`items.${untitled}.title`]
  return new Set(asked.items.map(({ id }) => id)).size === asked.items.length ? [] : ['items']
}
