import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { colleague, formOf, openNegotiation } from '#test/support/negotiation.ts'
import { type OfficeBrowser, step } from '#test/support/office.ts'
import type { Pair } from '#test/support/postman.ts'

let pair: Pair
let admin: OfficeBrowser
before(async () => {
  pair = await openNegotiation()
  admin = await pair.queenMary.browser('administrator')
})
after(() => pair.close())

const plain = (page: string) => page.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ')

const twoSteps = {
  name_en: 'Exchange of a school',
  name_zh: '院系交换协议',
  kind_exchange: 'yes',
  extent: 'unit',
  unit: '',
  step_0_who: 'duty:head_of_school',
  step_1_who: `duty:${step}`,
  step_1_begins: 'after',
  step_1_days: '10',
}

const written = async (name: string) =>
  pair.queenMary.database.db.selectFrom('approval_route').selectAll().where('name_en', '=', name).executeTakeFirst()

test('an administrator adds a duty, gives it, and writes a way of approval with it', async () => {
  const added = await admin.post('/procedures/duties', { duty_en: 'Head of school', duty_zh: '院长' })
  assert.equal(added.status, 303)
  assert.match(plain(await admin.read('/procedures')), /Head of school ?nobody/)
  assert.equal((await admin.post('/procedures/routes', twoSteps)).status, 303)
  const { steps, kinds, extent } = (await written('Exchange of a school'))!
  assert.deepEqual(
    steps.map(({ key, stage, days }) => [key, stage, days]),
    [
      ['head_of_school', 1, null],
      [step, 2, 10],
    ],
  )
  assert.deepEqual([kinds, extent], [['exchange'], 'unit'])
  const reader = await pair.queenMary.browser('reader', 'zh')
  assert.match(
    plain(await reader.read('/procedures')),
    /院系交换协议 ?学生交换；各单位；所有风险等级 ?院长 再 合作事务委员会/,
  )
})

test('what is not whole is told, and nothing of it is kept', async () => {
  const refusals: [Record<string, string>, RegExp][] = [
    [{ name_zh: '' }, /Give a name in both languages/],
    [{ step_0_who: '', step_1_who: '' }, /needs at least one step/],
    [{ step_0_who: 'duty:nobody_knows' }, /decided by a duty or a person of this list/],
    [{ step_1_days: '0' }, /whole numbers from 1 to 1000/],
  ]
  for (const [change, told] of refusals) {
    const answer = await admin.post('/procedures/routes', { ...twoSteps, name_en: 'Half a way', ...change })
    assert.equal(answer.status, 422)
    const page = await answer.text()
    assert.match(plain(page), told)
    assert.match(page, /value="Half a way"/)
  }
  assert.equal(await written('Half a way'), undefined)
})

test('two administrators at once: the second is shown what the first saved, and loses nothing', async () => {
  await admin.post('/procedures/routes', { ...twoSteps, name_en: 'Shared', name_zh: '共用' })
  const { id } = (await written('Shared'))!
  const at = `/procedures/routes/${id}`
  const form = formOf(await admin.read(at), at)
  assert.equal((await admin.post(at, { ...form, name_en: 'First' })).status, 303)
  const second = await admin.post(at, { ...form, name_en: 'Second' })
  assert.equal(second.status, 409)
  const page = await second.text()
  assert.match(plain(page), /A colleague saved: First/)
  assert.match(page, /value="Second"/)
  const again = formOf(page, at)
  assert.equal((await admin.post(at, { ...again, name_en: 'Second' })).status, 303)
  assert.ok(await written('Second'))
  const journal = await pair.queenMary.database.db
    .selectFrom('journal')
    .select(['act', 'detail'])
    .where('subject_id', '=', id)
    .where('act', '=', 'route.changed')
    .execute()
  const names = journal.map(
    ({ detail }) => detail as { before: { name: { en: string } }; after: { name: { en: string } } },
  )
  assert.deepEqual(
    names.map((d) => [d.before.name.en, d.after.name.en]),
    [
      ['Shared', 'First'],
      ['First', 'Second'],
    ],
  )
})

test('the order is the administrators’, and what is no longer used is out of it', async () => {
  const { db } = pair.queenMary.database
  const names = async () =>
    (await db.selectFrom('approval_route').select(['name_en', 'retired_at']).orderBy('position').execute())
      .filter((r) => r.retired_at === null)
      .map((r) => r.name_en)
  const first = await names()
  const { id } = (await written(first[1]!))!
  await admin.post(`/procedures/routes/${id}/order`, { way: 'up' })
  assert.deepEqual(await names(), [first[1], first[0], ...first.slice(2)])
  await admin.post(`/procedures/routes/${id}/use`, { retired: 'yes' })
  assert.ok(!(await names()).includes(first[1]!))
  assert.match(plain(await admin.read('/procedures')), /No longer used/)
})

