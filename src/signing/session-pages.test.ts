import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { findAgreement } from '#src/agreements/index.ts'
import { openPair, type Pair } from '#test/support/postman.ts'
import { consent, openedSession, signTogether } from '#test/support/signing-play.ts'
import { liveTopic } from './live.ts'
import { findSession } from './store.ts'

let pair: Pair
before(async () => {
  pair = await openPair()
})
after(() => pair.close())

const countOf = (html: string, state: string) => html.split(`class="seat ${state}"`).length - 1

test('the room shows both halves as they stand, on both nodes, until the word is whole', async () => {
  const play = await openedSession(pair)
  const rooms = async () => {
    const offices = [pair.hust, pair.queenMary]
    return Promise.all(offices.map(async (office) => (await office.browser('officer')).read(play.room)))
  }
  for (const html of await rooms()) assert.equal(countOf(html, 'awaited'), 2)

  await (await pair.hust.browser('signatory')).read(`${play.room}/sign`)
  await pair.deliver()
  for (const html of await rooms()) assert.deepEqual([countOf(html, 'reading'), countOf(html, 'awaited')], [1, 1])

  assert.equal((await consent(pair.hust, play)).status, 303)
  await pair.deliver()
  for (const html of await rooms()) assert.deepEqual([countOf(html, 'consented'), countOf(html, 'awaited')], [1, 1])

  assert.equal((await consent(pair.queenMary, play)).status, 303)
  await pair.deliver()
  for (const html of await rooms()) {
    assert.equal(countOf(html, 'signed'), 2)
    assert.match(html, /state-both/)
    assert.match(html, new RegExp(`/agreements/${play.agreement}/agreement\\.pdf`))
    assert.match(html, /key partners/)
  }
  const states = [pair.hust, pair.queenMary].map(
    async (o) => (await findAgreement(o.database.db, play.agreement))?.state,
  )
  assert.deepEqual(await Promise.all(states), ['concluded', 'concluded'])
})

test('the room says what it waits for while the partner’s node is down, in both languages', async () => {
  const play = await openedSession(pair)
  const officer = await pair.hust.browser('officer')
  const chinese = await pair.hust.browser('officer', 'zh')
  pair.queenMary.down = true
  try {
    assert.equal((await consent(pair.hust, play)).status, 303)
    await pair.deliverFrom(pair.hust)
    assert.match(await officer.read(play.room), /Waiting for Queen Mary’s node/)
    assert.match(await chinese.read(play.room), /正在等待玛丽女王节点/)
  } finally {
    pair.queenMary.down = false
  }
  await pair.deliver()
  assert.doesNotMatch(await officer.read(play.room), /Waiting for Queen Mary’s node/)
})

test('a second consent is told kindly, and of two in the same instant one is kept', async () => {
  const play = await openedSession(pair)
  const signatory = await pair.hust.browser('signatory')
  await signatory.read(`${play.room}/sign`)
  const answers: string[] = []
  for (let i = 0; i < 2; i++) {
    const options = await (await signatory.post(`${play.room}/consent/options`)).json()
    answers.push(JSON.stringify(pair.hust.passkey.assert(options, pair.hust.publicUrl)))
  }
  const sent = await Promise.all(answers.map((response) => signatory.post(`${play.room}/consent`, { response })))
  assert.deepEqual(sent.map((s) => s.status).sort(), [303, 409])
  const told = await sent.find((s) => s.status === 409)!.text()
  assert.match(told, /You have already signed/)
  const rows = await pair.hust.database.db
    .selectFrom('signing_consent')
    .selectAll()
    .where('session', '=', play.session)
    .execute()
  assert.equal(rows.length, 1)
})

test('only whoever holds the seat can open the signatory’s page; nobody else learns that the room exists', async () => {
  const play = await openedSession(pair)
  const officer = await pair.hust.browser('officer')
  assert.equal((await officer.get(`${play.room}/sign`)).status, 403)
  for (const act of ['/consent', '/code', '/code-consent', '/declination']) {
    assert.equal((await officer.post(play.room + act, { reason: 'No' })).status, 403, act)
  }
  const nobody = await pair.hust.browser('nobody')
  for (const path of ['', '/sign', '/pages/1.png']) assert.equal((await nobody.get(play.room + path)).status, 404, path)
  const outside = await pair.hust.browser('public')
  assert.equal((await outside.get(play.room)).headers.get('location')?.startsWith('/sign-in'), true)
  const reader = await pair.hust.browser('reader')
  assert.equal((await reader.get(play.room)).status, 200)
  assert.equal((await reader.post(`${play.room}/withdrawal`, { reason: 'No' })).status, 403)
  assert.equal((await findSession(pair.hust.database.db, play.session))?.state, 'open')
})

