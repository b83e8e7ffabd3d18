/** Reads what the pages behind the stage show. */
import type { SeenCeremony } from '#src/ceremonies/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import type { Language } from '#src/platform/i18n/words.ts'
import { revisionOf } from '#src/platform/live/index.ts'
import type { Visitor } from '#src/platform/people/visitor.ts'
import type { Place } from '#src/platform/ui/index.ts'
import { readStage, type StageView } from './read-stage.ts'
import { type Line, noteNow } from './said-store.ts'
import { stageTopic } from './store.ts'

/** To whom a page is told. */
export interface Reader {
  language: Language
  now: Temporal.Instant
  /** Our city and the partner's, with their zones. */
  places: Place[]
}

export interface BackstageView extends StageView {
  visitor: Visitor
  duties: SeenCeremony['duties']
  reader: Reader
  /** What the speakers are told now. */
  note: Line | undefined
  /** Address of the stream that says when this page has changed. */
  live: string
}

export async function readBackstage(
  db: Db,
  { plan, visitor, duties }: SeenCeremony,
  { language, now }: Pick<Reader, 'language' | 'now'>,
): Promise<BackstageView> {
  // Before everything else: a change made meanwhile is then news to the page.
  const revision = await revisionOf(db, stageTopic(plan.id))
  const view = (await readStage(db, plan.id, now))!
  const { places, parties } = view.plan
  const us = view.us.ror
  const ordered = [us, ...parties.filter((party) => party !== us)]
  const reader: Reader = {
    language,
    now,
    places: ordered.map((p) => ({ zone: places[p]!.zone, city: places[p]!.city })),
  }
  const note = await noteNow(db, plan.id)
  return { ...view, visitor, duties, reader, note, live: `/ceremonies/${plan.id}/live?since=${revision}` }
}
