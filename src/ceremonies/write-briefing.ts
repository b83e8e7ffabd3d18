/** Our officers write talking points, biographies and background. Seen on our node only. */
import type { Db } from '#src/platform/database/tables.ts'
import { actorOf } from '#src/platform/people/index.ts'
import { record } from '#src/platform/record.ts'
import { Refusal } from '#src/platform/refusal.ts'
import type { OfficersCeremony } from './access.ts'
import {
  type Background,
  type Briefing,
  backgroundOf,
  briefingsOf,
  noBriefing,
  saveBackgroundRow,
  saveBriefingRow,
} from './briefing-store.ts'
import type { Guest } from './guest.ts'
import { refuse } from './minutes-lifecycle.ts'
import type { Bilingual, Plan } from './plan.ts'
import { lockCeremony } from './store.ts'

const longest = 20_000

function checkLength(...texts: Bilingual[]): void {
  if (texts.some(({ en, zh }) => en.length + zh.length > longest)) refuse('minutes_malformed', {}, 422)
}

/** A guest of either side. @throws Refusal `not_found` */
export function guestOf({ guests }: Plan, id: string): Guest {
  const guest = Object.values(guests)
    .flat()
    .find((one) => one.id === id)
  if (!guest) throw new Refusal('not_found', {}, 404)
  return guest
}

/** @param briefing with the version the officer began from. @throws Refusal `briefing_changed_meanwhile` */
export async function writeBriefing(
  db: Db,
  { officer, plan }: OfficersCeremony,
  { guest, briefing, at }: { guest: string; briefing: Briefing; at: Temporal.Instant },
): Promise<void> {
  const { name } = guestOf(plan, guest)
  checkLength(briefing.points, briefing.life)
  await db.transaction().execute(async (tx) => {
    await lockCeremony(tx, plan.id)
    const before = (await briefingsOf(tx, plan.id))[guest] ?? noBriefing
    if (same(before.points, briefing.points) && same(before.life, briefing.life)) return
    if (before.version !== briefing.version) refuse('briefing_changed_meanwhile')
    await saveBriefingRow(tx, plan.id, guest, { ...briefing, version: before.version + 1 })
    const about = { kind: 'ceremony', id: plan.id }
    await record(tx, {
      at,
      by: actorOf(officer),
      about,
      act: 'ceremony.briefing_written',
      detail: { name: name.latin },
    })
  })
}

/** @throws Refusal `briefing_changed_meanwhile` where a colleague saved in between */
export async function writeBackground(
  db: Db,
  { officer, plan }: OfficersCeremony,
  { background, at }: { background: Background; at: Temporal.Instant },
): Promise<void> {
  checkLength(background.ties, background.proposed)
  await db.transaction().execute(async (tx) => {
    await lockCeremony(tx, plan.id)
    const before = await backgroundOf(tx, plan.id)
    if (same(before.ties, background.ties) && same(before.proposed, background.proposed)) return
    if (before.version !== background.version) refuse('briefing_changed_meanwhile')
    await saveBackgroundRow(tx, plan.id, { ...background, version: before.version + 1 })
    const about = { kind: 'ceremony', id: plan.id }
    await record(tx, { at, by: actorOf(officer), about, act: 'ceremony.briefing_written' })
  })
}

const same = (a: Bilingual, b: Bilingual) => a.en === b.en && a.zh === b.zh
