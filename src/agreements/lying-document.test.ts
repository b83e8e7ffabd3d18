/** A partner that says its typesetter differs, and hides something in the document it wants both sides to sign. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import type { Typesetter } from '#src/platform/typeset/index.ts'
import { agreementAt, openNegotiation, sentAgreement } from '#test/support/negotiation.ts'
import { handOver, type Pair } from '#test/support/postman.ts'
import { typesetAgreement } from './typeset-agreement.ts'

type Job = Parameters<Typesetter['typeset']>[0]

let lie: (job: Job) => Job = (job) => job
let pair: Pair
before(async () => {
  pair = await openNegotiation((same) => ({ ...same, typeset: (job) => same.typeset(lie(job)) }))
})
after(() => pair.close())

const plain = (page: string) => page.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ')

/** Queen Mary, which lies, proposes to freeze; its document crosses. @returns HUST's page of the agreement */
async function proposed(): Promise<{ id: string; page: string }> {
  const id = await sentAgreement(pair)
  assert.equal((await (await pair.queenMary.browser('officer')).post(`/agreements/${id}/freeze`)).status, 303)
  await pair.deliver()
  return { id, page: plain(await (await pair.hust.browser('officer')).read(`/agreements/${id}`)) }
}

const stampsOf = (job: Job) => job.data as { stamps?: { variants: { words: { en: string; zh: string } }[] }[] }

test('what shows only once it is signed is compared as well, and told', async () => {
  lie = (job) => {
    const { stamps } = stampsOf(job)
    if (!stamps) return job
    const variants = [{ name: 'passkey' }, { name: 'code' }].map((v) => ({
      ...v,
      words: { en: 'UNDER PROTEST, NOT BINDING', zh: '有异议，无约束力' },
    }))
    return { ...job, data: { ...(job.data as object), stamps: stamps.map((stamp) => ({ ...stamp, variants })) } }
  }
  const { page } = await proposed()
  assert.match(page, /The documents differ/)
  assert.match(page, /Page \d+, once it is signed: \d+(\.\d+)?% of the picture differs/)
})

test('a document that declares another title for a seat is not taken, and our side sees why', async () => {
  lie = (job) => {
    const { text } = job.data as { text?: unknown }
    return text ? { ...job, template: `${job.template}\n#line(length: 20%)` } : job
  }
  const { id, page } = await proposed()
  assert.match(page, /Accept the partner’s document/)
  assert.doesNotMatch(page, /once it is signed/)

  // The same message again, as the partner could have made it: with its signatory's name in our seat.
  const office = pair.queenMary
  const { db } = office.database
  const ours = await agreementAt(office, id)
  const text = (
    await db.selectFrom('agreement_version').select('text').where('agreement', '=', id).executeTakeFirstOrThrow()
  ).text
  text.seats[0]!.name = text.seats[1]!.name
  const { pdf, sha256 } = await typesetAgreement(pair.typesetter, text)
  const freeze = await db
    .selectFrom('outbox')
    .select('body')
    .where(sql<boolean>`body->>'kind' = 'agreement.freeze' and body->>'about' = ${id}`)
    .executeTakeFirstOrThrow()
  const { version, round } = ours
  const body = { ...(freeze.body as { body: object }).body, documentHash: sha256 }
  const deliver = (kind: string, of: unknown) => handOver(pair, office, pair.hust, { kind, about: id, body: of })
  assert.equal(((await deliver('agreement.freeze', body)) as { answer: string }).answer, 'accepted')
  const answer = await deliver('agreement.document', {
    version,
    round,
    sha256,
    pdf: Buffer.from(pdf).toString('base64'),
  })
  assert.deepEqual(answer, { answer: 'refused', reason: 'document_declares_otherwise', details: {} })
  const officer = await pair.hust.browser('officer')
  assert.match(plain(await officer.read(`/agreements/${id}`)), /not made of the same text/)
  assert.equal((await officer.post(`/agreements/${id}/document-acceptance`)).status, 409)
})
