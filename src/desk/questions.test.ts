/**
 * Twenty questions people ask an international office, about a generated register: each is answered from the search box or the
 * filters in at most two steps. What the right answer is, is asked of the tables apart from any search.
 */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { generate } from '#cast/generate.ts'
import type { OfficeBrowser } from '#test/support/office.ts'
import { fileForm } from '#test/support/scan.ts'
import { heldCeremony, openStories, type StoryPair, writtenStory } from '#test/support/stories.ts'

let pair: StoryPair
let officer: OfficeBrowser

before(async () => {
  pair = await openStories()
  const { db } = pair.hust.database
  const today = pair.now.toZonedDateTimeISO('Asia/Shanghai').toPlainDate()
  await db.transaction().execute((tx) => generate(tx, { scale: 0.4, seed: 11, today }))
  await heldCeremony(pair)
  await writtenStory(pair, { partner: pair.queenMary.ror })
  officer = await pair.hust.browser('officer')
})
after(() => pair.close())

interface Step {
  /** What is typed or chosen. */
  ask: string
  /** A link of the answer that is followed then; that is the second step. */
  open?: RegExp
}

/** The page one stands on after the steps. */
async function answer({ ask, open }: Step): Promise<string> {
  const first = await officer.read(ask)
  if (!open) return first
  const href = open.exec(first)?.[1]
  assert.ok(href, `${ask} leads nowhere like ${open}`)
  return officer.read(href.replaceAll('&amp;', '&'))
}

const all = async <Row>(query: string): Promise<Row[]> =>
  (await sql.raw<Row>(query).execute(pair.hust.database.db)).rows
const one = async (query: string): Promise<Record<string, string>> => (await all<Record<string, string>>(query))[0]!
const q = encodeURIComponent

/** Titles' ids in the list of the register. */
const listed = (page: string) =>
  [...page.matchAll(/class="register-title" href="\/register\/([0-9a-f-]{36})"/g)].map((m) => m[1]!)

/** The list holds exactly the entries a condition names, as far as one page reaches. */
async function isExactly(page: string, condition: string): Promise<void> {
  const rows = await all<{ id: string }>(
    `select agreement_entry.id from agreement_entry join institution i on i.ror = partner where ${condition}`,
  )
  const ids = rows.map(({ id }) => id)
  const shown = listed(page)
  assert.ok(ids.length > 0, `nothing fits ${condition}: the question asks for nothing`)
  assert.equal(shown.length, Math.min(50, ids.length), condition)
  for (const id of shown) assert.ok(ids.includes(id), `${id} does not fit ${condition}`)
}

const day = "date '2026-11-20'"
const living = `coalesce(effective_on, signed_on) <= ${day} and coalesce(least(ends_on, terminated_on), 'infinity') >= ${day}`

/** The partner with most agreements. */
const busiest = () =>
  one(
    'select i.ror, i.name_en, i.name_zh, i.city_en from agreement_entry join institution i on i.ror = partner group by i.ror order by count(*) desc, i.ror limit 1',
  )

test('1 What do we have with this university, by its English name?', async () => {
  const { ror, name_en } = await busiest()
  await isExactly(
    await answer({ ask: `/find?q=${q(name_en!)}`, open: new RegExp(`href="(/register\\?partner=${ror})"`) }),
    `partner = '${ror}'`,
  )
})

test('2 And by its Chinese name?', async () => {
  const { ror, name_zh } = await busiest()
  await isExactly(
    await answer({
      ask: `/find?q=${q(name_zh!.replace('（示例）', ''))}`,
      open: new RegExp(`href="(/register\\?partner=${ror})"`),
    }),
    `partner = '${ror}'`,
  )
})

test('3 What is in force with it?', async () => {
  const { ror } = await busiest()
  await isExactly(await answer({ ask: `/register?partner=${ror}&standing=living` }), `partner = '${ror}' and ${living}`)
})

test('4 Which student exchanges are there?', async () => {
  await isExactly(await answer({ ask: '/register?kind=exchange' }), "kind = 'exchange'")
})

test('5 Which were in force in 2021?', async () => {
  await isExactly(
    await answer({ ask: '/register?kind=exchange&year=2021' }),
    "kind = 'exchange' and coalesce(effective_on, signed_on) < '2022-01-01' and coalesce(ends_on, 'infinity') >= '2021-01-01'",
  )
})

test('6 What ends within a year?', async () => {
  await isExactly(
    await answer({ ask: '/', open: /href="(\/register\?standing=ending)"/ }),
    `${living} and ends_on <= ${day} + 365`,
  )
})

test('7 What has run out?', async () => {
  await isExactly(
    await answer({ ask: '/register', open: /href="(\/register\?standing=expired)"/ }),
    `ends_on < ${day} and terminated_on is null`,
  )
})

