/** A second officer has compared both originals with what is written down: the agreement counts as concluded. */
import type { Db } from '#src/platform/database/tables.ts'
import { actorOf, type Visitor } from '#src/platform/people/index.ts'
import { record } from '#src/platform/record.ts'
import { refuseEntry } from './entry-refusal.ts'
import { type Entry, lockEntry, updateEntry } from './entry-store.ts'
import { isComplete, signedOnPaper, wroteIt } from './paper-signing.ts'
import { paperOf, saveCheck } from './paper-store.ts'
import { detailsOf } from './save-entry.ts'

/** @throws Refusal `paper_incomplete`, `paper_own_work` for who wrote either side down, `paper_is_checked` */
export async function checkPaper(
  db: Db,
  { officer, entry }: { officer: Visitor; entry: Entry },
  at: Temporal.Instant,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const held = (await lockEntry(tx, entry.id))!
    const paper = await paperOf(tx, held.id)
    if (paper.check) refuseEntry('paper_is_checked')
    if (!isComplete(paper)) refuseEntry('paper_incomplete', {}, 422)
    if (wroteIt(paper, officer.account.id)) refuseEntry('paper_own_work', {}, 403)
    const before = detailsOf(held)
    const signedOn = signedOnPaper(paper)
    if (before.endsOn && before.endsOn < (before.effectiveOn ?? signedOn)) refuseEntry('entry_dates_crossed', {}, 422)
    await saveCheck(tx, held.id, { id: officer.account.id, name: officer.account.name.latin }, at)
    await updateEntry(tx, held.id, { ...before, signedOn, effectiveOn: before.effectiveOn ?? signedOn }, held.revision)
    const detail = { before: { signedOn: before.signedOn }, after: { signedOn } }
    await record(tx, {
      at,
      by: actorOf(officer),
      about: { kind: 'entry', id: held.id },
      act: 'entry.paper_checked',
      detail,
    })
  })
}
