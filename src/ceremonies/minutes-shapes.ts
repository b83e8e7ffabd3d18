/** The shapes of messages about minutes: proposed, and answered. */
import { z } from 'zod'
import { blocks } from './frame.ts'
import { instantShape, instantTextShape, rorShape, wordsShape } from './shapes.ts'

const name = z.string().max(300)

const person = z.strictObject({
  name: z.strictObject({ latin: name, native: name.nullable() }),
  title: wordsShape(300),
  organisation: wordsShape(300),
})

export const minutesShape = z.strictObject({
  state: z.enum(['draft', 'proposed']),
  version: z.int().min(1).max(1_000_000),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  agreed: z.strictObject({ byName: name, at: instantShape }).nullable(),
  minutes: z.strictObject({
    ceremony: z.uuid(),
    title: wordsShape(300),
    startedAt: instantTextShape,
    endedAt: instantTextShape,
    audience: z.int().min(0),
    places: z
      .array(
        z.strictObject({ party: rorShape, city: wordsShape(300), zone: z.string().max(60), hall: wordsShape(300) }),
      )
      .max(2),
    present: z.array(z.strictObject({ party: rorShape, people: z.array(person).max(1000) })).max(2),
    items: z
      .array(
        z.strictObject({
          id: z.string().max(40),
          block: z.enum(blocks),
          title: wordsShape(300),
          speaker: person.nullable(),
          startedAt: instantTextShape,
          endedAt: instantTextShape,
          summary: wordsShape(20_000),
        }),
      )
      .max(200),
    commitments: z.array(z.strictObject({ words: wordsShape(4000), by: name, to: name })).max(500),
    opening: wordsShape(20_000),
    closing: wordsShape(20_000),
  }),
})

export const minutesAnswerShape = z.strictObject({
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  agreed: z.boolean(),
  text: z.string().max(4000),
  byName: name,
  at: instantShape,
})
