/** An officer takes back what a list brought in, as long as nobody has worked on it since. */
import { entriesToCompare, holdRegister, takeBackEntries, touchedSince } from '#src/agreements/index.ts'
import { takeBackPartner } from '#src/partners/index.ts'
import type { Db, Tx } from '#src/platform/database/tables.ts'
import { actorOf, type Visitor } from '#src/platform/people/index.ts'
import { record } from '#src/platform/record.ts'
import type { OfficersImport } from './access.ts'
import { saveStays, takenBy } from './partner-store.ts'
import { refuseImport } from './refusals.ts'
import { type Import, lockImport, rowsOf, saveUndone } from './store.ts'

/** Partners that came with it leave too; those somebody works with by then stay, and it is noted why. @throws Refusal `import_not_done`, `import_worked_on` */
export async function undoImport(db: Db, { officer, found }: OfficersImport, at: Temporal.Instant): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const locked = await lockImport(tx, found.id)
    const { id, name, state } = locked
    if (state !== 'done') refuseImport('import_not_done')
    await holdRegister(tx)
    const rows = await rowsOf(tx, id)
    const ids = rows.flatMap(({ outcome, entry }) => (outcome === 'new' && entry ? [entry] : []))
    const touched = await touchedSince(tx, ids)
    if (touched.length > 0) refuseImport('import_worked_on', { n: touched.length })
    await takeBackEntries(tx, officer, { ids, from: name, at })
    const partners = await takeBackPartners(tx, officer, locked, at)
    await saveUndone(tx, id, officer.account.name.latin, at)
    const detail = { name, taken: ids.length, partners }
    const about = { kind: 'import', id }
    await record(tx, { at, by: actorOf(officer), about, act: 'import.undone', detail })
  })
}

/** @returns how many left the register */
async function takeBackPartners(tx: Tx, officer: Visitor, { id, name }: Import, at: Temporal.Instant): Promise<number> {
  const partners = await takenBy(tx, id)
  const rors = partners.map(({ ror }) => ror)
  const agreed = new Set((await entriesToCompare(tx, rors)).map(({ partner }) => partner))
  let gone = 0
  for (const { ror } of partners) {
    if (agreed.has(ror)) await saveStays(tx, id, { ror, stays: 'agreements' })
    else if (await takeBackPartner(tx, officer, { ror, from: name, at })) gone++
    else await saveStays(tx, id, { ror, stays: 'worked_with' })
  }
  return gone
}
