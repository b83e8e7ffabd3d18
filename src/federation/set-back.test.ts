/** A node whose database is an older copy finds out, takes back what it can, says what it cannot; and clocks that differ are noticed. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { hust, queenMary } from '#cast/universities.ts'
import type { Messages } from '#src/platform/messages.ts'
import { record } from '#src/platform/record.ts'
import { type Federated, openFederated, pair, withFrontDoor } from '#test/support/federated.ts'
import { comparisonMessages } from './answer-comparison.ts'
import { compareNodes } from './compare-nodes.ts'
import { openContacts } from './contact.ts'

let now = Temporal.Instant.from('2026-09-23T08:30:00Z')
/** How far the second node's clock is ahead. */
let ahead = Temporal.Duration.from({ seconds: 0 })

/** A message whose sender notes it too, and can note it again; and one that only people can repeat. */
const kinds: Messages = {
  'agreement.comment': {
    receive: async (tx, { about, at, body }) => {
      const says = (body as { says: string }).says
      await record(tx, { at, by: { kind: 'node' }, about: { kind: 'note', id: about }, act: `heard ${says}` })
      return { says }
    },
    sayAgain: async (tx, { about, at, body }) => {
      const says = (body as { says: string }).says
      await record(tx, { at, by: { kind: 'node' }, about: { kind: 'note', id: about }, act: `said ${says} again` })
    },
  },
  'signing.consent': { receive: async () => null },
  'ceremony.sheet': { receive: async () => null },
  ...comparisonMessages,
}

let here: Federated
let there: Federated
let enter: Awaited<ReturnType<typeof withFrontDoor>>
before(async () => {
  here = await openFederated({ institution: hust, clock: () => now, messages: kinds })
  there = await openFederated({ institution: queenMary, clock: () => now.add(ahead), messages: kinds })
  await pair(here, there, now)
  enter = await withFrontDoor(here, () => now)
  await withFrontDoor(there, () => now)
})
after(() => Promise.all([here.close(), there.close()]))

const comparing = (node: Federated) => ({ sender: node.sender, receiver: node.receiver })
const say = async (from: Federated, to: string, kind: string, says: string) => {
  now = now.add({ seconds: 1 })
  assert.equal(await from.send(to, kind, 'a', { says }), 'done')
}

/** As if a copy of the database of that moment were put back. */
async function setBack(node: Federated): Promise<() => Promise<void>> {
  const { pool } = node.database
  const tables = ['exchanged', 'inbox', 'journal'] as const
  const kept = new Map<string, string[]>()
  const key = { exchanged: 'message_id', inbox: 'message_id', journal: 'id' }
  for (const table of tables) {
    const { rows } = await pool.query(`select ${key[table]}::text as key from ${table}`)
    kept.set(
      table,
      rows.map((row) => row.key),
    )
  }
  const { rows } = await pool.query('select compared_position from peer')
  return async () => {
    for (const table of tables)
      await pool.query(`delete from ${table} where not (${key[table]}::text = any($1))`, [kept.get(table)])
    await pool.query('update peer set compared_position = $1', [rows[0].compared_position])
  }
}

test('two nodes that hold the same have nothing to give back', async () => {
  await say(here, queenMary.ror, 'agreement.comment', 'one')
  await say(there, hust.ror, 'agreement.comment', 'two')
  const found = await compareNodes(comparing(here), queenMary.ror)
  assert.ok(typeof found !== 'string' && !found.missing)
  assert.deepEqual((await here.database.pool.query('select from lost_message')).rowCount, 0)
})

test('set back, a node hears the partner’s messages again, and says its own again, each shown with its own signature', async () => {
  const put = await setBack(here)
  await say(here, queenMary.ror, 'agreement.comment', 'three')
  await say(there, hust.ror, 'agreement.comment', 'four')
  await put()
  assert.deepEqual(await here.noted(), ['heard two'])
  const found = await compareNodes(comparing(here), queenMary.ror)
  assert.ok(typeof found !== 'string' && !found.missing)
  assert.deepEqual(await here.noted(), ['heard two', 'said three again', 'heard four'])
  assert.deepEqual(await there.noted(), ['heard one', 'heard three'])
  const page = await (await enter('administrator')).read('/nodes')
  assert.match(page, /all 2 messages that were missing came back from Queen Mary/)
  assert.match(await (await enter('administrator', 'zh')).read('/nodes'), /缺失的 2 条消息已全部从/)
})

