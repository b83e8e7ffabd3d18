import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { formOf, openNegotiation } from '#test/support/negotiation.ts'
import type { OfficeBrowser } from '#test/support/office.ts'
import type { Pair } from '#test/support/postman.ts'

let pair: Pair
let officer: OfficeBrowser
before(async () => {
  pair = await openNegotiation()
  officer = await pair.hust.browser('officer')
})
after(() => pair.close())

const plain = (page: string) => page.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ')
const db = () => pair.hust.database.db

const clause = (i: number, id: string, en: string, zh: string) => ({
  [`clause_${i}_id`]: id,
  [`clause_${i}_heading_en`]: en,
  [`clause_${i}_heading_zh`]: zh,
  [`clause_${i}_body_en`]: `${en}, in full.`,
  [`clause_${i}_body_zh`]: `${zh}全文。`,
})
const exchange = {
  name_en: 'Exchange',
  name_zh: '交换协议范本',
  kind: 'exchange',
  title_en: 'Student Exchange Agreement',
  title_zh: '学生交换协议',
  prevails: 'both',
  ...clause(0, 'places', 'Places', '名额'),
  ...clause(1, 'fees', 'Fees', '学费'),
}

const idOf = async (name: string) =>
  (await db().selectFrom('template').select('id').where('name_en', '=', name).executeTakeFirstOrThrow()).id

async function begun(template: string): Promise<string> {
  const answer = await officer.post('/agreements', {
    partner: pair.queenMary.ror,
    title_en: '',
    title_zh: '',
    template,
  })
  assert.equal(answer.status, 303)
  return answer.headers.get('location')!.split('/')[2]!
}

test('a template is written in both languages, and every save is a version that stays', async () => {
  const half = await officer.post('/procedures/templates', { ...exchange, clause_1_body_zh: '' })
  assert.equal(half.status, 422)
  assert.match(plain(await half.text()), /must stand in both languages/)
  assert.equal((await officer.post('/procedures/templates', exchange)).status, 303)
  const id = await idOf('Exchange')
  const at = `/procedures/templates/${id}`
  const form = formOf(await officer.read(at), at)
  const next = { ...form, clause_1_body_en: 'Fees at home only.', clause_1_place: '0.5', note: 'Fees first' }
  assert.equal((await officer.post(at, next)).status, 303)
  const late = await officer.post(at, { ...form, clause_0_body_en: 'Too late' })
  assert.equal(late.status, 409)
  assert.match(await late.text(), /Too late/)
  const versions = await db()
    .selectFrom('template_version')
    .selectAll()
    .where('template', '=', id)
    .orderBy('number')
    .execute()
  assert.deepEqual(
    versions.map((v) => v.clauses.map((c) => c.id)),
    [
      ['places', 'fees'],
      ['fees', 'places'],
    ],
  )
  assert.match(plain(await officer.read(`${at}?version=1`)), /Fees, in full\./)
  const reader = await pair.hust.browser('reader')
  assert.equal((await reader.post(at, next)).status, 403)
})

test('an agreement begins from a template and its page says, word by word, where it departs', async () => {
  const id = await begun(await idOf('Exchange'))
  const at = `/agreements/${id}`
  const first = plain(await officer.read(at))
  assert.match(first, /Begun from Exchange, version 2/)
  assert.match(first, /The text is the template’s, word for word/)
  assert.match(first, /Type ?Student exchange/)
  const draft = formOf(await officer.read(`${at}/edit`), `${at}/draft`)
  const changed = { ...draft, do: 'save', clause_0_body_en: 'Fees at home and abroad.' }
  assert.equal((await officer.post(`${at}/draft`, changed)).status, 303)
  assert.match(plain(await officer.read(at)), /1 clause departs from it/)
  const page = await officer.read(`${at}/template`)
  assert.match(page, /<ins\b(?:(?!<\/ins>).)*abroad/s)
  assert.match(page, /<del\b(?:(?!<\/del>).)*only/s)
  assert.match(
    plain(await (await pair.hust.browser('officer', 'zh')).read(`${at}/template`)),
    /文本与模板的不同之处.*有改动/,
  )
  const signatory = await pair.hust.browser('signatory')
  assert.equal((await signatory.get(`${at}/template`)).status, 404)
  const row = await db()
    .selectFrom('agreement')
    .select(['kind', 'draft'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  assert.equal(row.kind, 'general')
  assert.deepEqual(
    row.draft!.term,
    { ends: { kind: 'years', years: 5 }, noticeMonths: 6 },
    'the usual term of its type',
  )
})

test('a clause of the library is put into a draft at its place, and is then the draft’s own', async () => {
  const text = {
    name_en: 'Data',
    name_zh: '数据',
    heading_en: 'Personal data',
    heading_zh: '个人信息',
    body_en: 'As law says.',
    body_zh: '依法处理。',
  }
  assert.equal((await officer.post('/procedures/clauses', { ...text, body_zh: '' })).status, 422)
  assert.equal((await officer.post('/procedures/clauses', text)).status, 303)
  const { id: clauseId } = await db().selectFrom('library_clause').select('id').executeTakeFirstOrThrow()
  const at = `/agreements/${await begun(await idOf('Exchange'))}`
  const draft = formOf(await officer.read(`${at}/edit`), `${at}/draft`)
  const put = await officer.post(`${at}/draft`, {
    ...draft,
    do: 'insert',
    library_clause: clauseId,
    library_place: '1',
  })
  const form = formOf(await put.text(), `${at}/draft`)
  assert.deepEqual(
    [form.clause_0_heading_en, form.clause_1_heading_en, form.clause_1_body_zh, form.clause_2_heading_en],
    ['Fees', 'Personal data', '依法处理。', 'Places'],
  )
  assert.equal((await officer.post(`${at}/draft`, { ...form, do: 'save' })).status, 303)
  const change = { ...text, id: clauseId, from: '1', in_use: 'yes', body_en: 'As both laws say.' }
  assert.equal((await officer.post('/procedures/clauses', change)).status, 303)
  assert.equal((await officer.post('/procedures/clauses', change)).status, 409)
  assert.match(plain(await officer.read(at)), /As law says\./)
  assert.match(plain(await officer.read('/procedures/clauses')), /As both laws say\./)
})

test('what is exported here is imported there, and again as the next version; anything else is refused', async () => {
  const at = `/procedures/templates/${await idOf('Exchange')}`
  const file = await (await officer.get(`${at}/template.json`)).text()
  const theirs = await pair.queenMary.browser('officer')
  const send = (text: string) => {
    const form = new FormData()
    form.set('file', new File([text], 'template.json'))
    return theirs.post('/procedures/templates/import', form)
  }
  assert.equal((await send(file)).status, 303)
  assert.equal((await send(file)).status, 303)
  const there = await pair.queenMary.database.db.selectFrom('template_version').selectAll().orderBy('number').execute()
  assert.deepEqual(
    there.map((v) => [v.number, v.title.zh, v.clauses.length]),
    [
      [1, '学生交换协议', 2],
      [2, '学生交换协议', 2],
    ],
  )
  for (const wrong of ['', '{', '{"format":"chirograph-template-1"}', file.replace('"id": "fees"', '"id": "places"')]) {
    const refused = await send(wrong)
    assert.equal(refused.status, 422)
    assert.match(plain(await refused.text()), /This file is no template/)
  }
  assert.equal((await send(file.replace('"kind": "exchange"', '"kind": "unheard_of"'))).status, 422)
})
