import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { insertComment } from '#src/agreements/comment-store.ts'
import { colleague, openNegotiation, sentAgreement } from '#test/support/negotiation.ts'
import type { OfficeBrowser } from '#test/support/office.ts'
import type { Pair } from '#test/support/postman.ts'
import { retentionRoutes } from './index.ts'
import { recordsDue } from './records-due.ts'
import { retentionKinds } from './retention.ts'

let pair: Pair
let officer: OfficeBrowser
let second: OfficeBrowser
let administrator: OfficeBrowser

const db = () => pair.hust.database.db

before(async () => {
  pair = await openNegotiation()
  pair.hust.app.route('/', retentionRoutes({ db: db() }))
  officer = await pair.hust.browser('officer')
  second = await colleague(pair, pair.hust, 'officer')
  administrator = await pair.hust.browser('administrator')
})
after(() => pair.close())

/** Somebody whose last post ended on a day, or holds one. */
async function person(latin: string, until: string | null): Promise<string> {
  const id = crypto.randomUUID()
  await sql`insert into person (id, name_latin, family_name_first, email, basis, note)
    values (${id}, ${latin}, false, ${`${id}@left.example`}, 'published', 'remark')`.execute(db())
  await sql`insert into post (id, person, institution, unit_en, unit_zh, title_en, title_zh, rank, since, until)
    values (gen_random_uuid(), ${id}, ${pair.queenMary.ror}, '', '', 'Dean', '院长', 50, '2010-01-01', ${until})`.execute(
    db(),
  )
  return id
}
const kept = async (id: string) =>
  (await db().selectFrom('person').selectAll().where('id', '=', id).executeTakeFirstOrThrow()).email
const propose = (kind: string, ids: string[], who = officer) =>
  who.post(`/retention/${kind}/propose`, {
    reason: 'Their years are over.',
    ...Object.fromEntries(ids.map((id) => [`record:${id}`, 'yes'])),
  })
const waiting = async () =>
  (await db().selectFrom('retention_act').select('id').where('state', '=', 'proposed').executeTakeFirstOrThrow()).id

test('contact data of whoever left is forgotten by two people; whoever holds a post, or left lately, is not touched', async () => {
  const [gone, lately, here] = [
    await person('Gone Long', '2020-05-05'),
    await person('Left Lately', '2026-01-01'),
    await person('Still Here', null),
  ]
  const page = await officer.read('/retention/contacts')
  assert.match(page, /Gone Long/)
  assert.doesNotMatch(page, /Left Lately|Still Here/)
  assert.equal((await propose('contacts', [lately, here])).status, 422, 'only what is due can be proposed')
  assert.equal((await propose('contacts', [gone, lately])).status, 303)
  assert.equal((await propose('contacts', [gone], second)).status, 409, 'one waits already')
  const act = `/retention/acts/${await waiting()}`
  assert.equal((await officer.post(`${act}/confirm`)).status, 403, 'nobody confirms their own')
  assert.match(await officer.read('/retention'), /You proposed this: somebody else confirms it/)
  assert.ok(await kept(gone))
  assert.equal((await second.post(`${act}/confirm`)).status, 303)
  assert.equal(await kept(gone), '')
  assert.ok((await kept(lately)) && (await kept(here)))
  assert.match(await officer.read(`/contacts/${gone}`), /Gone Long/, 'the name stays')
  assert.equal((await second.post(`${act}/confirm`)).status, 409)
  const said = await db().selectFrom('journal').selectAll().where('act', 'like', 'retention.%').execute()
  assert.deepEqual(
    said.map((one) => one.act),
    ['retention.proposed', 'retention.confirmed'],
  )
  const everything = await sql<{
    t: string
  }>`select (select string_agg(j::text, '') from journal j) || (select coalesce(string_agg(r::text, ''), '') from row_change r) as t`.execute(
    db(),
  )
  assert.ok(!everything.rows[0]!.t.includes(`${gone}@left.example`), 'nor does the journal remember it')
})

test('what came back to life between proposing and confirming is left', async () => {
  const [one, other] = [await person('Came Back', '2019-01-01'), await person('Stayed Away', '2019-01-01')]
  await propose('contacts', [one, other])
  await sql`update post set until = null where person = ${one}`.execute(db())
  assert.equal((await second.post(`/retention/acts/${await waiting()}/confirm`)).status, 303)
  assert.ok(await kept(one))
  assert.equal(await kept(other), '')
})