test('asked a second time it is the same', async () => {
  await compareNodes(comparing(here), queenMary.ror)
  assert.deepEqual(await here.noted(), ['heard two', 'said three again', 'heard four'])
})

test('a partner that invents a message of ours is not believed: it bears no signature of ours', async () => {
  const { pool } = there.database
  const put = await setBack(here)
  await say(here, queenMary.ror, 'signing.consent', 'five')
  await put()
  const invented = `update exchanged set proof = jsonb_set(proof, '{signature}', to_jsonb(
    (select proof->>'signature' from exchanged where not ours order by position limit 1))) where position = (select max(position) from exchanged)`
  await pool.query(invented)
  const found = await compareNodes(comparing(here), queenMary.ror)
  assert.ok(typeof found !== 'string' && found.missing)
  assert.deepEqual(await openContacts(comparing(here)).meet(queenMary.ror), {
    reason: 'set_back',
    ourClock: now,
    theirClock: now,
  })
  const administrator = await enter('administrator')
  const page = await administrator.read('/nodes')
  assert.match(page, /Our database is an older copy: 1 messages exchanged with Queen Mary/)
  assert.match(page, /does not bear our signature: do not believe it/)
})

test('what was done about it is said by an administrator, with the reason; then nothing waits any more', async () => {
  const lost = `/nodes/${queenMary.ror}/lost-messages`
  assert.equal((await (await enter('officer')).post(lost, { reason: 'x' })).status, 403)
  const administrator = await enter('administrator')
  assert.match(await (await administrator.post(lost, { reason: ' ' })).text(), /Say what was done about it/)
  assert.equal((await administrator.post(lost, { reason: 'Their database was tampered with.' })).status, 303)
  assert.equal((await administrator.post(lost, { reason: 'again' })).status, 404)
  assert.equal(await openContacts(comparing(here)).meet(queenMary.ror), null)
  assert.doesNotMatch(await administrator.read('/nodes'), /older copy: 1 messages/)
})

test('what only people can repeat is listed for them, and keeps nobody from signing', async () => {
  const put = await setBack(here)
  await say(here, queenMary.ror, 'ceremony.sheet', 'six')
  await put()
  const found = await compareNodes(comparing(here), queenMary.ror)
  assert.ok(typeof found !== 'string' && !found.missing)
  const page = await (await enter('administrator')).read('/nodes')
  assert.match(page, /a running order/)
  assert.match(page, /to be done again by hand/)
})

test('nobody is told of messages exchanged with somebody else', async () => {
  const [{ message_id: id }] = (await there.database.pool.query('select message_id from exchanged limit 1')).rows
  await there.database.pool.query(`update exchanged set institution = $1 where message_id = $2`, [hust.ror, id])
  const asked = { from: '052gg0110', about: 'messages', body: { id }, at: now, id: '0'.repeat(64) }
  const work = there.database.db.transaction().execute((tx) => kinds['federation.give_back']!.receive(tx, asked))
  await assert.rejects(work, { reason: 'comparison_malformed' })
})

test('clocks up to five seconds apart sign; further apart they are told, both of them', async () => {
  const contacts = openContacts(comparing(here))
  for (const seconds of [5, -5]) {
    ahead = Temporal.Duration.from({ seconds })
    assert.ok(typeof (await contacts.compare(queenMary.ror)) !== 'string')
    assert.equal(await contacts.meet(queenMary.ror), null, `${seconds}`)
  }
  for (const milliseconds of [5_001, -5_001, 240_000]) {
    ahead = Temporal.Duration.from({ milliseconds })
    const apart = { reason: 'clocks_differ', ourClock: now, theirClock: now.add(ahead) }
    await contacts.compare(queenMary.ror)
    assert.deepEqual(await contacts.meet(queenMary.ror), apart)
  }
  ahead = Temporal.Duration.from({ seconds: 0 })
  assert.equal(await contacts.meet(queenMary.ror), null)
})

test('a node that does not answer, or does not know the question, is told apart', async () => {
  const contacts = openContacts(comparing(here))
  const { address } = there.own.document
  await here.database.pool.query(`update peer set address = 'http://127.0.0.1:1'`)
  assert.equal((await contacts.meet(queenMary.ror))?.reason, 'not_compared')
  await here.database.pool.query('update peer set address = $1', [address])
  const { 'federation.comparison': _, ...older } = there.receiver.messages
  const newer = there.receiver.messages
  there.receiver.messages = older
  assert.equal(await contacts.meet(queenMary.ror), null)
  there.receiver.messages = newer
})
