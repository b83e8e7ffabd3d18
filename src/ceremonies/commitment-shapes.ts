/** The shapes of messages about commitments: marked, and what became of them. */
import { z } from 'zod'
import { commitmentStates } from './commitment.ts'
import { instantShape, rorShape, wordsShape } from './shapes.ts'

const name = z.string().max(300)
const acts = ['accept', 'begin', 'keep', 'not_keep', 'drop', 'reopen'] as const

export const commitmentShape = z.strictObject({
  id: z.uuid(),
  item: z.string().max(40).nullable(),
  words: wordsShape(4000),
  byParty: rorShape.nullable(),
  by: name.min(1),
  to: name,
  at: instantShape,
  markedBy: name,
})

export const standingShape = z.strictObject({
  id: z.uuid(),
  words: wordsShape(4000),
  to: name,
  state: z.enum(commitmentStates),
  due: z.iso.date().nullable(),
  version: z.int().min(1).max(100_000),
  steps: z
    .array(
      z.strictObject({
        act: z.enum(acts),
        from: z.enum(commitmentStates),
        to: z.enum(commitmentStates),
        at: instantShape,
        byName: name,
        reason: z.string().max(4000),
      }),
    )
    .max(1000),
})
