/** Reads what the page of one agreement of the register shows. */
import { findInstitution, ourInstitution, ourUnits } from '#src/partners/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import { isId } from '#src/platform/id.ts'
import type { Visitor } from '#src/platform/people/visitor.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { reachOf } from '#src/procedures/index.ts'
import { isOfficer, mayReadNotes, maySeeSomeAgreements } from './access.ts'
import { relativesOf } from './entry-family-store.ts'
import { filesOf } from './entry-file-store.ts'
import { findEntryWithin } from './entry-store.ts'
import { paperOf } from './paper-store.ts'
import { settlementsOf } from './settle-entry.ts'

export type EntryView = Awaited<ReturnType<typeof readEntry>>

/** Whoever sees agreements sees the register, as far as their role reaches. @throws Refusal `sign_in_first`, `not_found` */
export function requireRegisterReader(visitor: Visitor | null): asserts visitor is Visitor {
  if (!visitor) throw new Refusal('sign_in_first', {}, 401)
  if (!maySeeSomeAgreements(visitor)) throw new Refusal('not_found', {}, 404)
}

/** @throws Refusal `sign_in_first`, or `not_found` where there is no such entry */
export async function readEntry(db: Db, visitor: Visitor | null, id: string, now: Temporal.Instant) {
  requireRegisterReader(visitor)
  const reach = await reachOf(db, visitor)
  const entry = isId(id) ? await findEntryWithin(db, id, reach) : undefined
  if (!entry) throw new Refusal('not_found', {}, 404)
  const [us, units, partner, relatives, files, settlements] = await Promise.all([
    ourInstitution(db),
    ourUnits(db),
    findInstitution(db, entry.partner),
    relativesOf(db, entry, reach),
    filesOf(db, id),
    settlementsOf(db, id),
  ])
  return {
    visitor,
    entry,
    us,
    units,
    paper: entry.signed_how === 'ink' ? await paperOf(db, id) : null,
    partner: partner!,
    relatives,
    umbrella: relatives.find((r) => r.id === entry.parent) ?? null,
    files,
    settlements,
    officer: isOfficer(visitor),
    internal: mayReadNotes(visitor),
    day: now.toZonedDateTimeISO(us.zone).toPlainDate(),
  }
}
