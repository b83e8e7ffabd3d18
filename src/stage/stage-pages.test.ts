/** A ceremony played through the front doors of two offices. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { commitmentsOf, findRecord } from '#src/ceremonies/index.ts'
import { openItems } from '#src/platform/outbox/index.ts'
import { planAt } from '#test/support/ceremony.ts'
import type { Office } from '#test/support/office.ts'
import { handOver } from '#test/support/postman.ts'
import { samplePdf } from '#test/support/sample-pdf.ts'
import { greet, openStages, press, type StagedPair, stageAt, stagedCeremony } from '#test/support/stage.ts'
import { stageLiveTopic } from './live.ts'
import { drawSlides } from './slides.ts'
import { contactOf } from './store.ts'

let pair: StagedPair
let id: string
before(async () => {
  pair = await openStages()
  ;({ id } = await stagedCeremony(pair))
})
after(() => pair?.close())

const done = async (answer: Promise<Response>) => {
  const { status } = await answer
  assert.equal(status, 303)
  await pair.deliver()
}
/** Whether both nodes hold the same stage. */
const same = async (ceremony = id) =>
  assert.deepEqual(await stageAt(pair.hust, ceremony), await stageAt(pair.queenMary, ceremony))
/** The stage as somebody opens it at an office; what was announced a moment ago has been heard. */
async function watched(office: Office, who: 'public' | 'officer' = 'public', ceremony = id): Promise<string> {
  await pair.streams.get(office)!.broadcast.refresh(ceremony)
  return (await office.browser(who)).read(`/live/${ceremony}`)
}
const noticeIn = (page: string) => /notice-body">([^<]*)/.exec(page)?.[1] ?? ''
const line = (text: string, language = 'en') => ({ id: crypto.randomUUID(), lines: text, language })
const journal = async (office: Office, act: string) =>
  office.database.db.selectFrom('journal').select('id').where('act', '=', act).where('subject_id', '=', id).execute()

describe('before it begins', () => {
  test('the public sees an open stage and gets no key; a closed one asks to sign in', async () => {
    const page = await watched(pair.hust)
    assert.match(page, /The stage is not open yet/)
    assert.doesNotMatch(page, /key=/)
    const { db } = pair.hust.database
    await db.updateTable('ceremony').set({ open: false }).where('id', '=', id).execute()
    assert.equal((await (await pair.hust.browser('public')).get(`/live/${id}`)).status, 303)
    assert.equal((await (await pair.hust.browser('nobody')).get(`/live/${id}`)).status, 404)
    pair.streams.get(pair.hust)!.broadcast.stir(id)
    await db.updateTable('ceremony').set({ open: true }).where('id', '=', id).execute()
  })

  test('where it begins on another day in the other hall, each hour stands with its own', async () => {
    const early = await stagedCeremony(pair, { date: '2026-11-27', time: '06:30' })
    const page = (await watched(pair.hust, 'public', early.id)).replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
    assert.match(
      page,
      /27 November 2026 · 2026年11月27日 · 06:30 Wuhan 武汉 26 November 2026 · 2026年11月26日 · 22:30 London/,
    )
    const console = await (await pair.hust.browser('officer')).read(`/ceremonies/${early.id}/console`)
    assert.match(console, /06:30 \/ 22:30 day before/)
  })

  test('only moderators press, only captioners caption, speakers and strangers see none of it', async () => {
    for (const path of ['console', 'captions', 'speaker', 'desk']) {
      assert.equal((await (await pair.hust.browser('officer')).get(`/ceremonies/${id}/${path}`)).status, 200, path)
      assert.equal((await (await pair.hust.browser('nobody')).get(`/ceremonies/${id}/${path}`)).status, 404, path)
      assert.equal((await (await pair.hust.browser('public')).get(`/ceremonies/${id}/${path}`)).status, 303, path)
    }
    assert.equal((await (await pair.hust.browser('reader')).get(`/ceremonies/${id}/console`)).status, 403)
    const reader = await pair.hust.browser('reader')
    const fields = { act: 'start', term: '1', rev: '0' }
    assert.equal((await reader.post(`/ceremonies/${id}/stage`, fields)).status, 403)
    assert.equal((await reader.post(`/ceremonies/${id}/captions`, line('x'))).status, 403)
    assert.equal((await stageAt(pair.hust, id)).phase, 'closed')
    const { db } = pair.hust.database
    const topic = (who: Parameters<Office['visitor']>[0]) =>
      pair.hust.visitor(who).then((v) => stageLiveTopic(db, v, `/ceremonies/${id}/live`))
    assert.deepEqual([await topic('officer'), await topic('nobody')], [`stage:${id}`, 404])
  })
})

