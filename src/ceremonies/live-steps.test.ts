import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { actorOf } from '#src/platform/people/index.ts'
import { confirmedCeremony, openCeremonies, planAt, sharedCeremony } from '#test/support/ceremony.ts'
import type { Pair } from '#test/support/postman.ts'
import { changeOurSheet } from './change-sheet.ts'
import { draftProse } from './draft-minutes.ts'
import { findRecord, markCommitment, noteHeld, noteLive, plans } from './index.ts'
import type { Bilingual } from './plan.ts'

let pair: Pair

before(async () => {
  pair = await openCeremonies()
})
after(() => pair?.close())

const db = () => pair.hust.database.db

/** Plays the first two items, an audience of 4,000. */
async function play(id: string, audience = 4000): Promise<void> {
  const { items } = await planAt(pair.hust, id)
  const at = pair.now
  const minutes = (n: number) => at.add({ minutes: n })
  const played = items
    .slice(0, 2)
    .map(({ id: item }, i) => ({ item, startedAt: minutes(i * 7), endedAt: minutes(i * 7 + 7) }))
  await db()
    .transaction()
    .execute((tx) => noteLive(tx, id, at))
  const held = { startedAt: at, endedAt: minutes(14), items: played, audience, at: minutes(14) }
  await db()
    .transaction()
    .execute((tx) => noteHeld(tx, id, held))
}

test('held, there is a record: the times it really took, who came, what was promised', async () => {
  const { id } = await confirmedCeremony(pair)
  assert.equal(await findRecord(db(), id), undefined)
  const actor = actorOf(await pair.hust.visitor('officer'))
  const mark = {
    id: crypto.randomUUID(),
    item: (await planAt(pair.hust, id)).items[3]!.id,
    words: { en: 'All assistance', zh: '' },
    byParty: null,
    by: 'A consul',
    to: 'Both',
    at: pair.now,
    actor,
  }
  for (let twice = 0; twice < 2; twice++)
    await db()
      .transaction()
      .execute((tx) => markCommitment(tx, id, mark))
  await db()
    .transaction()
    .execute((tx) =>
      changeOurSheet(
        tx,
        id,
        (state) => ({
          ...state,
          sheet: { ...state.sheet, guests: state.sheet.guests.map((g, i) => ({ ...g, present: i === 0 })) },
        }),
        { at: pair.now, by: actor, act: 'ceremony.sheet_changed' },
      ),
    )
  await play(id)
  await play(id, 4100)
  const found = (await findRecord(db(), id))!
  assert.equal(found.plan.state, 'held')
  assert.equal(found.audience, 4100)
  assert.deepEqual(
    found.items.map(({ item, startedAt, endedAt }) => [item.block, startedAt.until(endedAt).total('minutes')]),
    [
      ['welcome', 7],
      ['speech', 7],
    ],
  )
  assert.deepEqual(
    found.attended[pair.hust.ror]!.map(({ name }) => name.latin),
    [pair.hust.signatory.latin],
  )
  assert.deepEqual(
    found.commitments.map(({ by, byParty, words }) => [by, byParty, words.en]),
    [['A consul', null, 'All assistance']],
  )
})

test('minutes begin with the day and hours in both halls, and with both days where they differ', async () => {
  const { id } = await confirmedCeremony(pair)
  await play(id)
  const found = (await findRecord(db(), id))!
  const opening = (startedAt: string) => {
    const from = Temporal.Instant.from(startedAt)
    const names: [Bilingual, Bilingual] = [
      { en: 'HUST', zh: '华中科技大学' },
      { en: 'Queen Mary', zh: '玛丽女王大学' },
    ]
    return draftProse({ ...found, startedAt: from, endedAt: from.add({ minutes: 30 }) }, names).opening
  }
  const day = opening('2026-11-20T08:00Z')
  assert.match(
    day.en,
    /^On 20 November 2026, from 16:00 to 16:30 in Wuhan and from 08:00 to 08:30 in London, HUST and Queen Mary met/,
  )
  assert.match(day.zh, /^2026年11月20日，武汉时间16:00至16:30（伦敦时间08:00至08:30），华中科技大学与玛丽女王大学举行/)
  const early = opening('2026-11-20T22:57Z')
  assert.match(
    early.en,
    /^On 21 November 2026, from 06:57 to .* and on 20 November 2026, from 22:57 to 23:27 in London,/,
  )
  assert.match(early.zh, /^2026年11月21日，武汉时间06:57至07:27（伦敦时间2026年11月20日22:57至23:27），/)
})

test('a rehearsal that was played leaves no record and stands in no list', async () => {
  const { id } = await sharedCeremony(pair)
  const answer = await (await pair.hust.browser('officer')).post(`/ceremonies/${id}/rehearsals`)
  const copy = /\/ceremonies\/([0-9a-f-]{36})/.exec(answer.headers.get('location')!)![1]!
  await play(copy)
  assert.equal((await planAt(pair.hust, copy)).state, 'held')
  assert.equal(await findRecord(db(), copy), undefined)
  assert.ok(!(await plans(db(), { partner: pair.queenMary.ror })).some((plan) => plan.id === copy))
  assert.equal((await planAt(pair.hust, id)).state, 'planning')
})

test('what was called off does not go live', async () => {
  const { id } = await sharedCeremony(pair)
  await (await pair.hust.browser('officer')).post(`/ceremonies/${id}/cancel`, { reason: 'Called off' })
  await assert.rejects(
    db()
      .transaction()
      .execute((tx) => noteLive(tx, id, pair.now)),
    /ceremony_does_not_allow/,
  )
})

test('a frame that comes late does not undo what the stage has played', async () => {
  const { id } = await sharedCeremony(pair)
  pair.queenMary.down = true
  await (await pair.hust.browser('officer')).post(`/ceremonies/${id}/postpone`, { reason: 'Too late' })
  await pair.queenMary.database.db.transaction().execute((tx) => noteLive(tx, id, pair.now))
  pair.queenMary.down = false
  await pair.deliver()
  assert.equal((await planAt(pair.queenMary, id)).state, 'live')
})