test('8 What does the School of Law have in force?', async () => {
  await isExactly(
    await answer({ ask: '/register?unit=School+of+Law&standing=living' }),
    `units like '%School of Law%' and ${living}`,
  )
})

test('9 And 医学院, asked by its Chinese name?', async () => {
  await isExactly(await answer({ ask: `/register?unit=${q('医学院')}` }), "units like '%医学院%'")
})

test('10 Anything about 医学, two characters typed into the box?', async () => {
  await isExactly(
    await answer({ ask: `/find?q=${q('医学')}`, open: /href="(\/register\?q=[^"]+)"/ }),
    "title_en || title_zh || fields || units || obligations || reference || i.name_zh like '%医学%'",
  )
})

test('11 Which research agreements did we sign in 2023, typed as words?', async () => {
  await isExactly(
    await answer({ ask: '/register?q=research+2023' }),
    `(kind = 'research' or title_en ilike '%research%') and
      (reference like '%2023%' or extract(year from signed_on) = 2023 or extract(year from ends_on) = 2023)`,
  )
})

test('12 联合培养, open-ended?', async () => {
  await isExactly(
    await answer({ ask: `/register?q=${q('联合培养')}&standing=open_ended` }),
    `(kind = 'joint_training' or title_zh like '%联合培养%') and ends_on is null and ${living}`,
  )
})

test('13 What is the agreement with this number?', async () => {
  const { id, reference, obligations } = await one('select * from agreement_entry order by reference limit 1 offset 40')
  const page = await answer({ ask: `/find?q=${reference}`, open: new RegExp(`href="(/register/${id})"`) })
  assert.ok(page.includes(obligations!))
})

test('14 Which agreement speaks of vertebrate palaeontology, words that stand only inside a file?', async () => {
  const { id, title_en } = await one('select * from agreement_entry order by id limit 1')
  assert.equal(
    (
      await officer.post(
        `/register/${id}/files`,
        await fileForm(pair.typesetter, 'vertebrate palaeontology collections'),
      )
    ).status,
    303,
  )
  assert.ok((await answer({ ask: '/find?q=palaeontology+vertebrate' })).includes(title_en!))
})

test('15 And in Chinese, 标本, two characters inside a file?', async () => {
  const { id } = await one('select * from agreement_entry order by id limit 1 offset 1')
  const file = await fileForm(pair.typesetter, '双方共享古生物标本。', 'annex')
  assert.equal((await officer.post(`/register/${id}/files`, file)).status, 303)
  assert.deepEqual(listed(await answer({ ask: `/register?q=${q('标本')}` })), [id])
})

test('16 Who is this person, typed given name first, and where?', async () => {
  const { id, name_latin, title_en } = await one(
    "select person.id, name_latin, title_en from person join post on post.person = person.id where name_latin like 'Ouyang %' and until is null order by id limit 1",
  )
  const turned = name_latin!.split(' ').reverse().join(' ')
  const page = await officer.read(`/contacts?q=${q(turned)}`)
  const links = [...page.matchAll(/href="\/contacts\/([0-9a-f-]{36})"/g)].map((m) => m[1])
  assert.ok(links.includes(id), `${turned} is not found`)
  assert.ok((await officer.read(`/contacts/${id}`)).includes(title_en!))
})

test('17 And by 欧阳?', async () => {
  const people = await all<{ id: string }>("select id from person where name_native like '欧阳%'")
  const page = await answer({ ask: `/contacts?q=${q('欧阳')}` })
  const links = [...page.matchAll(/href="\/contacts\/([0-9a-f-]{36})"/g)].map((m) => m[1]!)
  assert.ok(links.length > 5)
  for (const id of links) assert.ok(people.some((p) => p.id === id))
})

test('18 Who are our key partners?', async () => {
  const rows = await all<{ ror: string }>("select partner as ror from partnership where state = 'key_partner'")
  const page = await answer({ ask: '/partners?state=key_partner' })
  assert.ok(rows.length > 3)
  for (const { ror } of rows) assert.ok(page.includes(`href="/partners/${ror}"`), ror)
  assert.equal(new Set([...page.matchAll(/href="\/partners\/(0[a-z0-9]{8})"/g)].map((m) => m[1])).size, rows.length)
})

test('19 When did we sign with Queen Mary, and who came?', async () => {
  const { id } = await one('select id from ceremony limit 1')
  const { title_en } = await one('select title_en from ceremony limit 1')
  const page = await answer({ ask: `/find?q=${q(title_en!)}`, open: new RegExp(`href="(/ceremonies/${id})"`) })
  assert.match(page, /2026/)
})

test('20 What did we write about it, in either language?', async () => {
  for (const words of ['together online', '在线签约', '签约仪式']) {
    const page = await answer({ ask: `/find?q=${q(words)}`, open: /href="(\/stories\/[0-9a-f-]{36})"/ })
    assert.ok(page.includes('HUST and Queen Mary sign, together online'), words)
  }
})