test('our own comments go once the agreement and all under and after it have ended; the agreement, its text and what both sides said never', async () => {
  const agreement = await sentAgreement(pair)
  const comment = { agreement, version: 1, clause: null, side: 'ours' as const, byName: 'x', at: pair.now }
  await db()
    .transaction()
    .execute(async (tx) => {
      await insertComment(tx, { ...comment, id: crypto.randomUUID(), body: 'ours alone', internal: true })
      await insertComment(tx, { ...comment, id: crypto.randomUUID(), body: 'for both', internal: false })
    })
  const enter = async (title: string, ends: string, above: string | null, of: string | null = null) => {
    const id = crypto.randomUUID()
    await sql`insert into agreement_entry (id, agreement, partner, parent, kind, title_en, title_zh, signed_how, signed_on, ends_on, created_at)
      values (${id}, ${of}, ${pair.queenMary.ror}, ${above}, 'research', ${title}, '', 'ink', '2001-01-01', ${ends}, now())`.execute(
      db(),
    )
    return id
  }
  const umbrella = await enter('Old umbrella', '2011-01-01', null, agreement)
  const child = await enter('Living child', '2030-01-01', umbrella)
  const texts = async () =>
    (await db().selectFrom('agreement_comment').select('body').orderBy('body').execute()).map(({ body }) => body)
  for (const kind of ['comments', 'agreements'])
    assert.doesNotMatch(await officer.read(`/retention/${kind}`), /Old umbrella/)
  assert.equal((await propose('comments', [agreement])).status, 422)
  await sql`update agreement_entry set ends_on = '2012-01-01' where id = ${child}`.execute(db())
  assert.match(await officer.read('/retention/agreements'), new RegExp(`/archive/agreements/${umbrella}/office.zip`))
  assert.equal((await propose('agreements', [umbrella])).status, 422, 'agreements are never forgotten')
  assert.equal((await propose('comments', [agreement])).status, 303)
  assert.equal((await second.post(`/retention/acts/${await waiting()}/confirm`)).status, 303)
  assert.deepEqual(await texts(), ['for both'])
  assert.ok(await db().selectFrom('agreement').select('id').where('id', '=', agreement).executeTakeFirst())
  assert.equal(
    (await db().selectFrom('agreement_entry').select('id').where('id', 'in', [umbrella, child]).execute()).length,
    2,
  )
})

test('proposals that became nothing, and guests’ addresses, are due by their own clocks', async () => {
  const { id: account } = (await pair.hust.visitor('reader')).account
  const entered = async (state: string, at: string) => {
    const id = crypto.randomUUID()
    await sql`insert into proposal (id, proposer, partner, kind, title_en, title_zh, unit, purpose, fit, resources, results, answers, interest, value, currency, risk, state, agreement, proposed_at)
      values (${id}, ${account}, ${pair.queenMary.ror}, 'exchange', ${`Proposal ${state} ${at}`}, '', '', 'x', 'x', 'x', 'x', '{}', 'none', null, '', 'low', ${state}, null, ${at})`.execute(
      db(),
    )
    await sql`insert into proposal_step (proposal, act, state, account, by_name, reason, at) values (${id}, 'x', ${state}, ${account}, 'x', 'x', ${at})`.execute(
      db(),
    )
    return id
  }
  const old = await entered('declined', '2020-01-01T00:00Z')
  const [young, open] = [
    await entered('declined', '2026-01-01T00:00Z'),
    await entered('assessment', '2020-01-01T00:00Z'),
  ]
  const ceremony = crypto.randomUUID()
  await sql`insert into ceremony (id, partner, convenor, kind, state, title_en, title_zh, starts_at, items, version, created_at)
    values (${ceremony}, ${pair.queenMary.ror}, ${pair.hust.ror}, 'visit', 'closed', 'Old visit', '', '2020-01-01T00:00Z', '[]', 1, now())`.execute(
    db(),
  )
  await sql`insert into ceremony_guest_private (ceremony, guest, email, remark) values (${ceremony}, 'g', 'g@guest.example', 'sits far from h')`.execute(
    db(),
  )
  for (const [kind, id] of [
    ['proposals', old],
    ['guests', ceremony],
  ] as const) {
    assert.equal((await propose(kind, [id, young, open])).status, 303, kind)
    assert.equal((await administrator.post(`/retention/acts/${await waiting()}/confirm`)).status, 303, kind)
  }
  assert.deepEqual(
    (await db().selectFrom('proposal').select('id').execute()).map(({ id }) => id).sort(),
    [young, open].sort(),
  )
  assert.equal((await db().selectFrom('ceremony_guest_private').selectAll().execute()).length, 0)
})

