/** The convenor's officers write the words of the minutes; times, people and counts come from the record. */
import { findInstitution } from '#src/partners/index.ts'
import { canonicalHash } from '#src/platform/canonical.ts'
import type { Db } from '#src/platform/database/tables.ts'
import type { OfficersCeremony } from './access.ts'
import type { CeremonyRecord } from './ceremony-record.ts'
import { minutesOf, proseOf } from './compose-minutes.ts'
import { draftProse } from './draft-minutes.ts'
import { keep, minutesMessage } from './keep-minutes.ts'
import type { HeldMinutes, Prose } from './minutes.ts'
import { requireMinute } from './minutes-access.ts'
import { refuse } from './minutes-lifecycle.ts'
import { findMinutes } from './minutes-store.ts'
import type { Plan } from './plan.ts'
import { findRecord } from './record-store.ts'
import { lockCeremony } from './store.ts'

/** Minutes to begin from: those there are, with today's counts, or the draft. Undefined before the ceremony was held. */
export async function minutesToWrite(
  db: Db,
  plan: Plan,
): Promise<{ prose: Prose; record: CeremonyRecord; version: number } | undefined> {
  const record = await findRecord(db, plan.id)
  if (!record) return undefined
  const held = await findMinutes(db, plan.id)
  const names = await Promise.all(plan.parties.map(async (party) => (await findInstitution(db, party))!.name))
  const prose = held ? proseOf(held.minutes) : draftProse(record, [names[0]!, names[1]!])
  return { prose, record, version: held?.version ?? 0 }
}

const longest = 20_000

/** @throws Refusal `minutes_too_early`, `minutes_malformed`, `minutes_changed_meanwhile` where a colleague saved in between */
export async function writeMinutes(
  db: Db,
  held: OfficersCeremony,
  { prose, version, at }: { prose: Prose; version: number; at: Temporal.Instant },
): Promise<void> {
  const words = [prose.opening, prose.closing, ...Object.values(prose.summaries)]
  if (words.some(({ en, zh }) => en.length + zh.length > longest)) refuse('minutes_malformed', {}, 422)
  await db.transaction().execute(async (tx) => {
    await lockCeremony(tx, held.plan.id)
    const record = (await findRecord(tx, held.plan.id)) ?? refuse('minutes_too_early')
    const before = await findMinutes(tx, held.plan.id)
    requireMinute(held, 'write', before)
    const minutes = minutesOf(record, prose)
    const hash = canonicalHash(minutes)
    if (before?.hash === hash) return
    if ((before?.version ?? 0) !== version) refuse('minutes_changed_meanwhile')
    const after: HeldMinutes = {
      state: 'draft',
      version: version + 1,
      minutes,
      hash,
      ours: null,
      theirs: null,
      asked: before?.asked ?? null,
    }
    // The partner is told that what it was asked to agree to is being written anew.
    const then = before?.state === 'proposed' ? [minutesMessage(held.plan, after)] : []
    await keep(tx, held, after, { act: 'ceremony.minutes_written', at, then })
  })
}
