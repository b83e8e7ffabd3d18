/** The signing on stage: rehearsed, where nothing counts, and the real one, which the stage only follows. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { findRecord } from '#src/ceremonies/index.ts'
import { startRehearsal } from '#src/ceremonies/rehearse.ts'
import { planAt } from '#test/support/ceremony.ts'
import type { Office } from '#test/support/office.ts'
import { handOver } from '#test/support/postman.ts'
import { consent } from '#test/support/signing-play.ts'
import { openStages, press, type StagedPair, stagedCeremony } from '#test/support/stage.ts'

let pair: StagedPair
before(async () => {
  pair = await openStages()
})
after(() => pair?.close())

const done = async (answer: Promise<Response>) => {
  const { status } = await answer
  assert.equal(status, 303)
  await pair.deliver()
}
/** The stage as somebody opens it at an office; what was announced a moment ago has been heard. */
async function watched(office: Office, who: 'public' | 'officer', ceremony: string): Promise<string> {
  await pair.streams.get(office)!.broadcast.refresh(ceremony)
  return (await office.browser(who)).read(`/live/${ceremony}`)
}

describe('a rehearsal', () => {
  let rehearsal: string
  let original: string
  before(async () => {
    const made = await stagedCeremony(pair)
    original = made.id
    const plan = await planAt(pair.hust, made.id)
    const officer = await pair.hust.visitor('officer')
    const [us, partner] = [pair.hust.institution, pair.queenMary.institution]
    const held = { officer, plan, us: { ...us, ours: true }, partner: { ...partner, ours: false } }
    rehearsal = crypto.randomUUID()
    await startRehearsal(pair.hust.database.db, held, { id: rehearsal, at: pair.now })
    await pair.deliver()
  })

  test('the public never sees it; staff see it marked', async () => {
    assert.equal((await (await pair.queenMary.browser('public')).get(`/live/${rehearsal}`)).status, 303)
    const page = await watched(pair.queenMary, 'officer', rehearsal)
    assert.match(page, /is-rehearsal/)
    assert.match(page, /rehearsal-mark.*Rehearsal.*彩排/)
    assert.match(page, /key=\d+\.[\w-]{43}/)
    const address = `${pair.address(pair.queenMary)}/live/${rehearsal}/snapshot.json`
    assert.equal((await fetch(address)).status, 403)
    const key = /key=([\d.\w-]+)/.exec(page)![1]
    assert.equal((await fetch(`${address}?key=${key}`)).status, 200)
  })

  test('signatories press, lines fill on both stages, concluded is declared, and nothing counts', async () => {
    const signatory = await pair.hust.browser('signatory')
    const at = `/ceremonies/${rehearsal}/rehearsal-mark`
    await done(press(pair.hust, rehearsal, 'start'))
    assert.equal((await signatory.post(at, { seat: 'seat-a' })).status, 409)
    await done(press(pair.hust, rehearsal, 'start_signing'))
    assert.match(await signatory.read(`/ceremonies/${rehearsal}/desk`), /passkey-assert/)
    const options = await (await signatory.post(`${at}/options`, { seat: 'seat-a' })).json()
    const response = JSON.stringify(pair.hust.passkey.assert(options, pair.hust.publicUrl))
    await done(signatory.post(at, { seat: 'seat-a', response }))
    assert.match(await watched(pair.queenMary, 'officer', rehearsal), /stage-seat consented/)
    assert.equal((await signatory.post(at, { seat: 'seat-b' })).status, 403)
    const standIn = await pair.queenMary.browser('officer')
    await done(standIn.post(at, { seat: 'seat-b' }))
    await done(standIn.post(at, { seat: 'seat-b' }))
    await done(press(pair.hust, rehearsal, 'declare_concluded'))
    assert.match(await watched(pair.queenMary, 'officer', rehearsal), /Rehearsed by both\. Nothing has been signed/)
    await done(press(pair.hust, rehearsal, 'end'))
    for (const office of [pair.hust, pair.queenMary]) {
      assert.equal(await findRecord(office.database.db, rehearsal), undefined)
      const signed = await office.database.db.selectFrom('signing_consent').selectAll().execute()
      assert.equal(signed.length, 0)
    }
  })

  test('a mark on anything but a rehearsal is refused by the other node', async () => {
    const body = { seat: 'seat-a', byName: 'X', method: 'press', at: pair.now.toString() }
    const answer = await handOver(pair, pair.hust, pair.queenMary, { kind: 'stage.mark', about: original, body })
    assert.ok('answer' in answer && answer.answer === 'refused')
    const seats = { ...body, seat: 'seat-b' }
    const theirs = await handOver(pair, pair.hust, pair.queenMary, {
      kind: 'stage.mark',
      about: rehearsal,
      body: seats,
    })
    assert.ok('answer' in theirs && theirs.answer === 'refused', 'nor one for the receiver’s own seat')
  })
})

describe('a real signing', () => {
  test('lines fill on both stages as the presidents sign; declaring it shows what the nodes have decided', async () => {
    const made = await stagedCeremony(pair)
    const room = await openSession(pair.hust, made.agreement)
    await done(press(pair.hust, made.id, 'start'))
    await done(press(pair.hust, made.id, 'start_signing'))
    const seats = async (office: Office) => {
      const page = await watched(office, 'public', made.id)
      return [...page.matchAll(/stage-seat (\w+)/g)].map(([, state]) => state)
    }
    assert.deepEqual(await seats(pair.queenMary), ['awaited', 'awaited'])
    const desk = await (await pair.hust.browser('signatory')).read(`/ceremonies/${made.id}/desk`)
    assert.match(desk, new RegExp(`class="button big" href="${room}/sign"`))
    const play = { agreement: made.agreement, room, session: room.slice('/signing/'.length) }
    await done(consent(pair.hust, play))
    assert.deepEqual(await seats(pair.queenMary), ['consented', 'awaited'])
    await done(consent(pair.queenMary, play))
    for (const office of [pair.hust, pair.queenMary]) assert.deepEqual(await seats(office), ['signed', 'signed'])
    await done(press(pair.hust, made.id, 'declare_concluded'))
    for (const office of [pair.hust, pair.queenMary])
      assert.match(await watched(office, 'public', made.id), /is-concluded[\s\S]*The agreement is concluded/)
  })
})

async function openSession(office: Office, agreement: string): Promise<string> {
  const day = pair.now.toZonedDateTimeISO('Asia/Shanghai').toPlainDate().add({ days: 7 })
  const fields = { date: day.toString(), time: '18:00' }
  const answer = await (await office.browser('officer')).post(`/agreements/${agreement}/signing-sessions`, fields)
  await pair.deliver()
  return answer.headers.get('location')!
}
