import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { entriesFollow } from '#src/agreements/index.ts'
import { programmePartnersFollow } from '#src/programme/index.ts'
import { openNegotiation, sentAgreement } from '#test/support/negotiation.ts'
import type { OfficeBrowser } from '#test/support/office.ts'
import type { Pair } from '#test/support/postman.ts'
import { inventedRor, rorRecord } from '#test/support/ror-records.ts'
import { importDirectory } from './import-directory.ts'
import { barOf } from './institution-move.ts'

let pair: Pair
let officer: OfficeBrowser
/** What a node is known by, for the moment. */
let known: string[] = []

const [old, gone, city, other, alive] = [1, 2, 3, 4, 5].map(inventedRor) as [string, string, string, string, string]

before(async () => {
  const hasNode = async (_: unknown, ror: string) => known.includes(ror)
  const move = { hasNode, following: [entriesFollow, programmePartnersFollow] }
  pair = await openNegotiation(undefined, {}, { move })
  known = [pair.queenMary.ror]
  officer = await pair.hust.browser('officer')
  await importDirectory(db(), records(), { fileName: 'test', by: { kind: 'node' }, at: pair.now })
  for (const [ror, name, zh] of [
    [old, 'Stonebridge College', '石桥学院'],
    [other, 'Millford University', '磨坊津大学'],
    [alive, 'Alive University', '在世大学'],
  ] as const)
    await sql`insert into institution (ror, name_en, name_zh, short_en, short_zh, country, zone, haystack)
      values (${ror}, ${name}, ${zh}, ${name}, ${zh}, 'GB', 'Europe/London', lower(${`${name} ${zh} ${ror}`}))`.execute(
      db(),
    )
})
after(() => pair.close())

const db = () => pair.hust.database.db

/** As the registry publishes a merger: the old record is withdrawn and names its successor, which may be merged in turn. */
async function* records() {
  const named = (name: string, zh: string): [string, string, string][] => [
    [name, 'label', 'en'],
    [zh, 'label', 'zh'],
  ]
  yield rorRecord(1, {
    names: named('Stonebridge College', '石桥学院'),
    status: 'withdrawn',
    relations: [['successor', 2, 'Stonebridge University']],
  })
  yield rorRecord(2, {
    names: named('Stonebridge University', '石桥大学'),
    status: 'inactive',
    relations: [
      ['successor', 3, 'City Stonebridge University'],
      ['predecessor', 1, 'Stonebridge College'],
    ],
  })
  yield rorRecord(3, { names: named('City Stonebridge University', '石桥城市大学'), city: 'Stonebridge' })
  yield rorRecord(4, {
    names: named('Millford University', '磨坊津大学'),
    status: 'withdrawn',
    relations: [['successor', 3, 'City Stonebridge University']],
  })
  yield rorRecord(5, { names: named('Alive University', '在世大学') })
}

const press = (ror: string, to: string, by = officer) => by.post(`/partners/${ror}/successor`, { to })

/** What a register keeps of a partner. */
async function filled(ror: string, state: string): Promise<Record<string, string>> {
  const id = () => crypto.randomUUID()
  const [partnership, unit, person, former, entry] = [id(), id(), id(), id(), id()]
  const run = (query: ReturnType<typeof sql>) => query.execute(db())
  await run(sql`insert into partnership (id, partner, state, since) values (${partnership}, ${ror}, ${state}, '2015')`)
  await run(
    sql`insert into unit (id, institution, name_en, created_at) values (${unit}, ${ror}, 'School of Stone', now())`,
  )
  for (const [who, until] of [
    [person, null],
    [former, '2018-01-01'],
  ] as const) {
    await run(
      sql`insert into person (id, name_latin, terms, joined) values (${who}, ${`Person ${who.slice(0, 4)}`}, '{}', '')`,
    )
    await run(sql`insert into post (id, person, institution, title_en, title_zh, since, until)
      values (${id()}, ${who}, ${ror}, 'Dean', '院长', '2015-01-01', ${until}::date)`)
  }
  await run(
    sql`insert into partnership_lead (id, partnership, institution, person, since) values (${id()}, ${partnership}, ${ror}, ${person}, '2016-01-01')`,
  )
  await run(sql`insert into institution_fact (institution, position, label_en, label_zh, value_en, value_zh, source, as_of)
    values (${ror}, 0, 'Founded', '', ${`value of ${ror}`}, '', 'https://stone.example/', '2020-01-01')`)
  await run(sql`insert into due_diligence (institution, topic, risk, answer, answered_on, expires_on, by_name, at)
    values (${ror}, 'finance', 'low', 'Sound.', '2025-01-01', '2030-01-01', 'x', now())`)
  await run(sql`insert into agreement_entry (id, partner, kind, title_en, title_zh, signed_how, signed_on, ends_on, created_at)
    values (${entry}, ${ror}, 'exchange', ${`Exchange of ${ror}`}, '', 'ink', '2016-01-01', '2036-01-01', now())`)
  return { partnership, unit, person, former, entry }
}