describe('on stage', () => {
  test('what the leader presses happens on both nodes, and the plan is live there', async () => {
    await done(press(pair.hust, id, 'open_doors'))
    assert.match(await watched(pair.queenMary), /The doors are open/)
    await done(press(pair.hust, id, 'start'))
    await done(press(pair.hust, id, 'next'))
    await same()
    for (const office of [pair.hust, pair.queenMary]) assert.equal((await planAt(office, id)).state, 'live')
    const page = await watched(pair.queenMary)
    assert.match(page, /name-card-name.*Wang Xiaoming.*王小明/)
    assert.match(page, /role="status">.*Address on behalf of HUST/)
  })

  test('a stale press and a double click do nothing and are told so; the other side is told who leads', async () => {
    const seen = await stageAt(pair.hust, id)
    const old = { term: String(seen.term), rev: String(seen.rev) }
    await done(press(pair.hust, id, 'next', old))
    const again = await press(pair.hust, id, 'next', old)
    assert.equal(again.status, 409)
    assert.match(noticeIn(await again.text()), /moved on/)
    assert.equal((await stageAt(pair.hust, id)).rev, seen.rev + 1)
    const other = await press(pair.queenMary, id, 'next')
    assert.equal(other.status, 403)
    assert.match(noticeIn(await other.text()), /Take over first/)
    const malformed: Record<string, string>[] = [{ rev: 'x' }, { act: 'explode' }, { act: 'turn_slide', page: '1.5' }]
    for (const bad of malformed) assert.equal((await press(pair.hust, id, 'next', bad)).status, 422)
    await same()
  })

  test('two moderators press at once: one press counts', async () => {
    const before = await stageAt(pair.hust, id)
    const seen = { term: String(before.term), rev: String(before.rev) }
    const answers = await Promise.all([press(pair.hust, id, 'next', seen), press(pair.hust, id, 'next', seen)])
    assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 409])
    assert.equal((await stageAt(pair.hust, id)).rev, before.rev + 1)
    await pair.deliver()
  })

  test('captions of either side stand on both stages; the same line twice is one; many lines go one by one', async () => {
    const london = await pair.queenMary.browser('officer')
    const at = `/ceremonies/${id}/captions`
    const sent = line('First line')
    await done(london.post(at, sent))
    await done(london.post(at, sent))
    const rows = await pair.hust.database.db
      .selectFrom('stage_caption')
      .selectAll()
      .where('ceremony', '=', id)
      .execute()
    assert.equal(rows.length, 1)
    assert.match(await watched(pair.hust), /caption-line">First line</)
    const many = await london.post(at, line('第一行\n\n第二行', 'zh'))
    assert.equal(many.status, 200)
    assert.match(await many.text(), /<textarea[^>]*lang="zh-CN"[^>]*>\n第二行<\/textarea>/)
    await pair.deliver()
    assert.match(await watched(pair.hust), /caption-line">第一行</)
    const long = await london.post(at, line('x'.repeat(301)))
    assert.equal(long.status, 422)
    assert.match(await long.text(), /x{301}<\/textarea>/)
    await done(london.post(at, { ...line(''), clear: 'yes' }))
    assert.doesNotMatch(await watched(pair.hust), /First line/)
  })

  test('a message to the speakers reaches both sides’ speakers and no audience', async () => {
    const text = 'Please come to an end.'
    const officer = await pair.hust.browser('officer')
    await done(officer.post(`/ceremonies/${id}/stage/note`, { id: crypto.randomUUID(), text }))
    for (const office of [pair.hust, pair.queenMary]) {
      const speaker = await (await office.browser('officer')).read(`/ceremonies/${id}/speaker`)
      assert.match(speaker, /speaker-message">Please come to an end\./)
      assert.doesNotMatch(await watched(office), /Please come to an end/)
    }
    await done(officer.post(`/ceremonies/${id}/stage/note`, { id: crypto.randomUUID(), text: '' }))
    assert.doesNotMatch(
      await (await pair.queenMary.browser('officer')).read(`/ceremonies/${id}/speaker`),
      /speaker-message/,
    )
  })

  test('a promise is marked once with what is on stage, and stands on both nodes', async () => {
    const officer = await pair.hust.browser('officer')
    const at = `/ceremonies/${id}/stage/promise`
    const typed = {
      id: crypto.randomUUID(),
      words_en: 'Ten doctoral places a year.',
      words_zh: '',
      by: 'Wang Xiaoming',
      side: 'ours',
    }
    const empty = await officer.post(at, { ...typed, words_en: ' ' })
    assert.equal(empty.status, 422)
    assert.match(await empty.text(), /value="Wang Xiaoming"/)
    await done(officer.post(at, typed))
    await done(officer.post(at, typed))
    for (const office of [pair.hust, pair.queenMary]) {
      const marked = await commitmentsOf(office.database.db, id)
      const { item } = await stageAt(office, id)
      assert.deepEqual(
        marked.map(({ words, by, byParty, item }) => [words.en, by, byParty, item]),
        [['Ten doctoral places a year.', 'Wang Xiaoming', pair.hust.ror, item]],
      )
    }
    assert.doesNotMatch(await watched(pair.hust), /doctoral places/)
  })

  test('slides: drawn here at once and there a little later, in step on both', async () => {
    const officer = await pair.hust.browser('officer')
    const { item } = await stageAt(pair.hust, id)
    const upload = (bytes: BlobPart, name = 'slides.pdf') => {
      const form = new FormData()
      form.set('item', item!)
      form.set('pdf', new File([bytes], name, { type: 'application/pdf' }))
      return officer.post(`/slides/${id}`, form)
    }
    assert.equal((await upload('no pdf at all')).status, 422)
    await done(upload(samplePdf(3)))
    await done(press(pair.hust, id, 'show_slides'))
    assert.match(await watched(pair.queenMary), /scene-speech/, 'not drawn there yet')
    await drawSlides(pair.queenMary.database.db)
    await done(press(pair.hust, id, 'turn_slide', { page: '2' }))
    const page = await watched(pair.queenMary)
    const picture = /class="slide" src="([^"]+-2\.png)"/.exec(page)![1]!
    const image = await (await pair.queenMary.browser('public')).get(picture)
    assert.deepEqual([image.status, image.headers.get('content-type')], [200, 'image/png'])
    assert.match(image.headers.get('cache-control')!, /public.*immutable/)
    assert.equal((await (await pair.hust.browser('public')).get(picture.replace('-2.png', '-9.png'))).status, 404)
    await done(press(pair.hust, id, 'hide_slides'))
    await same()
  })
})

