/** What ends by the clock: a terminated agreement, and the tier of a partner whose key agreement is over. */
import { endKeyAgreement, ourInstitution } from '#src/partners/index.ts'
import type { Db, Tx } from '#src/platform/database/tables.ts'
import { evidence } from '#src/platform/evidence.ts'
import { record } from '#src/platform/record.ts'
import { overKeyEntries } from './key-entry-store.ts'
import { lockAgreement } from './store.ts'
import { isDue } from './termination.ts'
import { agreementsEnding, saveEnded, terminationsOf } from './termination-store.ts'

/** Every minute: what both hold to be due takes effect on this node; a key agreement that is over takes its tier with it. */
export async function endDue(db: Db, now: Temporal.Instant): Promise<void> {
  for (const id of await agreementsEnding(db, now)) await db.transaction().execute((tx) => endAgreement(tx, id, now))
  const day = now.toZonedDateTimeISO((await ourInstitution(db)).zone).toPlainDate()
  for (const entry of await overKeyEntries(db, day)) {
    const { partner, agreement, terminated, endedOn } = entry
    const reason = reasonFor(terminated, endedOn)
    await db.transaction().execute((tx) => endKeyAgreement(tx, { partner, agreement, at: now, reason }))
  }
}

async function endAgreement(tx: Tx, id: string, now: Temporal.Instant): Promise<void> {
  await lockAgreement(tx, id)
  for (const t of (await terminationsOf(tx, id)).filter((one) => isDue(one, now))) {
    await saveEnded(tx, t.id, t.effectiveAt)
    const about = { kind: 'agreement' as const, id }
    const facts = { termination: t.id, kind: t.kind }
    await record(tx, {
      at: t.effectiveAt,
      by: { kind: 'node' },
      about,
      act: 'agreement.ended',
      detail: facts,
      then: [evidence({ event: 'agreement.ended', about, at: t.effectiveAt, facts })],
    })
  }
}

/** As the history of the partnership says it, in both languages at once: it is kept, not drawn. */
const reasonFor = (terminated: boolean, on: Temporal.PlainDate): string =>
  terminated
    ? `The key agreement was terminated as of ${on}. 重点合作伙伴协议自${on}起终止。`
    : `The key agreement ran out on ${on} and was not renewed. 重点合作伙伴协议于${on}期满，未续签。`