test('only what the registry ended moves, only where its successors lead, and no node is led astray', () => {
  const one = { ror: old, status: 'withdrawn', successors: [city], hasNode: false } as const
  assert.equal(barOf({ ...one, successors: [city] }), null)
  assert.equal(barOf({ ...one, status: 'active', successors: [city] }), 'still_active')
  assert.equal(barOf({ ...one, successors: [] }), 'no_successor')
  assert.equal(barOf({ ...one, successors: [city], hasNode: true }), 'has_node')
})

test('an import moves nothing; officers are shown what happened and the living successor at the end of the chain', async () => {
  await filled(old, 'cooperating')
  await filled(other, 'key_partner')
  assert.match(await officer.read('/partners'), /2 partners have changed in the registry/)
  const page = await officer.read('/directory/changes')
  assert.match(page, /Stonebridge College[\s\S]*withdrawn, 15 January 2026[\s\S]*Move to City Stonebridge University/)
  assert.doesNotMatch(page, /Move to Stonebridge University/, 'it was merged in turn')
  assert.doesNotMatch(page, /Alive University/)
  const moved = await db().selectFrom('institution').select('ror').where('moved_to', 'is not', null).execute()
  assert.deepEqual(moved, [])
})

test('what may not be moved is refused, and nothing is half moved', async () => {
  const before = await everything()
  const reader = await pair.hust.browser('reader')
  assert.equal((await press(old, city, reader)).status, 403)
  assert.equal((await reader.get('/directory/changes')).status, 403)
  assert.equal((await press(alive, city)).status, 409)
  assert.equal((await press(old, gone)).status, 422)
  assert.equal((await press(old, alive)).status, 422)
  known.push(old)
  const refused = await press(old, city)
  assert.equal(refused.status, 409)
  assert.match(await refused.text(), /Its node is known by this id/)
  known.pop()
  assert.deepEqual(await everything(), before)
})

/** All rows that name one of the institutions. */
async function everything() {
  const tables = [
    'institution',
    'partnership',
    'post',
    'unit',
    'institution_fact',
    'due_diligence',
    'agreement_entry',
    'partnership_lead',
  ]
  return Promise.all(
    tables.map(
      async (table) => (await sql`select to_jsonb(t) as row from ${sql.table(table)} t order by 1`.execute(db())).rows,
    ),
  )
}

test('with one press everything follows; the old name is still found, and old addresses lead to the successor', async () => {
  const answer = await press(old, city)
  assert.equal(answer.status, 303)
  assert.equal((await press(old, city)).status, 409, 'a colleague has done it')
  const page = await officer.read(`/partners/${city}`)
  assert.match(page, /City Stonebridge University[\s\S]*石桥城市大学/)
  assert.match(page, new RegExp(`Exchange of ${old}`))
  assert.match(page, new RegExp(`value of ${old}`))
  assert.match(page, /Formerly[\s\S]*Stonebridge College/)
  assert.equal(page.match(/>Dean</g)?.length, 2, 'whoever left before the merger is still among its people')
  assert.match(await officer.read(`/partners/${city}/units`), /School of Stone/)
  assert.match(await officer.read(`/partners/${old}`), /City Stonebridge University/)
  for (const typed of ['Stonebridge College', '石桥学院', old])
    assert.match(
      await officer.read(`/partners?q=${encodeURIComponent(typed)}`),
      new RegExp(`href="/partners/${city}"`),
      typed,
    )
  assert.doesNotMatch(await officer.read('/partners?q=stonebridge'), new RegExp(`href="/partners/${old}"`))
  const chosen = await officer.read('/agreements/new')
  assert.match(chosen, new RegExp(`value="${city}"`))
  assert.doesNotMatch(chosen, new RegExp(`value="${old}"`))
  const posts = await db()
    .selectFrom('post')
    .select(['institution', 'until'])
    .where('institution', 'in', [old, city])
    .execute()
  assert.deepEqual(
    posts.map(({ institution, until }) => [institution, until !== null]).sort(),
    [
      [city, false],
      [old, true],
    ].sort(),
    'a post that ended was held where it was held',
  )
  const typed = {
    kind: 'exchange',
    partner: 'Stonebridge College',
    titleEn: 'Entered later',
    signedOn: '2026-02-01',
    endsOn: '2027-01-01',
  }
  assert.equal((await officer.post('/register', typed)).status, 303)
  assert.match(await officer.read(`/register?partner=${city}`), /Entered later/)
})

