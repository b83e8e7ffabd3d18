/** Loads the sample into an empty node: the two universities, the people of 2021, the partnership, and HUST's draft. */
import { beginDraft, saveLabel, saveSignatory, type TypesetterIdentity } from '#src/agreements/index.ts'
import { ourInstitution, saveInstitution, startPartnership } from '#src/partners/index.ts'
import type { Db, Tx } from '#src/platform/database/tables.ts'
import { addAccount } from '#src/platform/people/index.ts'
import { nameKeys } from '#src/platform/search/names.ts'
import { sampleAgreementId, sampleText } from './agreement.ts'
import { duties, routes } from './approval-routes.ts'
import { accounts, posts, source } from './people.ts'
import { libraryClauses, templates } from './templates.ts'
import { ties } from './ties.ts'
import { type Fact, facts, hust, queenMary } from './universities.ts'

/** Does nothing where the node has accounts already: data found is data left. @returns whether it loaded anything */
export async function loadSample(db: Db, typesetter: TypesetterIdentity, at: Temporal.Instant): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    if (await tx.selectFrom('account').select('id').limit(1).executeTakeFirst()) return false
    const us = await ourInstitution(tx)
    for (const university of [hust, queenMary]) {
      await saveInstitution(tx, { ...university, ours: university.ror === us.ror })
      await loadFacts(tx, university.ror, facts[university.ror]!)
    }
    const byKey = await loadAccounts(tx, us.ror, at)
    await loadPosts(tx, us.ror, byKey)
    await loadRoutes(tx, us.ror, at)
    await loadTexts(tx, at)
    const partner = us.ror === hust.ror ? queenMary : hust
    await startPartnership(tx, { id: crypto.randomUUID(), partner: partner.ror, state: 'cooperating', since: '2019' })
    if (us.ror === hust.ror) await loadTies(tx)
    if (us.ror === hust.ror) await loadDraft(tx, typesetter, byKey.get('president')!, at)
    return true
  })
}

/** The other ties HUST has made known, so that its map of partners has more than one pin. */
async function loadTies(tx: Tx): Promise<void> {
  for (const { institution, partnership, facts } of ties) {
    await saveInstitution(tx, { ...institution, ours: false })
    if (facts.length > 0) await loadFacts(tx, institution.ror, facts)
    if (partnership) await startPartnership(tx, { id: crypto.randomUUID(), partner: institution.ror, ...partnership })
  }
}

async function loadFacts(tx: Tx, ror: string, known: Fact[]): Promise<void> {
  const rows = known.map((f, position) => ({
    institution: ror,
    position,
    label_en: f.label.en,
    label_zh: f.label.zh,
    value_en: f.value.en,
    value_zh: f.value.zh,
    source: f.source,
    as_of: f.asOf,
  }))
  await tx.insertInto('institution_fact').values(rows).execute()
}

async function loadAccounts(tx: Tx, ror: string, now: Temporal.Instant): Promise<Map<string, string>> {
  const byKey = new Map<string, string>()
  for (const { key, email, name, language, roles } of accounts[ror]!) {
    const account = await addAccount(tx, { email, name, language, roles, by: { kind: 'node' }, now })
    byKey.set(key, account.id)
  }
  return byKey
}

/** Who approves what. The sample's own agreement is for the whole university and its risk not judged: it goes the configured way. */
async function loadRoutes(tx: Tx, ror: string, at: Temporal.Instant): Promise<void> {
  for (const { key, label } of duties[ror]!)
    await tx
      .insertInto('approver_duty')
      .values({ key, label_en: label.en, label_zh: label.zh, created_at: at })
      .execute()
  for (const [i, { name, risks, extent, steps }] of routes[ror]!.entries()) {
    const fits = { kinds: [], risks, extent, unit: '', retired_at: null }
    const named = { id: crypto.randomUUID(), position: i + 1, name_en: name.en, name_zh: name.zh }
    await tx
      .insertInto('approval_route')
      .values({ ...named, ...fits, steps: JSON.stringify(steps) })
      .execute()
  }
}

/** Templates and clauses of the library, the same at both universities. */
async function loadTexts(tx: Tx, at: Temporal.Instant): Promise<void> {
  const written = { number: 1, note: '', by_name: 'Demonstration', at }
  for (const { kind, name, title, clauses } of templates) {
    const id = crypto.randomUUID()
    await tx.insertInto('template').values({ id, kind, name_en: name.en, name_zh: name.zh, retired_at: null }).execute()
    const text = { title: JSON.stringify(title), prevails: 'both' as const, clauses: JSON.stringify(clauses) }
    await tx
      .insertInto('template_version')
      .values({ template: id, ...text, ...written })
      .execute()
  }
  for (const { name, heading, body } of libraryClauses) {
    const id = crypto.randomUUID()
    await tx.insertInto('library_clause').values({ id, name_en: name.en, name_zh: name.zh, retired_at: null }).execute()
    const text = { heading: JSON.stringify(heading), body: JSON.stringify(body) }
    await tx
      .insertInto('library_clause_version')
      .values({ clause: id, ...text, ...written })
      .execute()
  }
}

async function loadPosts(tx: Tx, us: string, byKey: Map<string, string>): Promise<void> {
  for (const post of posts) {
    const person = crypto.randomUUID()
    const account = post.institution === us && post.account ? byKey.get(post.account)! : null
    const familyFirst = post.institution === hust.ror
    const { latin, native } = post.name
    await tx
      .insertInto('person')
      .values({
        id: person,
        name_latin: latin,
        name_native: native,
        family_name_first: familyFirst,
        account,
        ...nameKeys(post.name),
      })
      .execute()
    await tx
      .insertInto('post')
      .values({
        id: crypto.randomUUID(),
        person,
        institution: post.institution,
        unit_en: post.unit?.en ?? '',
        unit_zh: post.unit?.zh ?? '',
        title_en: post.title.en,
        title_zh: post.title.zh,
        rank: post.rank,
        since: null,
        until: null,
        source,
      })
      .execute()
  }
}

async function loadDraft(
  tx: Tx,
  typesetter: TypesetterIdentity,
  president: string,
  at: Temporal.Instant,
): Promise<void> {
  await beginDraft(tx, sampleText(typesetter), { kind: 'key', partner: queenMary.ror, at })
  await saveSignatory(tx, sampleAgreementId, 'seat-a', president)
  await saveLabel(tx, sampleAgreementId, 'ours', {
    title: { en: 'Key Partnership Agreement', zh: '重点合作伙伴协议' },
    type: { en: 'Key partnership agreement', zh: '重点合作伙伴协议' },
    reference: 'DEMO-2021-01',
  })
}
