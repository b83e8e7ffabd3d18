/** Nothing internal reaches the public: every internal field is filled with a word of its own, and everything public is searched for them. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { queenMary } from '#cast/universities.ts'
import { openPublicSite, type PublicSite, tellStory } from '#test/support/public-site.ts'
import { tellAll } from '#test/support/public-stories.ts'

let site: PublicSite

/** Table, column and which rows; each gets a word nobody writes. */
const fields: [table: string, column: string, where?: string][] = [
  ['agreement_label', 'reference'],
  ['agreement_version', 'note'],
  ['agreement_version', 'by_name'],
  ['agreement_approval', 'by_name'],
  ['agreement_comment', 'body'],
  ['agreement_publicity', 'reason'],
  ['agreement_publicity', 'by_name'],
  ['partnership_step', 'reason'],
  ['partnership_step', 'by_name'],
  ['person', 'note'],
  ['person', 'phone'],
  ['person', 'email'],
  ['person', 'assistant'],
  ['person', 'basis_note'],
  ['ceremony', 'reason'],
  ['ceremony_sheet', 'confirmed_by'],
  ['account', 'name_latin'],
  ['mailbox', 'subject'],
  ['mailbox', 'body_text'],
  ['journal', 'actor_name'],
]

const wordFor = (n: number) => `zqsecret${n}x`
const words: string[] = []

before(async () => {
  site = await openPublicSite()
  await tellAll(site)
  const { hust } = site.pair
  const officer = await hust.browser('officer')
  const at = `/agreements/${site.agreement}`
  // A decision that leaves the document to the offices.
  const decided = await officer.post(`${at}/publicity`, { extent: 'listed', publicity_reason: 'asked by telephone' })
  assert.equal(decided.status, 303)
  await plantColumns()
  await plantSheets()
  await plantDrafts()
})
after(() => site.close())