test('two that were merged into one become one partnership, with both histories and the higher tier', async () => {
  // Somebody leads both: of the partnership that goes, until today where we are. It is the 24th in Wuhan and still the 23rd in UTC.
  await sql`insert into partnership_lead (id, partnership, institution, person, since)
    select gen_random_uuid(), q.id, ${other}, l.person, '2017-01-01' from partnership_lead l join partnership p on p.id = l.partnership,
      partnership q where p.partner = ${city} and q.partner = ${other}`.execute(db())
  pair.now = Temporal.Instant.from('2026-09-23T17:00:00Z')
  assert.equal((await press(other, city)).status, 303)
  const ties = await db().selectFrom('partnership').selectAll().where('partner', 'in', [old, other, city]).execute()
  assert.deepEqual(
    ties.map(({ partner, state }) => [partner, state]),
    [[city, 'key_partner']],
  )
  const leads = await db().selectFrom('partnership_lead').selectAll().where('partnership', '=', ties[0]!.id).execute()
  assert.equal(leads.length, 3)
  assert.deepEqual(
    leads.flatMap(({ until }) => until?.toString() ?? []),
    ['2026-09-24'],
  )
  const page = await officer.read(`/partners/${city}`)
  for (const one of [old, other]) assert.match(page, new RegExp(`value of ${one}`))
  assert.match(await officer.read('/directory/changes'), /Nothing has changed/)
  const acts = await db()
    .selectFrom('journal')
    .select('detail')
    .where('act', '=', 'partner.moved')
    .orderBy('id')
    .execute()
  assert.deepEqual(
    acts.map(({ detail }) => (detail as { from: string }).from),
    [old, other],
  )
})

test('texts, hashes and messages stay as they are: a negotiation under the old id goes on, and the partner hears nothing', async () => {
  const id = await sentAgreement(pair)
  for (const office of [pair.hust, pair.queenMary]) {
    await (await office.browser('officer')).post(`/agreements/${id}/freeze`)
    await pair.deliver()
  }
  const { ror } = pair.queenMary
  await sql`insert into directory_institution select ${ror}, 'withdrawn', 'Queen Mary', null, kinds, country, subdivision, city, latitude, longitude,
    established, website, domains, identifiers, modified, import from directory_institution where ror = ${old}`.execute(
    db(),
  )
  await sql`insert into directory_relation values (${ror}, 'successor', ${city}, 'City')`.execute(db())
  const kept = async () => {
    const of = async (table: string) =>
      (await sql`select to_jsonb(t) as row from ${sql.table(table)} t order by 1`.execute(db())).rows
    return Promise.all(
      ['agreement', 'agreement_version', 'agreement_freeze', 'agreement_document', 'agreement_pin', 'outbox'].map(of),
    )
  }
  const before = await kept()
  assert.equal((await press(ror, city)).status, 409, 'its node is known by this id')
  known = []
  assert.equal((await press(ror, city)).status, 303)
  assert.deepEqual(await kept(), before)
  const comment = { body: 'After the merger.', clause: '', readers: 'both' }
  assert.equal(
    (await (await pair.queenMary.browser('officer')).post(`/agreements/${id}/comments`, comment)).status,
    303,
  )
  await pair.deliver()
  const heard = await db().selectFrom('agreement_comment').select(['side', 'body']).execute()
  assert.deepEqual(heard, [{ side: 'theirs', body: 'After the merger.' }])
  assert.match(await officer.read(`/partners/${city}/activity`), /Agreement negotiated/)
})