test('only administrators keep them; approvers name stand-ins for themselves alone', async () => {
  for (const who of ['officer', 'approver', 'reader'] as const) {
    const browser = await pair.queenMary.browser(who)
    assert.equal((await browser.post('/procedures/routes', twoSteps)).status, 403)
    assert.equal(
      (await browser.post('/procedures/types', { name_en: 'x', name_zh: 'x', counts_as: 'other' })).status,
      403,
    )
    assert.equal((await browser.post('/procedures/authority', {})).status, 403)
    assert.equal((await browser.get('/procedures/routes/blank')).status, 403)
    assert.equal((await browser.get('/procedures')).status, 200)
  }
  const nobody = await pair.queenMary.browser('nobody')
  for (const path of ['', '/types', '/stand-ins', '/authority', '/targets'])
    assert.equal((await nobody.get(`/procedures${path}`)).status, 404)
  const approver = await pair.queenMary.browser('approver')
  const other = (await pair.queenMary.visitor('administrator')).account.id
  assert.equal((await approver.post('/procedures/stand-ins', { person: other, by: other })).status, 403)
})

test('a stand-in needs days that are not past, a reason, and somebody else', async () => {
  const { account: approver } = await pair.queenMary.visitor('approver')
  const { account: reader } = await pair.queenMary.visitor('reader')
  const browser = await pair.queenMary.browser('approver')
  const good = { person: approver.id, by: reader.id, duty: '', from: '2026-09-23', to: '2026-09-30', reason: 'Leave' }
  const refusals: [Record<string, string>, RegExp][] = [
    [{ reason: ' ' }, /Say why/],
    [{ by: approver.id }, /Nobody stands in for themselves/],
    [{ to: '2026-09-22' }, /last day must not be before/],
    [{ from: '2026-02-30' }, /last day must not be before/],
    [{ by: crypto.randomUUID() }, /Choose somebody of the list/],
    [{ duty: 'finance' }, /Choose somebody of the list/],
  ]
  for (const [change, told] of refusals) {
    const answer = await browser.post('/procedures/stand-ins', { ...good, ...change })
    assert.equal(answer.status, 422)
    assert.match(plain(await answer.text()), told)
  }
  assert.equal((await browser.post('/procedures/stand-ins', good)).status, 303)
  assert.match(
    plain(await browser.read('/procedures/stand-ins')),
    /Some approver.*Some reader.*everything.*2026-09-23 to 2026-09-30.*acts today/,
  )
  const end = formOf(await browser.read('/procedures/stand-ins'), '/procedures/stand-ins/end')
  const stranger = await colleague(pair, pair.queenMary, 'approver', step)
  assert.equal((await stranger.post('/procedures/stand-ins/end', end)).status, 403)
  assert.equal((await browser.post('/procedures/stand-ins/end', end)).status, 303)
  assert.match(plain(await browser.read('/procedures/stand-ins')), /over/)
})

test('types of the house’s own: named in both languages, changed, taken out of use', async () => {
  const type = { name_en: 'Visiting chair', name_zh: '讲席教授', counts_as: 'research', term: '24', notice: '' }
  assert.equal((await admin.post('/procedures/types', type)).status, 303)
  assert.equal((await admin.post('/procedures/types', type)).status, 409)
  assert.equal((await admin.post('/procedures/types', { ...type, name_en: 'Other', term: '1.5' })).status, 422)
  const stored = () =>
    pair.queenMary.database.db
      .selectFrom('agreement_type')
      .selectAll()
      .where('key', '=', 'visiting_chair')
      .executeTakeFirstOrThrow()
  assert.deepEqual([(await stored()).term_months, (await stored()).notice_months], [24, null])
  const change = { ...type, key: 'visiting_chair', revision: '1', notice: '3' }
  assert.equal((await admin.post('/procedures/types', change)).status, 303)
  assert.equal((await admin.post('/procedures/types', change)).status, 409, 'the revision has passed')
  const { notice_months, retired_at } = await stored()
  assert.equal(notice_months, 3)
  assert.ok(retired_at, 'not ticked: no longer used')
})

test('days per stage are set by administrators and stay as they were where one is no number', async () => {
  const days = { drafting: '21', negotiating: '14', freezing: '7', approving: '10', signing: '5' }
  assert.equal((await admin.post('/procedures/targets', days)).status, 303)
  assert.equal((await admin.post('/procedures/targets', { ...days, drafting: '99', signing: 'soon' })).status, 422)
  const reader = await pair.queenMary.browser('reader')
  assert.match(plain(await reader.read('/procedures/targets')), /Drafting ?21.*Signing ?5/)
})