test('the stream of a session is open to whoever may see the session', async () => {
  const play = await openedSession(pair)
  const { db } = pair.hust.database
  const at = `${play.room}/live`
  assert.equal(await liveTopic(db, await pair.hust.visitor('reader'), at), `session:${play.session}`)
  assert.equal(await liveTopic(db, await pair.hust.visitor('nobody'), at), 404)
  assert.equal(await liveTopic(db, null, at), 401)
  assert.equal(await liveTopic(db, await pair.hust.visitor('reader'), '/signing/x/live'), 404)
})

test('a signatory declines with a reason: both sides read it, and the agreement stays approved', async () => {
  const play = await openedSession(pair)
  const signatory = await pair.queenMary.browser('signatory')
  const silent = await signatory.post(`${play.room}/declination`, { reason: '  ' })
  assert.equal(silent.status, 422)
  assert.equal((await findSession(pair.queenMary.database.db, play.session))?.state, 'open')
  await signatory.post(`${play.room}/declination`, { reason: 'Clause 4 <needs> the senate.' })
  await pair.deliver()
  for (const office of [pair.hust, pair.queenMary]) {
    const officer = await office.browser('officer')
    assert.match(await officer.read(play.room), /Clause 4 &lt;needs&gt; the senate\./)
    assert.equal((await findAgreement(office.database.db, play.agreement))?.state, 'approved')
    const page = await officer.read(`/agreements/${play.agreement}/signing`)
    assert.match(page, /Clause 4 &lt;needs&gt; the senate\./)
    assert.match(page, new RegExp(`action="/agreements/${play.agreement}/signing-sessions"`))
  }
  assert.equal((await consent(pair.hust, play)).status, 409)
})

test('an officer withdraws; another session can be opened and concluded', async () => {
  const play = await openedSession(pair)
  const officer = await pair.queenMary.browser('officer')
  assert.equal((await officer.post(`${play.room}/withdrawal`, { reason: 'Another date' })).status, 303)
  await pair.deliver()
  assert.equal((await findSession(pair.hust.database.db, play.session))?.state, 'ended')
  const again = await officer.post(`/agreements/${play.agreement}/signing-sessions`, {
    date: '2027-01-01',
    time: '18:00',
  })
  const room = again.headers.get('location')!
  assert.notEqual(room, play.room)
  await pair.deliver()
  await signTogether(pair, { ...play, room, session: room.slice('/signing/'.length) })
  assert.equal((await findAgreement(pair.hust.database.db, play.agreement))?.state, 'concluded')
})

test('a deadline that is none or has gone by opens nothing', async () => {
  const { agreement, room } = await openedSession(pair)
  const officer = await pair.hust.browser('officer')
  await officer.post(`${room}/withdrawal`, { reason: 'Again' })
  await pair.deliver()
  for (const [date, time] of [
    ['2020-01-01', '10:00'],
    ['tomorrow', '10:00'],
    ['2027-01-01', ''],
  ] as const) {
    const answer = await officer.post(`/agreements/${agreement}/signing-sessions`, { date, time })
    assert.equal(answer.status, 422)
    assert.match(await answer.text(), /deadline must be a date and a time still to come/)
  }
})

test('what happened within one second is told in its order, though signatures are dated to the second', async () => {
  const between = await openPair({}, '2026-09-23T08:30:00.700Z')
  try {
    const play = await openedSession(between)
    await signTogether(between, play)
    const html = await (await between.hust.browser('officer')).read(play.room)
    const told = html
      .slice(html.indexOf('What happened'))
      .match(/concluded|signed|consented|opened the (document|session)/g)!
    const second = (what: string) => [what, what]
    assert.deepEqual(told, [
      ...['concluded', ...second('signed'), ...second('consented'), ...second('opened the document')],
      'opened the session',
    ])
  } finally {
    await between.close()
  }
})

test('what happened on an earlier day is told with its day, however few hours ago it was', async () => {
  const play = await openedSession(pair)
  assert.equal((await consent(pair.hust, play)).status, 303)
  await pair.deliver()
  const signatory = await pair.hust.browser('signatory')
  const times = async (path: string) => {
    const main = (await signatory.read(path)).split('<main')[1]!
    return [...main.matchAll(/<time class="moments"[^>]*>([^<]*)/g)].map(([, said]) => said!)
  }
  for (const path of [play.room, `${play.room}/sign`])
    assert.ok(
      (await times(path)).some((said) => /^\d\d:\d\d Wuhan, \d\d:\d\d London$/.test(said)),
      path,
    )
  pair.now = pair.now.toZonedDateTimeISO('Asia/Shanghai').startOfDay().add({ days: 1, hours: 1 }).toInstant()
  for (const path of [play.room, `${play.room}/sign`])
    for (const said of await times(path)) assert.match(said, /^\d{1,2} \w+ \d{4}, /, path)
})
