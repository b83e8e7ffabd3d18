/** Our part of a plan as a message for the partner's node: always the whole part with its version. */
import { message } from '#src/platform/messages.ts'
import type { Actor, Following, Json } from '#src/platform/record.ts'
import type { SheetState } from './sheet.ts'
import type { Ceremony } from './store.ts'

const nameOf = (by: Actor): string => (by.kind === 'node' ? '' : by.name)

export function frameMessage({ id, partner, frame }: Ceremony, at: Temporal.Instant, by: Actor): Following {
  const { startsAt, ...rest } = frame
  const body = { ...rest, startsAt: startsAt.toString(), byName: nameOf(by), at: at.toString() }
  return message(partner, 'ceremony.frame', id, body as unknown as Json)
}

export function sheetMessage({ id, partner }: Ceremony, state: SheetState, at: Temporal.Instant, by: Actor): Following {
  const { version, sheet, confirmed, asked } = state
  const said = <T extends { at: Temporal.Instant }>(one: T | null) => one && { ...one, at: one.at.toString() }
  const body = { version, sheet, confirmed: said(confirmed), asked: said(asked), byName: nameOf(by), at: at.toString() }
  return message(partner, 'ceremony.sheet', id, body as unknown as Json)
}