async function plantColumns(): Promise<void> {
  const { db } = site.pair.hust.database
  await sql`insert into agreement_comment (id, agreement, version, side, by_name, body, internal, at)
    values (gen_random_uuid(), ${site.agreement}, 1, 'ours', 'x', 'x', true, now())`.execute(db)
  await sql`update person set basis = 'consent'`.execute(db)
  for (const [n, [table, column]] of fields.entries()) {
    const found = await sql<{ n: string }>`select count(*) as n from ${sql.table(table)}`.execute(db)
    assert.notEqual(Number(found.rows[0]!.n), 0, `no row of ${table} to hide a word in`)
    words.push(wordFor(n))
    await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${wordFor(n)}`.execute(db)
  }
}

/** Contacts, interpreters, notes, guests who do not speak; and where to join. */
async function plantSheets(): Promise<void> {
  const { db } = site.pair.hust.database
  const rows = await sql<{
    ceremony: string
    side: string
    sheet: Record<string, unknown>
  }>`select ceremony, side, sheet from ceremony_sheet`.execute(db)
  for (const { ceremony, side, sheet } of rows.rows) {
    const items = Object.fromEntries(
      Object.entries(sheet.items as Record<string, object>).map(([id, part]) => [
        id,
        { ...part, interpreter: 'zqsecretinterpreter', note: 'zqsecretnote' },
      ]),
    )
    const silent = {
      ...(sheet.guests as object[])[0],
      id: crypto.randomUUID(),
      name: { latin: 'Zqsecretguest', native: null },
    }
    const changed = { ...sheet, contact: 'zqsecretcontact', items, guests: [...(sheet.guests as object[]), silent] }
    await sql`update ceremony_sheet set sheet = ${JSON.stringify(changed)}::jsonb where ceremony = ${ceremony} and side = ${side}`.execute(
      db,
    )
  }
  await sql`update ceremony set meeting = ${JSON.stringify({ kind: 'link', url: 'https://meet.example/zqsecretroom' })}::jsonb`.execute(
    db,
  )
  words.push('zqsecretinterpreter', 'zqsecretnote', 'zqsecretguest', 'zqsecretcontact', 'zqsecretroom')
}

/** A story nobody published, a ceremony nobody announced, a text under negotiation, a partner being courted. */
async function plantDrafts(): Promise<void> {
  const { hust } = site.pair
  const { db } = hust.database
  const text = { en: 'zqsecretdraft', zh: 'zqsecretdraft' }
  await tellStory(hust, { slug: 'x', headline: text, body: text, publishedAt: '2026-01-01T00:00:00Z', state: 'draft' })
  await sql`update story set headline_en = 'zqsecretworking', summary_en = 'zqsecretworking', body_en = 'zqsecretworking'
    where state <> 'draft'`.execute(db)
  const officer = await hust.browser('officer')
  const started = await officer.post('/agreements', {
    partner: queenMary.ror,
    kind: 'general',
    title_en: 'zqsecretagreement',
  })
  assert.equal(started.status, 303)
  await sql`insert into ceremony select (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(),
    'title_en', 'zqsecretceremony', 'open', false))).* from ceremony c limit 1`.execute(db)
  await sql`insert into ceremony_sheet select (jsonb_populate_record(s, jsonb_build_object('ceremony',
    (select id from ceremony where title_en = 'zqsecretceremony')))).* from ceremony_sheet s
    where ceremony = ${site.ceremony}`.execute(db)
  await sql`update institution set name_en = 'zqsecretprospect' where ror = '019wvm592'`.execute(db)
  words.push('zqsecretdraft', 'zqsecretworking', 'zqsecretagreement', 'zqsecretceremony', 'zqsecretprospect')
}

/** Every address of the site that its own pages lead to, beginning with the sitemap. */
async function everything(): Promise<Map<string, string>> {
  const sitemap = await site.read('/sitemap.xml')
  const open = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, at]) => at!.slice(site.origin.length))
  const seen = new Map<string, string>([['/sitemap.xml', sitemap]])
  for (const at of ['/robots.txt', '/en/news/feed.atom', ...open]) {
    if (!open.includes(at)) open.push(at)
  }
  for (let at = open.pop(); at; at = open.pop()) {
    if (seen.has(at)) continue
    const answer = await site.get(at)
    if (answer.status !== 200 || answer.headers.get('content-type')?.startsWith('application/pdf')) continue
    const text = await answer.text()
    seen.set(at, text)
    const links = [...text.matchAll(/href="([^"#]+)/g)].map(([, href]) =>
      href!.replaceAll('&amp;', '&').replace(site.origin, ''),
    )
    open.push(...links.filter((href) => /^\/(en|zh|calendar|partners\/[0-9a-z]+\.ics)/.test(href)))
  }
  return seen
}

test('no page, feed, calendar or file of the public site holds a word that was meant for the office', async () => {
  const pages = await everything()
  assert.ok(pages.size > 40, `only ${pages.size} pages`)
  for (const kind of ['.atom', '.json', '.ics', '.xml'])
    assert.ok(
      [...pages.keys()].some((at) => at.endsWith(kind)),
      kind,
    )
  for (const [at, text] of pages)
    for (const word of words) assert.ok(!text.toLowerCase().includes(word), `${at} holds ${word}`)
})

test('the search finds none of them', async () => {
  for (const language of ['en', 'zh'])
    for (const word of words) {
      const page = await site.read(`/${language}/search?q=${word}`)
      assert.equal([...page.matchAll(/class="result"/g)].length, 0, word)
    }
})

test('the words are really there: the office sees them', async () => {
  const officer = await site.pair.hust.browser('officer')
  assert.match(await officer.read(`/ceremonies/${site.ceremony}`), /zqsecretcontact/)
  assert.match(await officer.read(`/agreements/${site.agreement}`), /zqsecret4x/)
})

test('without a decision, or with the document withheld, nobody gets the file or reads who signed', async () => {
  const page = await site.read(`/en/agreements/${site.agreement}`)
  assert.doesNotMatch(page, /signed\.pdf/)
  assert.equal((await site.get(`/en/agreements/${site.agreement}/signed.pdf`)).status, 404)
})
