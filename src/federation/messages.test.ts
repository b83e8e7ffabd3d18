import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, describe, test } from 'node:test'
import { sampleText } from '#cast/agreement.ts'
import { hust, queenMary } from '#cast/universities.ts'
import { agreementMessages, beginDraft } from '#src/agreements/index.ts'
import { saveInstitution } from '#src/partners/index.ts'
import { canonical } from '#src/platform/canonical.ts'
import { signMessage } from '#src/platform/http-signatures/sign.ts'
import { openTypesetter } from '#src/platform/typeset/index.ts'
import { type Federated, mountFederation, openFederated, pair } from '#test/support/federated.ts'
import { type Envelope, seal } from './envelope.ts'
import { removePeer } from './store.ts'

let now = Temporal.Instant.from('2026-09-06T14:20:00Z')
const clock = () => now
const typesetter = openTypesetter()
const third = { ...queenMary, ror: '03m01yf64', name: { en: 'Third University', zh: '第三大学' } }

let here: Federated
let there: Federated
let stranger: Federated
before(async () => {
  const messages = agreementMessages({ typesetter, steps: ['board'] })
  here = await openFederated({ institution: hust, clock, messages })
  there = await openFederated({ institution: queenMary, clock, messages })
  stranger = await openFederated({ institution: third, clock })
  for (const node of [here, there, stranger]) mountFederation(node)
  await pair(here, there, now)
})
after(async () => {
  await Promise.all([here, there, stranger].map((node) => node.close()))
  await typesetter.close()
})

interface Post {
  from?: Federated
  envelope?: Envelope
  /** In place of the envelope: what is sent, signed as it is. */
  wire?: string
  /** Changes what is sent after it was signed. */
  bend?: (body: string, headers: Record<string, string>) => [string, Record<string, string>]
  target?: string
  at?: Temporal.Instant
  nonce?: string
}

const envelope = (about: string, body: unknown = { says: about }, change: Partial<Envelope> = {}): Envelope => {
  const { id: _, ...message } = { id: '', kind: 'note', from: queenMary.ror, to: hust.ror, about, body, ...change }
  return seal(message)
}

/** Sends `here` a message as a node might, honest unless told otherwise. */
async function post({ from = there, envelope: sent = envelope('plain'), ...o }: Post): Promise<Response> {
  const body = o.wire ?? canonical(sent)
  const components = {
    '@method': 'POST',
    '@target-uri': o.target ?? `${here.receiver.address}/federation/messages`,
    'content-type': 'application/json',
  }
  const nonce = o.nonce ?? randomBytes(16).toString('base64url')
  const signed = signMessage(components, new TextEncoder().encode(body), from.own.signer, o.at ?? now, nonce)
  const headers = { ...signed, 'content-type': 'application/json' }
  const [posted, posing] = o.bend?.(body, headers) ?? [body, headers]
  return here.app.request(`${here.receiver.address}/federation/messages`, {
    method: 'POST',
    body: posted,
    headers: posing,
  })
}

async function counted(reason: string): Promise<number> {
  const row = await here.database.db
    .selectFrom('stranger_refusal')
    .select('count')
    .where('reason', '=', reason)
    .executeTakeFirst()
  return row?.count ?? 0
}

/** Turned away with the reason; counted once; nothing noted, nothing kept in the inbox. */
async function turnedAway(reason: string, sent: Post): Promise<void> {
  const inbox = () => here.database.db.selectFrom('inbox').select('message_id').execute()
  const [countBefore, notedBefore, inboxBefore] = [await counted(reason), await here.noted(), await inbox()]
  const answer = await post(sent)
  assert.equal(answer.status, 401)
  assert.deepEqual(await answer.json(), { refused: reason })
  assert.equal(await counted(reason), countBefore + 1)
  assert.deepEqual(await here.noted(), notedBefore)
  assert.deepEqual(await inbox(), inboxBefore)
}

