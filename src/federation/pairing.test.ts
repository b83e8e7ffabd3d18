import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { hust, queenMary } from '#cast/universities.ts'
import { createAuthority } from '#src/platform/keys/index.ts'
import { message } from '#src/platform/messages.ts'
import { exponential, startOutbox } from '#src/platform/outbox/index.ts'
import { queue } from '#src/platform/record.ts'
import { type Federated, openFederated, withFrontDoor } from '#test/support/federated.ts'
import { messageDeliverer, pinPeer, rootOf } from './index.ts'
import { findPeer } from './store.ts'
import { greetPeers } from './timed.ts'

let now = Temporal.Instant.from('2026-09-06T14:20:00Z')
const clock = () => now
type Door = Awaited<ReturnType<typeof withFrontDoor>>

let here: Federated
let there: Federated
let enterHere: Door
let enterThere: Door
before(async () => {
  here = await openFederated({ institution: hust, clock })
  there = await openFederated({ institution: queenMary, clock })
  enterHere = await withFrontDoor(here, clock)
  enterThere = await withFrontDoor(there, clock)
})
after(() => Promise.all([here.close(), there.close()]))

const shown = (page: string) => /<code>((?:[0-9a-f]{4} ){7}[0-9a-f]{4})<\/code>/.exec(page)?.[1]

test('a node says who it is to anyone, and nothing secret', async () => {
  const document = await (await here.app.request(`${here.receiver.address}/federation/node`)).json()
  assert.deepEqual(document, here.own.document)
  assert.deepEqual(Object.keys(document).sort(), [
    'accent',
    'address',
    'format',
    'institution',
    'key',
    'rootCertificate',
    'site',
  ])
})

test('only administrators pair nodes', async () => {
  for (const role of ['officer', 'approver', 'signatory', 'reader'] as const) {
    const browser = await enterHere(role)
    assert.equal((await browser.get('/nodes')).status, 403, role)
    assert.equal((await browser.post('/nodes', { address: there.receiver.address })).status, 403, role)
    assert.equal((await browser.post(`/nodes/${queenMary.ror}/confirmation`, { same: 'on' })).status, 403, role)
    assert.equal((await browser.post(`/nodes/${queenMary.ror}/removal`)).status, 403, role)
  }
  assert.equal((await here.app.request(`${here.receiver.address}/nodes`)).status, 401)
})

test('both offices see the same eight groups, in both languages; nothing passes before they confirm', async () => {
  const [ours, theirs] = [await enterHere('administrator', 'zh'), await enterThere('administrator')]
  assert.match(await ours.read('/nodes'), /尚无合作方节点/)
  assert.equal((await ours.post('/nodes', { address: `${there.receiver.address}/` })).status, 303)
  assert.equal((await theirs.post('/nodes', { address: here.receiver.address })).status, 303)
  const [mine, other] = [await ours.read('/nodes'), await theirs.read('/nodes')]
  assert.match(mine, /伦敦玛丽女王大学/)
  assert.match(other, /no message passes/)
  const fingerprint = shown(mine)
  assert.ok(fingerprint)
  assert.equal(shown(other), fingerprint)
  assert.deepEqual(await here.send(queenMary.ror, 'note', 'x', { says: 'x' }), { retry: 'partner_not_paired' })
  assert.equal(await rootOf(here.database.db, queenMary.ror), undefined)

  const confirm = `/nodes/${queenMary.ror}/confirmation`
  assert.match(await (await ours.post(confirm, { fingerprint })).text(), /再勾选确认/)
  assert.equal((await ours.post(confirm, { fingerprint: fingerprint.replace(/^./, 'x'), same: 'yes' })).status, 409)
  assert.equal((await findPeer(here.database.db, queenMary.ror))?.confirmed_at, null)

  assert.equal((await ours.post(confirm, { fingerprint, same: 'yes' })).status, 303)
  assert.equal((await theirs.post(`/nodes/${hust.ror}/confirmation`, { fingerprint, same: 'yes' })).status, 303)
  assert.match(await theirs.read('/nodes'), /Confirmed by Some administrator/)
  assert.equal(await rootOf(here.database.db, queenMary.ror), there.own.document.rootCertificate)
  assert.equal(await here.send(queenMary.ror, 'note', 'x', { says: 'x' }), 'done')
})

test('a confirmed node cannot be removed, and is not disturbed by being entered again', async () => {
  const ours = await enterHere('administrator')
  assert.equal((await ours.post(`/nodes/${queenMary.ror}/removal`)).status, 404)
  assert.equal((await ours.post('/nodes', { address: there.receiver.address })).status, 303)
  assert.ok((await findPeer(here.database.db, queenMary.ror))?.confirmed_at)
})

