/** An officer takes back what a list brought in, as long as nobody has worked on it since. */
import { holdRegister, takeBackEntries, touchedSince } from '#src/agreements/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import { actorOf } from '#src/platform/people/index.ts'
import { record } from '#src/platform/record.ts'
import type { OfficersImport } from './access.ts'
import { refuseImport } from './refusals.ts'
import { lockImport, rowsOf, saveUndone } from './store.ts'

/** Partners it took into the register stay, as prospects. @throws Refusal `import_not_done`, `import_worked_on` */
export async function undoImport(db: Db, { officer, found }: OfficersImport, at: Temporal.Instant): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { id, name, state } = await lockImport(tx, found.id)
    if (state !== 'done') refuseImport('import_not_done')
    await holdRegister(tx)
    const rows = await rowsOf(tx, id)
    const ids = rows.flatMap(({ outcome, entry }) => (outcome === 'new' && entry ? [entry] : []))
    const touched = await touchedSince(tx, ids)
    if (touched.length > 0) refuseImport('import_worked_on', { n: touched.length })
    await takeBackEntries(tx, officer, { ids, from: name, at })
    await saveUndone(tx, id, officer.account.name.latin, at)
    const about = { kind: 'import', id }
    await record(tx, { at, by: actorOf(officer), about, act: 'import.undone', detail: { name, taken: ids.length } })
  })
}
