/** Where an agreement's text, our draft or else the latest version, departs from its template. */
import type { Db } from '#src/platform/database/tables.ts'
import type { ClauseChange } from './changes.ts'
import { departures } from './departure.ts'
import { findDraft } from './draft-store.ts'
import { type TemplateOf, templateOf } from './template-of-store.ts'
import type { Bilingual } from './text.ts'
import { findVersion } from './version-store.ts'

export interface Departing {
  from: TemplateOf
  changes: ClauseChange[]
  title: Bilingual
}

/** @returns null where the agreement was begun from no template */
export async function readDeparture(
  db: Db,
  { id, version }: { id: string; version: number },
): Promise<Departing | null> {
  const from = await templateOf(db, id)
  const text = from && ((await findDraft(db, id)).text ?? (await findVersion(db, id, version))?.text)
  return from && text ? { from, changes: departures(from.version, text), title: text.title } : null
}
