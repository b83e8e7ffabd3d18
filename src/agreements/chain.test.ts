/** Amendments, extensions and renewals between two offices: signed successors, and what is in force meanwhile. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { agreementAt, formOf, openNegotiation } from '#test/support/negotiation.ts'
import type { Office } from '#test/support/office.ts'
import { approveAsSent, handOver, type Pair } from '#test/support/postman.ts'
import { openedOn, openedSession, signTogether } from '#test/support/signing-play.ts'
import { textHash } from './text-rules.ts'
import { findVersion } from './version-store.ts'

let pair: Pair
before(async () => {
  pair = await openNegotiation()
})
after(() => pair.close())

const both = () => [pair.hust, pair.queenMary]
const plain = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
const read = async (office: Office, path: string, language: 'en' | 'zh' = 'en') =>
  (await office.browser('officer', language)).read(path)

/** A key agreement in force on both. */
async function concludedAgreement(): Promise<string> {
  const play = await openedSession(pair)
  await signTogether(pair, play)
  return play.agreement
}

/** An office starts a successor and saves its draft with what is changed. It takes effect with the signatures, as no logs are here. */
async function started(office: Office, from: string, how: string, typed: Record<string, string>): Promise<string> {
  const officer = await office.browser('officer')
  const answer = await officer.post(`/agreements/${from}/successors`, { how })
  assert.equal(answer.status, 303, plain(await answer.text()))
  const edit = answer.headers.get('location')!
  const id = edit.split('/')[2]!
  const form = formOf(await officer.read(edit), `/agreements/${id}/draft`)
  const saved = await officer.post(`/agreements/${id}/draft`, {
    ...form,
    effect: 'both_signatures',
    ...typed,
    do: 'save',
  })
  assert.equal(saved.status, 303, plain(await saved.text()))
  return id
}

async function sent(office: Office, from: string, how: string, typed: Record<string, string>): Promise<string> {
  const id = await started(office, from, how, typed)
  assert.equal((await (await office.browser('officer')).post(`/agreements/${id}/versions`, { note: '' })).status, 303)
  await pair.deliver()
  return id
}

async function signed(id: string): Promise<void> {
  await approveAsSent(pair, id)
  await signTogether(pair, await openedOn(pair, id))
  for (const office of both()) assert.equal((await agreementAt(office, id)).state, 'concluded')
}

const entryOf = ({ database: { db } }: Office, id: string) =>
  db.selectFrom('agreement_entry').selectAll().where('agreement', '=', id).executeTakeFirstOrThrow()

const leader = {
  clause_4_body_en: 'The senior leadership meets every second year.',
  clause_4_body_zh: '双方校领导每两年会晤一次。',
}

test('an amendment shows word by word what differs from what is in force, which stays in force until both have concluded it', async () => {
  const first = await concludedAgreement()
  const amendment = await sent(pair.hust, first, 'amendment', leader)
  const page = await read(pair.queenMary, `/agreements/${amendment}`)
  assert.match(plain(page), /1 clause changed compared with what is in force/)
  assert.match(page, /<ins>(<[^>]*>[^<]*<\/span>)*second/)
  assert.match(plain(await read(pair.queenMary, `/agreements/${amendment}`, 'zh')), /与现行有效文本相比/)
  for (const office of both()) {
    const now = plain(await read(office, `/agreements/${amendment}/in-force`))
    assert.match(now, /meets once a year/)
    assert.doesNotMatch(now, /every second year/)
  }
  await signed(amendment)
  for (const office of both()) {
    const now = plain(await read(office, `/agreements/${first}/in-force`))
    assert.match(now, /every second year/)
    assert.match(now, /changed by the amendment of \d+ September 2026/)
    assert.match(plain(await read(office, `/agreements/${first}/in-force`, 'zh')), /每两年会晤一次[\s\S]*修订变更/)
    const entry = await entryOf(office, amendment)
    assert.deepEqual([entry.kind, entry.parent, entry.signed_how], ['amendment', first, 'here'])
    const history = office.database.db
      .selectFrom('partnership_step')
      .select('agreement')
      .where('act', '=', 'conclude_key_agreement')
    assert.ok(!(await history.execute()).some((step) => step.agreement === amendment), 'an amendment gives no tier')
  }
  const { text } = (await findVersion(pair.hust.database.db, amendment, 1))!
  const before = await agreementAt(pair.hust, first)
  assert.deepEqual(
    [text.follows?.agreement, text.follows?.textHash, text.follows?.documentHash],
    [first, before.frozen!.textHash, before.frozen!.documentHash],
  )
})