describe('strangers are turned away, counted, and leave nothing', () => {
  test('no signature', () =>
    turnedAway('signature_missing', { bend: (body) => [body, { 'content-type': 'application/json' }] }))

  test('a body changed on the way', () =>
    turnedAway('digest_wrong', { bend: (body, headers) => [body.replace('plain', 'plein'), headers] }))

  test('a signature that is not one', () =>
    turnedAway('signature_malformed', { bend: (body, headers) => [body, { ...headers, 'signature-input': 'x=1' }] }))

  test('a signature of somebody else’s key under the partner’s name', () =>
    turnedAway('signature_wrong', {
      from: { ...stranger, own: { ...stranger.own, signer: { ...stranger.own.signer, keyid: queenMary.ror } } },
    }))

  test('a node we are not paired with', () =>
    turnedAway('unknown_node', { from: stranger, envelope: envelope('hello', {}, { from: third.ror }) }))

  test('a signature over five minutes old, or as far ahead', async () => {
    await turnedAway('signature_too_old', { at: now.subtract({ minutes: 5, seconds: 1 }) })
    await turnedAway('signature_too_old', { at: now.add({ minutes: 5, seconds: 2 }) })
    assert.equal((await post({ at: now.subtract({ minutes: 4, seconds: 58 }) })).status, 200)
  })

  test('the very same request again', async () => {
    const nonce = 'seen-before'
    assert.equal((await post({ nonce, envelope: envelope('replay') })).status, 200)
    await turnedAway('replayed', { nonce, envelope: envelope('replay') })
  })

  test('a request signed for another node’s address', () =>
    turnedAway('signature_wrong', { target: `${there.receiver.address}/federation/messages` }))

  test('an envelope for another node, or in another’s name', async () => {
    await turnedAway('wrong_address', { envelope: envelope('astray', {}, { to: third.ror }) })
    await turnedAway('wrong_address', { envelope: envelope('borrowed', {}, { from: third.ror }) })
  })

  test('an envelope that has no canonical form, or names a thing with what no database keeps', async () => {
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`
    const plain = JSON.stringify(envelope('plain'))
    await turnedAway('message_malformed', { wire: plain.replace('{"says":"plain"}', deep) })
    await turnedAway('message_malformed', { wire: plain.replace('{"says":"plain"}', '"\\ud800"') })
    await turnedAway('message_malformed', { envelope: envelope('a\u0000b') })
  })

  test('an envelope whose id is not the hash of what it says', () =>
    turnedAway('message_malformed', { envelope: { ...envelope('honest'), about: 'bent' } }))
})

describe('a partner’s message', () => {
  test('is applied once; sent again it gets the first signed answer, byte for byte', async () => {
    const sent = envelope('once')
    const answers = [await post({ envelope: sent }), await post({ envelope: sent })]
    const [first, second] = await Promise.all(answers.map((a) => a.text()))
    assert.deepEqual(JSON.parse(first!), { answer: 'accepted', result: { noted: 'once' } })
    assert.equal(second, first)
    assert.equal(answers[0]!.headers.get('signature'), answers[1]!.headers.get('signature'))
    assert.deepEqual(
      (await here.noted()).filter((act) => act === 'once'),
      ['once'],
    )
  })

  test('sent twice in the same instant is applied once', async () => {
    const sent = envelope('at once')
    const answers = await Promise.all([post({ envelope: sent }), post({ envelope: sent })])
    const texts = await Promise.all(answers.map((a) => a.text()))
    assert.equal(texts[0], texts[1])
    assert.deepEqual(
      (await here.noted()).filter((act) => act === 'at once'),
      ['at once'],
    )
  })

  test('that is refused leaves nothing but the answer', async () => {
    const sent = envelope('unwanted', { says: 'unwanted', then: 'refuse' })
    const answer = await (await post({ envelope: sent })).json()
    assert.deepEqual(answer, { answer: 'refused', reason: 'not_wanted', details: { says: 'unwanted' } })
    assert.deepEqual(
      (await here.noted()).filter((act) => act === 'unwanted'),
      [],
    )
    assert.deepEqual(await (await post({ envelope: sent })).json(), answer)
  })

  test('that comes too early is not kept, and may come again', async () => {
    const sent = envelope('early', { says: 'early', then: 'not_yet' })
    assert.deepEqual(await (await post({ envelope: sent })).json(), { answer: 'not_yet', reason: 'earlier_missing' })
    const { db } = here.database
    assert.equal(
      await db.selectFrom('inbox').select('about').where('about', '=', 'early').executeTakeFirst(),
      undefined,
    )
    assert.deepEqual(
      (await here.noted()).filter((act) => act === 'early'),
      [],
    )
  })

  test('of a kind nobody knows is refused', async () => {
    const answer = await (await post({ envelope: envelope('odd', {}, { kind: 'odd' }) })).json()
    assert.deepEqual(answer, { answer: 'refused', reason: 'kind_unknown', details: { kind: 'odd' } })
  })

  test('of a kind that is the name of something else is refused', async () => {
    for (const kind of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) {
      const answer = await (await post({ envelope: envelope(kind, {}, { kind }) })).json()
      assert.deepEqual(answer, { answer: 'refused', reason: 'kind_unknown', details: { kind } })
    }
  })

  test('that holds what no database keeps is refused for good, not tried for ever', async () => {
    const { db } = here.database
    const id = crypto.randomUUID()
    await db.transaction().execute(async (tx) => {
      const text = sampleText({ name: 'typst', version: '1', template: '0'.repeat(64), fonts: [] }, id)
      await beginDraft(tx, text, { kind: 'key', partner: queenMary.ror, at: now })
    })
    const comment = {
      id: crypto.randomUUID(),
      version: 0,
      clause: null,
      byName: 'X',
      body: 'Hello',
      at: now.toString(),
    }
    const kind = 'agreement.comment'
    for (const sent of [
      envelope(id, { ...comment, body: 'nothing\u0000 here' }, { kind }),
      envelope('no uuid at all', comment, { kind }),
    ]) {
      const answer = await post({ envelope: sent })
      assert.equal(answer.status, 200)
      assert.equal((await answer.json()).reason, 'message_malformed')
    }
    assert.deepEqual(await db.selectFrom('agreement_comment').select('id').where('agreement', '=', id).execute(), [])
  })

  test('about someone else’s agreement is refused', async () => {
    const { db } = here.database
    const id = crypto.randomUUID()
    await db.transaction().execute(async (tx) => {
      await saveInstitution(tx, { ...third, ours: false })
      const text = sampleText({ name: 'typst', version: '1', template: '0'.repeat(64), fonts: [] }, id)
      await beginDraft(tx, text, { kind: 'key', partner: third.ror, at: now })
    })
    const body = { id: crypto.randomUUID(), version: 0, clause: null, byName: 'X', body: 'Hello', at: now.toString() }
    const answer = await (await post({ envelope: envelope(id, body, { kind: 'agreement.comment' }) })).json()
    assert.deepEqual(answer, { answer: 'refused', reason: 'not_the_partner', details: {} })
    assert.deepEqual(await db.selectFrom('agreement_comment').select('id').where('agreement', '=', id).execute(), [])
  })
})

describe('the way over the wire', () => {
  test('ends with done once the partner’s signed answer is there, and both have heard of each other', async () => {
    now = now.add({ minutes: 1 })
    assert.equal(await there.send(hust.ror, 'note', 'wire', { says: 'over the wire' }), 'done')
    assert.equal((await here.noted()).at(-1), 'over the wire')
    for (const node of [here, there]) {
      const { last_heard_at } = await node.database.db.selectFrom('peer').selectAll().executeTakeFirstOrThrow()
      assert.ok(last_heard_at?.equals(now))
    }
  })

  test('is tried again where the partner is not ready, not paired or not there', async () => {
    const early = await there.send(hust.ror, 'note', 'early', { says: 'early', then: 'not_yet' })
    assert.deepEqual(early, { retry: 'not_yet: earlier_missing' })
    assert.deepEqual(await there.send(third.ror, 'note', 'x', {}), { retry: 'partner_not_paired' })
    await pair(stranger, here, now)
    await here.database.db
      .updateTable('peer')
      .set({ confirmed_by: null, confirmed_at: null })
      .where('institution', '=', third.ror)
      .execute()
    const unheard = await stranger.send(hust.ror, 'note', 'x', {})
    assert.match((unheard as { retry: string }).retry, /^answered_401: .*unknown_node/)
    await here.database.db.transaction().execute((tx) => removePeer(tx, third.ror))
  })

  test('an answer that is not the partner’s own does not count', async () => {
    const { db } = there.database
    const pinned = await db.selectFrom('peer').select('key').executeTakeFirstOrThrow()
    await db.updateTable('peer').set({ key: stranger.own.document.key }).execute()
    const bent = await there.send(hust.ror, 'note', 'doubt', { says: 'doubt' })
    assert.deepEqual(bent, { retry: 'answer_signature_wrong' })
    await db.updateTable('peer').set({ key: pinned.key }).execute()
    assert.equal(await there.send(hust.ror, 'note', 'doubt', { says: 'doubt' }), 'done')
    assert.deepEqual(
      (await here.noted()).filter((act) => act === 'doubt'),
      ['doubt'],
    )
  })

  test('an answer without end is given up after its first megabyte', async () => {
    let written = 0
    const endless = createServer((_, response) => {
      const more = () => {
        while (!response.destroyed && written < 200_000_000) {
          written += 65_536
          if (!response.write(Buffer.alloc(65_536))) return void response.once('drain', more)
        }
      }
      more()
    })
    await new Promise<void>((done) => endless.listen(0, '127.0.0.1', done))
    const address = `http://127.0.0.1:${(endless.address() as AddressInfo).port}`
    const { db } = there.database
    await db.updateTable('peer').set({ address }).where('institution', '=', hust.ror).execute()
    try {
      const given = (await there.send(hust.ror, 'note', 'endless', { says: 'endless' })) as { retry: string }
      assert.match(given.retry, /too long an answer/)
      assert.ok(written < 50_000_000, `${written} bytes`)
    } finally {
      await db.updateTable('peer').set({ address: here.receiver.address }).where('institution', '=', hust.ror).execute()
      endless.closeAllConnections()
      await new Promise((done) => endless.close(done))
    }
  })
})
