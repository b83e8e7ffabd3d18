import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { colleague, draftedAgreement, formOf, openNegotiation } from '#test/support/negotiation.ts'
import type { Pair } from '#test/support/postman.ts'
import { findDraft } from './draft-store.ts'

let pair: Pair
before(async () => {
  pair = await openNegotiation()
})
after(() => pair.close())

const draftOf = (id: string) => findDraft(pair.hust.database.db, id)

async function writing(id: string) {
  const officer = await pair.hust.browser('officer')
  const fields = formOf(await officer.read(`/agreements/${id}/edit`), `/agreements/${id}/draft`)
  const send = (change: Record<string, string>) => officer.post(`/agreements/${id}/draft`, { ...fields, ...change })
  return { officer, fields, send }
}

test('of two officers who write at once, the second loses nothing and sees what the first saved', async () => {
  const id = await draftedAgreement(pair)
  const first = await writing(id)
  const second = await writing(id)
  assert.equal((await first.send({ clause_0_body_en: 'Written first.', do: 'save' })).status, 303)
  const refused = await second.send({ clause_0_body_en: 'Written second.', do: 'save' })
  assert.equal(refused.status, 409)
  const page = await refused.text()
  assert.match(page, /A colleague saved this draft while you were writing/)
  assert.match(page, /Saved by a colleague meanwhile: Written first\./)
  const fields = formOf(page, `/agreements/${id}/draft`)
  assert.equal(fields.clause_0_body_en, 'Written second.')
  assert.equal((await draftOf(id)).text?.clauses[0]?.body.en, 'Written first.')

  const again = await second.officer.post(`/agreements/${id}/draft`, { ...fields, do: 'save' })
  assert.equal(again.status, 303)
  assert.equal((await draftOf(id)).text?.clauses[0]?.body.en, 'Written second.')
})

test('a form saved twice from one page is told so the second time', async () => {
  const id = await draftedAgreement(pair)
  const { send } = await writing(id)
  const answers = await Promise.all([send({ do: 'save' }), send({ do: 'save' })])
  assert.deepEqual(answers.map((a) => a.status).sort(), [303, 409])
  assert.equal((await draftOf(id)).revision, 1)
})

test('adding, moving and taking out a clause rearranges the form only; saving keeps it', async () => {
  const id = await draftedAgreement(pair)
  const before = await draftOf(id)
  const { officer, send } = await writing(id)
  const added = await send({ do: 'add:0', clause_0_body_en: 'Typed, not saved.' })
  assert.equal(added.status, 200)
  const page = await added.text()
  assert.match(page, /Nothing here is stored until you save/)
  const fields = formOf(page, `/agreements/${id}/draft`)
  assert.equal(fields.clause_0_body_en, 'Typed, not saved.')
  assert.equal(fields.clause_1_body_en, '')
  assert.equal(fields.clause_2_id, before.text!.clauses[1]!.id)
  assert.deepEqual(await draftOf(id), before)
  await officer.post(`/agreements/${id}/draft`, { ...fields, do: 'save' })
  assert.equal((await draftOf(id)).text!.clauses.length, before.text!.clauses.length + 1)
})

test('what is too long, or twice in the order of signing, comes back with what was typed', async () => {
  const id = await draftedAgreement(pair)
  const { send } = await writing(id)
  const long = await send({ do: 'save', clause_1_heading_zh: '长'.repeat(301) })
  assert.equal(long.status, 422)
  const page = await long.text()
  assert.match(page, /clause 2, Chinese heading/)
  assert.match(page, /href="#f-clause_1_heading_zh"/)
  assert.equal(formOf(page, `/agreements/${id}/draft`).clause_1_heading_zh?.length, 301)
  const tie = await send({ do: 'save', seat_0_order: '2', seat_1_order: '2' })
  assert.equal(tie.status, 422)
  assert.match(await tie.text(), /The text does not hang together/)
  assert.equal((await draftOf(id)).revision, 0)
})

test('only with the pen, and only officers', async () => {
  const id = await draftedAgreement(pair)
  const { officer, fields } = await writing(id)
  const reader = await colleague(pair, pair.hust, 'reader')
  assert.equal((await reader.post(`/agreements/${id}/draft`, { ...fields, do: 'save' })).status, 403)
  await officer.post(`/agreements/${id}/versions`, { note: '' })
  assert.equal((await officer.get(`/agreements/${id}/edit`)).status, 409)
  const late = await officer.post(`/agreements/${id}/draft`, { ...fields, do: 'save' })
  assert.equal(late.status, 409)
  assert.match(await late.text(), /It is the partner’s turn/)
})

test('names and titles are kept as written; a name without a native form has none', async () => {
  const id = await draftedAgreement(pair)
  const { send } = await writing(id)
  const person = { seat_0_latin: 'İpek O’Brien-Łódź', seat_0_native: '欧阳某某', seat_1_native: '' }
  assert.equal((await send({ ...person, seat_0_title_zh: '校长', do: 'save' })).status, 303)
  const [a, b] = (await draftOf(id)).text!.seats
  assert.deepEqual(a!.name, { latin: 'İpek O’Brien-Łódź', native: '欧阳某某' })
  assert.equal(a!.title.zh, '校长')
  assert.equal(b!.name.native, null)
})