test('a year is over by our own calendar, whichever zone the database server has', async () => {
  const ceremony = async (title: string, at: string) => {
    const id = crypto.randomUUID()
    await sql`insert into ceremony (id, partner, convenor, kind, state, title_en, title_zh, starts_at, items, version, created_at)
      values (${id}, ${pair.queenMary.ror}, ${pair.hust.ror}, 'visit', 'closed', ${title}, '', ${at}, '[]', 1, now())`.execute(
      db(),
    )
    await sql`insert into ceremony_guest_private (ceremony, guest, email, remark) values (${id}, 'g', 'g@guest.example', '')`.execute(
      db(),
    )
  }
  // Today is 23 September 2026 in Wuhan; a year ago there, and the day before it, though one calendar day in UTC.
  await ceremony('Ended on the 22nd', '2025-09-22T15:30Z')
  await ceremony('Ended on the 23rd', '2025-09-22T16:30Z')
  const page = (await officer.read('/retention/guests')).replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
  assert.match(page, /Ended on the 22nd 22 September 2025/)
  assert.doesNotMatch(page, /Ended on the 23rd/)
  for (const zone of ['America/New_York', 'Pacific/Kiritimati', 'UTC'])
    await db()
      .connection()
      .execute(async (one) => {
        await sql`select set_config('timezone', ${zone}, false)`.execute(one)
        for (const kind of retentionKinds) await recordsDue(one, kind, '2025-09-23')
        const due = await recordsDue(one, 'guests', '2025-09-23')
        assert.deepEqual(
          due.map(({ title, ended }) => [title.en, ended]),
          [['Ended on the 22nd', '2025-09-22']],
          zone,
        )
      })
})

test('an administrator sets the years with reason and basis in both languages; nobody else, and nothing by halves', async () => {
  const rule = { years: '9', reason_en: 'Because', reason_zh: '因为', basis_en: 'Article 5', basis_zh: '第五条' }
  assert.equal((await officer.post('/retention/contacts/rule', rule)).status, 403)
  for (const wrong of [{ years: '0' }, { years: '101' }, { years: 'x' }, { basis_zh: '' }, { reason_en: ' ' }])
    assert.equal((await administrator.post('/retention/contacts/rule', { ...rule, ...wrong })).status, 422)
  const half = await administrator.post('/retention/contacts/rule', { ...rule, basis_zh: '' })
  assert.match(await half.text(), /<details class="dialog" open id="change-rule">[\s\S]*value="9"[\s\S]*value="因为"/)
  const late = await person('Due Later', '2019-06-06')
  assert.match(await officer.read('/retention/contacts'), /Due Later/)
  assert.equal((await administrator.post('/retention/contacts/rule', rule)).status, 303)
  assert.doesNotMatch(await officer.read('/retention/contacts'), /Due Later/)
  assert.match(await (await pair.hust.browser('officer', 'zh')).read('/retention'), /9 年[\s\S]*因为[\s\S]*第五条/)
  assert.ok(await kept(late))
})

test('taken back is taken back; readers and the public see none of it, and change nothing', async () => {
  await administrator.post('/retention/contacts/rule', {
    years: '2',
    reason_en: 'x',
    reason_zh: 'x',
    basis_en: 'x',
    basis_zh: 'x',
  })
  const id = await person('Kept After All', '2018-01-01')
  await propose('contacts', [id])
  const act = `/retention/acts/${await waiting()}`
  for (const who of ['reader', 'approver', 'signatory', 'nobody'] as const) {
    const other = await pair.hust.browser(who)
    assert.equal((await other.get('/retention')).status, 404, who)
    assert.ok((await other.post(`${act}/confirm`)).status >= 403, who)
  }
  assert.equal((await second.post(`${act}/withdraw`)).status, 303)
  assert.equal((await second.post(`${act}/confirm`)).status, 409)
  assert.ok(await kept(id))
  assert.match(await officer.read('/retention'), /taken back by/)
})