describe('two nodes', () => {
  test('late, doubled and disordered, the newest state stands', async () => {
    const states = []
    for (const act of ['hold', 'resume', 'back'] as const) {
      assert.equal((await press(pair.hust, id, act)).status, 303)
      states.push(await stageAt(pair.hust, id))
    }
    for (const n of [2, 0, 1, 2, 0]) {
      const body = { state: states[n], byName: 'A' }
      const answer = await handOver(pair, pair.hust, pair.queenMary, { kind: 'stage.state', about: id, body })
      assert.deepEqual(answer, { answer: 'accepted', result: null })
    }
    assert.deepEqual(await stageAt(pair.queenMary, id), states[2])
    await pair.deliver()
  })

  test('nobody else’s ceremony, and nothing malformed', async () => {
    const state = await stageAt(pair.hust, id)
    const send = (change: object, about = id) =>
      handOver(pair, pair.hust, pair.queenMary, {
        kind: 'stage.state',
        about,
        body: { state: { ...state, rev: 999, ...change }, byName: '' },
      })
    for (const change of [{ leader: '0aaaaaaaa' }, { phase: 'gone' }, { extra: 1 }, { heldAt: 'x' }, { item: null }]) {
      const answer = await send(change)
      assert.ok('answer' in answer && answer.answer === 'refused', JSON.stringify(change))
    }
    assert.ok('retry' in (await send({}, crypto.randomUUID())), 'an unknown ceremony may come later')
    await same()
  })

  test('silence is noticed after five seconds, said in one line, and the other side takes over', async () => {
    await greet(pair, pair.hust)
    await greet(pair, pair.queenMary)
    pair.hust.down = true
    pair.wait({ seconds: 4 })
    await greet(pair, pair.queenMary)
    assert.equal((await contactOf(pair.queenMary.database.db, id)).silent_since, null)
    pair.wait({ seconds: 2 })
    await greet(pair, pair.queenMary)
    const console_ = await (await pair.queenMary.browser('officer')).read(`/ceremonies/${id}/console`)
    assert.match(console_, /HUST’s node has been silent for 6 s/)
    assert.match(console_, /value="take_over"/)
    assert.match(await watched(pair.queenMary), /stage-lost.*The line to Wuhan is interrupted/)
    assert.equal((await press(pair.queenMary, id, 'take_over')).status, 303)
    for (const act of ['next', 'next', 'hold'] as const)
      assert.equal((await press(pair.queenMary, id, act)).status, 303)
    assert.equal((await stageAt(pair.queenMary, id)).leader, pair.queenMary.ror)
    const waiting = await openItems(pair.queenMary.database.db)
    assert.equal(waiting, 1, 'only the newest state waits')
  })

  test('the node that was away presses on its old state; when they hear each other both hold the same again', async () => {
    assert.equal((await press(pair.hust, id, 'back')).status, 303)
    pair.hust.down = false
    await greet(pair, pair.hust)
    await same()
    const state = await stageAt(pair.hust, id)
    assert.deepEqual([state.leader, state.phase], [pair.queenMary.ror, 'paused'])
    assert.doesNotMatch(await watched(pair.queenMary), /stage-lost/)
    assert.equal((await journal(pair.hust, 'stage.leader_changed')).length, 1)
    await pair.deliver()
    await same()
    await done(press(pair.hust, id, 'take_over'))
    await done(press(pair.hust, id, 'resume'))
    await same()
  })

  test('both take over in the same moment: one of them leads on both nodes', async () => {
    await done(press(pair.queenMary, id, 'take_over'))
    pair.hust.down = true
    pair.queenMary.down = true
    assert.equal((await press(pair.hust, id, 'take_over')).status, 303)
    const here = await stageAt(pair.queenMary, id)
    pair.hust.down = false
    pair.queenMary.down = false
    const body = { state: { ...here, term: here.term + 1, rev: 1 }, byName: 'B' }
    await handOver(pair, pair.queenMary, pair.hust, { kind: 'stage.state', about: id, body })
    await handOver(pair, pair.hust, pair.queenMary, { kind: 'stage.state', about: id, body })
    await pair.deliver()
    await same()
    assert.equal((await stageAt(pair.hust, id)).leader, pair.queenMary.ror)
    await done(press(pair.hust, id, 'take_over'))
  })
})

