/**
 * A register as large as a real one (partnerships.md 6.3), all invented, the same for the same seed: partners, people with dated
 * posts, agreements of twelve years. For measuring and for looking at full lists; loaded by `chirograph generate`.
 */
import { sql } from 'kysely'
import type { EntryKind } from '#src/agreements/index.ts'
import type { Tx } from '#src/platform/database/tables.ts'
import { nameKeys } from '#src/platform/search/names.ts'
import { fold, terms } from '#src/platform/search/terms.ts'
import { type Chance, chance } from './chance.ts'
import { entryTitles, fields, givenNames, invented, surnames, unitNames } from './invented.ts'

export interface Generated {
  partners: number
  people: number
  posts: number
  agreements: number
}

/** What a scale of 1 stands for. */
const one = { partners: 400, people: 6_000, posts: 9_000, agreements: 1_600 }

/**
 * Adds the load set to a node. What has no name in both scripts stays without one, as in life.
 * @param scale 1 for a large university; 20 for twenty of them
 * @param today agreements end around this day as they do in a register of twelve years
 */
export async function generate(
  tx: Tx,
  { scale, seed, today }: { scale: number; seed: number; today: Temporal.PlainDate },
): Promise<Generated> {
  const random = chance(seed)
  const of = (n: number) => Math.round(n * scale)
  const partners = await partnersOf(tx, random, of(one.partners))
  const people = await peopleOf(tx, random, { partners, people: of(one.people), posts: of(one.posts) })
  const agreements = await agreementsOf(tx, random, { partners, n: of(one.agreements), today })
  for (const table of ['institution', 'partnership', 'person', 'post', 'agreement_entry', 'agreement_entry_text'])
    await sql`analyze ${sql.table(table)}`.execute(tx)
  return { partners: partners.length, ...people, agreements }
}

/** Rows go in by the thousand, each batch one statement whatever its size. */
async function insertAll(tx: Tx, table: string, columns: string, rows: object[]): Promise<void> {
  const names = sql.raw(
    columns
      .split(',')
      .map((column) => column.trim().split(' ')[0])
      .join(', '),
  )
  for (let i = 0; i < rows.length; i += 1_000) {
    const batch = JSON.stringify(rows.slice(i, i + 1_000))
    await sql`insert into ${sql.table(table)} (${names}) select ${names}
      from jsonb_to_recordset(${batch}::jsonb) as given (${sql.raw(columns)}) on conflict do nothing`.execute(tx)
  }
}

async function partnersOf(tx: Tx, random: Chance, n: number): Promise<string[]> {
  const institutions = Array.from({ length: n }, (_, i) => withHaystack(invented(random, i)))
  const columns =
    'ror text, name_en text, name_zh text, short_en text, short_zh text, city_en text, city_zh text, country text, zone text, website text, haystack text'
  await insertAll(tx, 'institution', columns, institutions)
  const states = ['cooperating', 'cooperating', 'cooperating', 'prospect', 'scoping', 'under_review', 'ended']
  const partnerships = institutions.map(({ ror }, i) => ({
    id: random.uuid(),
    partner: ror,
    state: i < n * 0.03 ? 'key_partner' : random.one(states),
    since: String(2005 + random.below(20)),
  }))
  await insertAll(tx, 'partnership', 'id uuid, partner text, state text, since text', partnerships)
  return institutions.map(({ ror }) => ror)
}

const withHaystack = (i: ReturnType<typeof invented>) => ({
  ...i,
  haystack: fold(`${i.name_en} ${i.name_zh} ${i.short_en} ${i.short_zh} ${i.city_en} ${i.city_zh} ${i.ror}`),
})

