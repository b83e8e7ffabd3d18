import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { getFile } from '#src/platform/files/index.ts'
import type { Office } from '#test/support/office.ts'
import { openPair, type Pair } from '#test/support/postman.ts'
import { openedSession, type Play, signTogether } from '#test/support/signing-play.ts'

let pair: Pair
let play: Play
/** Revisions as they stand on the first office's node: 0 unsigned, 1 signed by one, 2 by both. */
const revisions: Buffer[] = []

before(async () => {
  pair = await openPair()
  play = await openedSession(pair)
  await signTogether(pair, play)
  const officer = await pair.hust.browser('officer')
  revisions.push(Buffer.from(await (await officer.get(`/agreements/${play.agreement}/revision-0.pdf`)).arrayBuffer()))
  const { db } = pair.hust.database
  const signed = await db
    .selectFrom('signing_revision')
    .select('sha256')
    .where('session', '=', play.session)
    .orderBy('number')
    .execute()
  for (const { sha256 } of signed) revisions.push(Buffer.from((await getFile(db, sha256))!.bytes))
})
after(() => pair.close())

async function verify(
  office: Office,
  file: Uint8Array | undefined,
  language: 'en' | 'zh' = 'en',
  headers: Record<string, string> = {},
) {
  const form = new FormData()
  if (file) form.set('file', new File([new Uint8Array(file)], 'agreement.pdf', { type: 'application/pdf' }))
  const anybody = await office.browser('public', language)
  const answer = await anybody.post('/verify', form, headers)
  return { status: answer.status, text: await answer.text() }
}

const stateOf = async (office: Office, file: Uint8Array) =>
  JSON.parse((await verify(office, file, 'en', { accept: 'application/json' })).text).state

test('anybody sees on either node that the document is complete, in both languages, and that it is a demonstration', async () => {
  for (const office of [pair.hust, pair.queenMary]) {
    const { status, text } = await verify(office, revisions[2])
    assert.equal(status, 200)
    assert.match(text, /verdict-complete/)
    assert.match(text, /Demonstration/)
    assert.match(text, /王小明/)
    const chinese = await verify(office, revisions[2], 'zh')
    assert.match(chinese.text, /双方均已签名/)
  }
})

test('a document cut after the first signature is told to be signed by one of two', async () => {
  assert.equal(Buffer.compare(revisions[2]!.subarray(0, revisions[1]!.length), revisions[1]!), 0)
  const { text } = await verify(pair.queenMary, revisions[1])
  assert.match(text, /verdict-partial/)
  assert.match(text, /Signed by 1 of 2/)
  assert.doesNotMatch(text, /verdict-complete/)
  assert.match((await verify(pair.queenMary, revisions[1], 'zh')).text, /2 方中仅 1 方签名/)
  assert.match((await verify(pair.queenMary, revisions[0])).text, /Not signed by anybody/)
})

test('one byte changed anywhere is never complete', async () => {
  const whole = revisions[2]!
  for (const share of [0.1, 0.4, 0.7, 0.95]) {
    const changed = Buffer.from(whole)
    const at = Math.floor(whole.length * share)
    changed[at] = changed[at]! ^ 1
    const state = await stateOf(pair.hust, changed)
    assert.ok(['altered', 'not_an_agreement'].includes(state), `byte ${at}: ${state}`)
  }
  assert.match((await verify(pair.hust, Buffer.concat([whole, Buffer.from('\n% more')]))).text, /verdict-altered/)
})

test('a document of universities this node does not know is signed by unknown signers', async () => {
  const strangers = await openPair()
  try {
    const { text } = await verify(strangers.hust, revisions[2])
    assert.match(text, /Unknown signer/)
    assert.doesNotMatch(text, /verdict-complete/)
  } finally {
    await strangers.close()
  }
})

test('what is no agreement is said to be none; no file and too large a file are refused in words', async () => {
  for (const file of [Buffer.from('Hello'), Buffer.from('%PDF-1.7\n%%EOF')]) {
    assert.match((await verify(pair.hust, file)).text, /Not an agreement/)
  }
  const none = await verify(pair.hust, undefined)
  assert.deepEqual([none.status, /Choose a file first/.test(none.text)], [422, true])
  const large = await verify(pair.hust, Buffer.alloc(20 * 1024 * 1024 + 1))
  assert.deepEqual([large.status, /larger than 20 MB/.test(large.text)], [413, true])
  const machine = await verify(pair.hust, undefined, 'zh', { accept: 'application/json' })
  assert.equal(JSON.parse(machine.text).message, '请先选择文件。')
})

test('both nodes serve the same signed bytes, and say who signed and that both consents hold', async () => {
  const files = await Promise.all(
    [pair.hust, pair.queenMary].map(async (office) => {
      const officer = await office.browser('officer')
      const page = await officer.read(`/agreements/${play.agreement}/verification`)
      assert.match(page, /verdict-complete/)
      assert.match(page, /O&#39;Brien|O’Brien|O'Brien/)
      const answer = await officer.get(`/agreements/${play.agreement}/agreement.pdf`)
      assert.match(answer.headers.get('content-disposition')!, /^inline; filename="agreement\.pdf"; filename\*=UTF-8''/)
      return Buffer.from(await answer.arrayBuffer())
    }),
  )
  assert.ok(files[0]!.equals(revisions[2]!))
  assert.ok(files[1]!.equals(revisions[2]!))
})

test('papers are for those who may see the agreement; root certificates are for everybody', async () => {
  const nobody = await pair.hust.browser('nobody')
  for (const name of ['agreement.pdf', 'revision-0.pdf', 'verification']) {
    assert.equal((await nobody.get(`/agreements/${play.agreement}/${name}`)).status, 404, name)
  }
  const anybody = await pair.hust.browser('public')
  for (const { ror, signing } of [pair.hust, pair.queenMary]) {
    assert.equal(await anybody.read(`/roots/${ror}.pem`), signing.authority.certificatePem)
  }
  assert.equal((await anybody.get('/roots/000000000.pem')).status, 404)
})

test('the pages of the document are pictures that a browser keeps', async () => {
  const reader = await pair.hust.browser('reader')
  const first = await reader.get(`${play.room}/pages/1.png`)
  assert.equal(first.headers.get('content-type'), 'image/png')
  const tag = first.headers.get('etag')!
  assert.equal((await reader.get(`${play.room}/pages/1.png`, { 'if-none-match': tag })).status, 304)
  assert.equal((await reader.get(`${play.room}/pages/99.png`)).status, 404)
})