describe('at the end', () => {
  test('concluded cannot be declared before this node has it; the desk leads to the real signing', async () => {
    await done(press(pair.hust, id, 'start_signing'))
    const early = await press(pair.hust, id, 'declare_concluded')
    assert.equal(early.status, 409)
    assert.match(noticeIn(await early.text()), /Not everyone has signed/)
    const desk = await (await pair.hust.browser('signatory')).read(`/ceremonies/${id}/desk`)
    assert.match(desk, /The signing session is not open yet/)
    assert.equal(
      (await (await pair.hust.browser('signatory')).post(`/ceremonies/${id}/rehearsal-mark`, { seat: 'seat-a' }))
        .status,
      409,
    )
  })

  test('ended: both nodes keep the times that were, and the ceremony is held', async () => {
    pair.wait({ minutes: 3 })
    await done(press(pair.hust, id, 'end'))
    await same()
    const records = await Promise.all([pair.hust, pair.queenMary].map((o) => findRecord(o.database.db, id)))
    for (const record of records) {
      assert.equal(record!.plan.state, 'held')
      assert.equal(record!.items.at(-1)!.item.block, 'signing')
      assert.equal(record!.endedAt.toString(), pair.now.toString())
    }
    assert.deepEqual(
      records[0]!.items.map(({ endedAt }) => `${endedAt}`),
      records[1]!.items.map(({ endedAt }) => `${endedAt}`),
    )
    assert.equal((await press(pair.hust, id, 'start')).status, 409)
  })
})