async function peopleOf(
  tx: Tx,
  random: Chance,
  o: { partners: string[]; people: number; posts: number },
): Promise<{ people: number; posts: number }> {
  const people = Array.from({ length: o.people }, () => {
    const chinese = random.below(10) < 4
    const [family, familyZh] = random.one(surnames[chinese ? 'zh' : 'en'])
    const [given, givenZh] = random.one(givenNames[chinese ? 'zh' : 'en'])
    const name = chinese
      ? { latin: `${family} ${given}`, native: `${familyZh}${givenZh}` }
      : { latin: `${given} ${family}`, native: null }
    return {
      id: random.uuid(),
      name_latin: name.latin,
      name_native: name.native,
      family_name_first: chinese,
      ...nameKeys(name),
    }
  })
  const columns = 'id uuid, name_latin text, name_native text, family_name_first boolean, terms text[], joined text'
  await insertAll(tx, 'person', columns, people)
  const posts = Array.from({ length: o.posts }, (_, i) => {
    // Everyone has one post that is held; the others are of the past.
    const past = i >= o.people
    const since = 2008 + random.below(past ? 8 : 16)
    const [en, zh, rank] = random.one(unitNames.posts)
    const [unitEn, unitZh] = random.one(unitNames.units)
    const person = people[i % o.people]!.id
    const until = past ? `${since + 1 + random.below(4)}-08-31` : null
    const base = { id: random.uuid(), person, institution: random.one(o.partners), since: `${since}-09-01`, until }
    return { ...base, title_en: en, title_zh: zh, unit_en: unitEn, unit_zh: unitZh, rank }
  })
  const postColumns =
    'id uuid, person uuid, institution text, since date, until date, title_en text, title_zh text, unit_en text, unit_zh text, rank integer'
  await insertAll(tx, 'post', postColumns, posts)
  return { people: people.length, posts: posts.length }
}

async function agreementsOf(
  tx: Tx,
  random: Chance,
  { partners, n, today }: { partners: string[]; n: number; today: Temporal.PlainDate },
): Promise<number> {
  const rows = Array.from({ length: n }, (_, i) => entry(random, { partner: random.one(partners), number: i, today }))
  const columns =
    'id uuid, partner text, kind text, title_en text, title_zh text, reference text, signed_how text, signed_on date, effective_on date, ends_on date, review_on date, notice_months integer, fields text, units text, obligations text, created_at timestamptz'
  await insertAll(tx, 'agreement_entry', columns, rows)
  const searched = rows.map(({ id, ...row }) => ({ entry: id, haystack: row.haystack, terms: row.terms }))
  await insertAll(tx, 'agreement_entry_text', 'entry uuid, haystack text, terms text[]', searched)
  return rows.length
}

function entry(random: Chance, o: { partner: string; number: number; today: Temporal.PlainDate }) {
  const kinds = Object.keys(entryTitles) as EntryKind[]
  const kind = random.one(kinds)
  const [en, zh] = entryTitles[kind]
  const [fieldEn, fieldZh] = random.one(fields)
  const [unitEn, unitZh] = random.one(unitNames.units)
  const signed = o.today.subtract({ days: random.below(12 * 365) })
  const years = random.below(20) === 0 ? null : random.one([3, 5, 5, 5, 10])
  const ends = years ? signed.add({ years }).subtract({ days: 1 }) : null
  const texts = {
    title_en: `${en} in ${fieldEn}`,
    title_zh: `${fieldZh}${zh}`,
    reference: `DEMO-${signed.year}-${String(o.number).padStart(5, '0')}`,
    fields: `${fieldEn} ${fieldZh}`,
    units: `${unitEn} ${unitZh}`,
    obligations: `Both sides name a contact and meet once a year. 双方各指定联系人，每年会晤一次。`,
  }
  const all = Object.values(texts).join(' \n ')
  return {
    id: random.uuid(),
    partner: o.partner,
    kind,
    ...texts,
    signed_how: 'ink',
    signed_on: signed.toString(),
    effective_on: signed.toString(),
    ends_on: ends?.toString() ?? null,
    review_on: (ends ?? signed.add({ years: 4 })).subtract({ days: 300 }).toString(),
    notice_months: ends ? random.one([null, 3, 6]) : null,
    haystack: fold(all),
    terms: [...new Set(terms(all))],
    created_at: `${signed}T08:00:00Z`,
  }
}