test('an extension names a new end, and the register says it of the agreement and of nothing outliving it', async () => {
  const first = await concludedAgreement()
  const begun = await entryOf(pair.hust, first)
  assert.equal(begun.ends_on?.toString(), '2031-09-22')
  const again = { term_ends: 'on', term_day: '2033-12-31' }
  const extension = await sent(pair.queenMary, first, 'extension', again)
  assert.match(plain(await read(pair.hust, `/agreements/${extension}`)), /Also changed: [^.]*term/)
  await signed(extension)
  for (const office of both()) {
    for (const id of [first, extension])
      assert.equal((await entryOf(office, id)).ends_on?.toString(), '2033-12-31', `${office.ror} ${id}`)
    assert.doesNotMatch(plain(await read(office, `/register/${extension}`)), /outlives|umbrella ends/i)
    assert.match(plain(await read(office, `/agreements/${first}`)), /read in its later form[\s\S]*in force/)
  }
  // What is in force now is the extension: only it can be changed further.
  const officer = await pair.hust.browser('officer')
  const late = await officer.post(`/agreements/${first}/successors`, { how: 'amendment' })
  assert.equal(late.status, 409)
  assert.match(plain(await late.text()), /Only what is in force can be amended/)
  const next = await started(pair.hust, extension, 'amendment', {})
  assert.match(plain(await read(pair.hust, `/agreements/${next}`)), /Amendment to the Key Partnership Agreement/)
})

test('a change cannot count years anew', async () => {
  const first = await concludedAgreement()
  const officer = await pair.hust.browser('officer')
  const edit = (await officer.post(`/agreements/${first}/successors`, { how: 'extension' })).headers.get('location')!
  const id = edit.split('/')[2]!
  const page = await officer.read(edit)
  assert.doesNotMatch(page, /name="term_years"/)
  const form = formOf(page, `/agreements/${id}/draft`)
  const typed = { ...form, term_ends: 'years', term_years: '5', do: 'save' }
  assert.equal((await officer.post(`/agreements/${id}/draft`, typed)).status, 422)
})

test('a renewal is a new agreement in the place of the old one, from its own effect on', async () => {
  const first = await concludedAgreement()
  pair.wait({ hours: 24 * 365 })
  const renewal = await sent(pair.hust, first, 'renewal', { term_ends: 'years', term_years: '5' })
  await signed(renewal)
  for (const office of both()) {
    const entry = await entryOf(office, renewal)
    assert.deepEqual([entry.kind, entry.renews, entry.parent], ['key', first, null])
    assert.equal((await entryOf(office, first)).ends_on?.toString(), entry.effective_on?.toString())
    assert.match(plain(await read(office, `/agreements/${first}`)), /Renewed by|renewal · Renewed by/)
    assert.doesNotMatch(await read(office, `/agreements/${first}`), /\/successors"/)
  }
})

test('of two changes of the same text, the first signed stands, and the other is told so', async () => {
  const first = await concludedAgreement()
  const ours = await sent(pair.hust, first, 'amendment', leader)
  const theirs = await sent(pair.queenMary, first, 'amendment', {
    ...leader,
    clause_4_body_en: 'It meets twice a year.',
  })
  await approveAsSent(pair, theirs)
  await approveAsSent(pair, ours)
  const play = await openedOn(pair, ours)
  const officer = await pair.queenMary.browser('officer')
  const deadline = { date: pair.now.add({ hours: 48 }).toString().slice(0, 10), time: '18:00' }
  const early = await officer.post(`/agreements/${theirs}/signing-sessions`, deadline)
  assert.equal(early.status, 409)
  assert.match(plain(await early.text()), /Another change of the same agreement is being signed/)
  await signTogether(pair, play)
  const late = await officer.post(`/agreements/${theirs}/signing-sessions`, deadline)
  assert.equal(late.status, 409)
  assert.match(plain(await late.text()), /Another change of the same agreement has been concluded meanwhile/)
  for (const office of both()) assert.equal((await agreementAt(office, theirs)).state, 'approved')
})

test('the partner cannot change what was never agreed: other hashes, another kind, an agreement not in force', async () => {
  const first = await concludedAgreement()
  const id = await started(pair.queenMary, first, 'amendment', {})
  const { draft } = await pair.queenMary.database.db
    .selectFrom('agreement')
    .select('draft')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const version = (follows: object, kind = 'key') => {
    const text = { ...draft!, follows: { ...draft!.follows!, ...follows } }
    return { number: 1, kind, text, textHash: textHash(text), note: '', byName: 'X', at: pair.now.toString() }
  }
  const offer = (body: object) =>
    handOver(pair, pair.queenMary, pair.hust, { kind: 'agreement.version', about: id, body })
  for (const body of [
    version({ textHash: 'a'.repeat(64) }),
    version({ documentHash: 'b'.repeat(64) }),
    version({}, 'general'),
  ]) {
    const answer = await offer(body)
    assert.ok('answer' in answer && answer.answer === 'refused')
    assert.equal(answer.reason, 'predecessor_differs')
  }
  assert.deepEqual(await offer(version({ agreement: crypto.randomUUID() })), { retry: 'predecessor_missing' })
})