test('where anything pinned has changed, the confirmation falls and the page says so', async () => {
  const { db } = here.database
  const ours = await enterHere('administrator')
  const before = shown(await ours.read('/nodes'))
  const { key } = there.own.document
  there.own.document.key = Buffer.from(key, 'base64url').reverse().toString('base64url')
  try {
    assert.equal((await ours.post('/nodes', { address: there.receiver.address })).status, 303)
    const page = await ours.read('/nodes')
    assert.notEqual(shown(page), before)
    assert.match(page, /no message passes/)
    assert.match(page, /other keys/)
  } finally {
    there.own.document.key = key
  }
  assert.equal((await findPeer(db, queenMary.ror))?.confirmed_at, null)
  assert.equal((await ours.post('/nodes', { address: there.receiver.address })).status, 303)
  const fingerprint = shown(await ours.read('/nodes'))!
  assert.equal(fingerprint, before)
  await ours.post(`/nodes/${queenMary.ror}/confirmation`, { fingerprint, same: 'yes' })
})

test('a node that was talked to cannot be removed, even where its keys have changed since', async () => {
  const ours = await enterHere('administrator')
  assert.equal(await there.send(hust.ror, 'note', 'kept', { says: 'kept' }), 'done')
  const { key } = there.own.document
  there.own.document.key = Buffer.from(key, 'base64url').reverse().toString('base64url')
  try {
    await ours.post('/nodes', { address: there.receiver.address })
    const answer = await ours.post(`/nodes/${queenMary.ror}/removal`)
    assert.equal(answer.status, 409)
    assert.match(await answer.text(), /cannot be removed/)
  } finally {
    there.own.document.key = key
  }
  await ours.post('/nodes', { address: there.receiver.address })
  const fingerprint = shown(await ours.read('/nodes'))!
  await ours.post(`/nodes/${queenMary.ror}/confirmation`, { fingerprint, same: 'yes' })
})

test('a root is one certificate of an authority, and nothing beside it', async () => {
  const ours = await enterHere('administrator')
  const { rootCertificate: honest } = there.own.document
  const another = here.own.document.rootCertificate
  const bent = [
    `${honest}\n${another}`,
    `${honest}\nand more`,
    '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----',
    '-----BEGIN CERTIFICATE-----',
  ]
  try {
    for (const rootCertificate of bent) {
      there.own.document.rootCertificate = rootCertificate
      const answer = await ours.post('/nodes', { address: there.receiver.address })
      assert.equal(answer.status, 422, rootCertificate)
      assert.match(await answer.text(), /rootCertificate/)
    }
  } finally {
    there.own.document.rootCertificate = honest
  }
})

test('an address where no node answers, or our own, is refused with what was typed', async () => {
  const ours = await enterHere('administrator')
  for (const address of ['http://127.0.0.1:9', 'javascript:alert(1)', 'nonsense']) {
    const answer = await ours.post('/nodes', { address })
    assert.equal(answer.status, 422, address)
    const page = await answer.text()
    assert.match(page, /role="alert"/)
    assert.ok(page.includes(`value="${address}"`), address)
  }
  const own = await ours.post('/nodes', { address: here.receiver.address })
  assert.match(await own.text(), /That is this node itself/)
})

test('a partner that is back after a pause is heard of, and gets what waits for it at once', async () => {
  const { db } = here.database
  let up = false
  const deliver = messageDeliverer(here.sender)
  assert.ok(typeof deliver === 'function')
  const outbox = await startOutbox({
    db,
    clock,
    backOff: exponential(60_000, 3_600_000, () => 1),
    deliverers: { message: async (item, o) => (up ? deliver(item, o) : { retry: 'not_reached' }) },
  })
  await db.transaction().execute((tx) => queue(tx, now, [message(queenMary.ror, 'note', 'late', { says: 'late' })]))
  await outbox.drain()
  up = true
  now = now.add({ seconds: 30 })
  await outbox.drain()
  assert.deepEqual(
    (await there.noted()).filter((act) => act === 'late'),
    [],
  )
  await greetPeers({ db, clock, own: here.own })
  assert.ok((await findPeer(db, queenMary.ror))?.last_heard_at?.equals(now))
  await outbox.drain()
  assert.deepEqual(
    (await there.noted()).filter((act) => act === 'late'),
    ['late'],
  )
  await outbox.stop()
})

test('the sample’s nodes are paired by their first start; the second finds it so', async () => {
  const { db } = here.database
  const peer = { ...there.own.document, institution: { ...there.own.document.institution, ror: '00hj54h04' } }
  const pin = (site: string, rootCertificate = peer.rootCertificate) => {
    const document = { ...peer, site, rootCertificate }
    return db
      .transaction()
      .execute((tx) => pinPeer(tx, { own: here.own.document, peer: document, by: 'sample', at: clock() }))
  }
  await pin('https://first.example')
  const first = await findPeer(db, '00hj54h04')
  now = now.add({ hours: 1 })
  await pin('https://first.example')
  assert.deepEqual(await findPeer(db, '00hj54h04'), first)
  const { certificatePem } = await createAuthority({ name: 'There', algorithm: 'p-256', notBefore: clock() })
  await pin('https://first.example', certificatePem)
  assert.deepEqual(
    await findPeer(db, '00hj54h04'),
    first,
    'whoever replaced its root is still known by the one of the pairing',
  )
  await pin('https://moved.example')
  assert.equal((await findPeer(db, '00hj54h04'))?.site, 'https://moved.example')
})
