/** A row in every table that has fields of our own: through the front door where one form does it, else as its act would leave it. */
import { sql } from 'kysely'
import { hust, queenMary } from '#cast/universities.ts'
import type { Browser } from '#src/command/self-test/browser.ts'
import type { RunningNode } from '#src/main.ts'
import type { Db } from '#src/platform/database/tables.ts'
import { addAccount, type Role } from '#src/platform/people/index.ts'
import { begunStory, markedCommitment, proposed, registeredFile, runningProgramme, sentList } from './page-samples.ts'

/** An account of the house that the sample does not have. @returns its id */
export async function newcomer(db: Db, latin: string, roles: Role[]): Promise<string> {
  const email = `${latin.toLowerCase().replaceAll(' ', '-')}@hust.example`
  const one = { email, name: { latin, native: '' }, language: 'en' as const, roles }
  const now = Temporal.Now.instant()
  return (await db.transaction().execute((tx) => addAccount(tx, { ...one, by: { kind: 'node' }, now }))).id
}

/** What an office has beside the agreement that is played: entries, people, proposals, procedures, a programme, a story. */
export async function fillOffice(db: Db, officer: Browser, agreement: string): Promise<void> {
  await fillRegister(db, officer)
  await fillUnits(db, officer)
  await proposed(officer)
  const story = await begunStory(officer)
  await sql`insert into story_related (id, story, url, title, publisher, language, relation, added_at, problem)
    values (gen_random_uuid(), ${story}, 'https://news.example/', 'x', 'x', 'en', 'background', now(), 'x')`.execute(db)
  await officer.post('/register/views', { page: 'register', name: 'Mine', query: 'q=exchange' })
  await sql`insert into passkey (account_id, credential_id, public_key, rp_id, origin, counter, name, created_at)
    select id, 'x', 'x', 'x', 'x', 0, 'x', now() from account where email = 'officer@hust.example'`.execute(db)
  await newcomer(db, 'Nobody Signs In', [{ name: 'reader', scope: '' }])
  await fillProcedures(db, agreement)
  await fillKeys(db)
  await fillRetention(db)
}

/** A rule of our own, something that waits for a second person, and somebody who left long ago. */
async function fillRetention(db: Db): Promise<void> {
  await sql`insert into retention_rule (kind, years, reason_en, reason_zh, basis_en, basis_zh, changed_by_name, changed_at)
    values ('contacts', 2, 'x', 'x', 'x', 'x', 'x', now())`.execute(db)
  await sql`insert into retention_act (id, kind, records, reason, state, proposed_by, proposed_by_name, proposed_at)
    select gen_random_uuid(), 'guests', array['x'], 'x', 'proposed', id, 'x', now() from account where email = 'officer@hust.example'`.execute(
    db,
  )
  await sql`with gone as (insert into person (id, name_latin, family_name_first, email, basis)
      values (gen_random_uuid(), 'Gone Long', false, 'x@left.example', 'published') returning id)
    insert into post (id, person, institution, unit_en, unit_zh, title_en, title_zh, rank, until)
      select gen_random_uuid(), id, ${queenMary.ror}, '', '', 'Dean', '院长', 50, '2012-01-01' from gone`.execute(db)
}

async function fillRegister(db: Db, officer: Browser): Promise<void> {
  const typed = { titleEn: 'Student exchange', partner: queenMary.ror, kind: 'exchange', endsOn: '2031-12-31' }
  const entry = await officer.send(await officer.open('/register/new'), '/register', { ...typed, signedHow: 'ink' })
  const id = /\/register\/([0-9a-f-]{36})/.exec(entry.url)![1]!
  const dated = { answeredOn: '2026-01-10', expiresOn: '2027-01-10' }
  const answer = { topic: 'research_security', risk: 'low', answer: 'x', source: 'x', ...dated }
  await officer.post(`/partners/${queenMary.ror}/diligence`, answer)
  await officer.post(`/register/${id}/decisions`, { decision: 'let_end', note: 'x' })
  await sql`insert into paper_original (entry, side, signer_latin, entered_by, by_name, at)
    select ${id}::uuid, side, 'x', account.id, 'x', now() from account, unnest(array['ours', 'theirs']) side
    where account.email = 'officer@hust.example'`.execute(db)
  await sql`insert into partnership_lead (id, partnership, institution, person, since, until, handover)
    select gen_random_uuid(), partnership.id, post.institution, post.person, '2020-01-01', '2021-01-01', 'x'
    from partnership, post where partnership.partner = ${queenMary.ror} and post.institution = ${hust.ror} limit 1`.execute(
    db,
  )
  await sql`insert into noted_activity (id, partner, happened_on, kind, title_en, source, by_name, at)
    values (gen_random_uuid(), ${queenMary.ror}, '2026-01-10', 'visit', 'x', 'x', 'x', now())`.execute(db)
  // Not public: a grouping that is stands on the public page.
  await sql`with made as (insert into grouping (id, name_en, source, as_of, created_at)
      values (gen_random_uuid(), 'x', 'x', '2026-01-10', now()) returning id)
    insert into grouping_member select id, ${queenMary.ror} from made`.execute(db)
  await sql`insert into dormancy_decision (partnership, decision, reason, decided_on, by_name, at)
    select id, 'awake', 'x', '2026-01-10', 'x', now() from partnership where partner = ${queenMary.ror}`.execute(db)
  const list = await sentList(db)
  await sql`insert into entry_import_row (import, line, outcome, said) values (${list}, 1, 'unreadable',
    '{"title": "x", "partner": "x", "problems": []}')`.execute(db)
  await sql`insert into directory_import (at, by_name, file_name, records, added, changed, withdrawn)
    values (now(), 'x', 'x', 0, 0, 0, 0)`.execute(db)
}

/** A faculty with a school below it; the faculty paired with one of the partner's. */
async function fillUnits(db: Db, officer: Browser): Promise<void> {
  for (const [ror, lines] of [
    [hust.ror, 'Faculty of Management\n  School of Logistics\nFaculty of Medicine'],
    [queenMary.ror, 'Faculty of Humanities'],
  ] as const) {
    const at = `/partners/${ror}/units`
    await officer.send(await officer.open(at), `${at}/lines`, { lines })
  }
  const at = `/partners/${queenMary.ror}/pairings`
  await officer.send(await officer.open(at), at)
  await sql`insert into unit_pairing_step (pairing, act, to_state, at, by_name, reason)
    select id, 'agree', 'agreed', now(), 'x', 'x' from unit_pairing`.execute(db)
}

/** A no to the agreement that is played, somebody who stands in, somebody who may sign, a decision about what the public sees. */
async function fillProcedures(db: Db, agreement: string): Promise<void> {
  const account = sql`(select id from account where email = 'officer@hust.example')`
  await sql`insert into agreement_rejection (id, agreement, version, round, step, label_en, label_zh, account, by_name, reason, at)
    values (gen_random_uuid(), ${agreement}, 1, 1, 'legal', 'Legal', '法务', ${account}, 'x', 'x', now())`.execute(db)
  await sql`insert into agreement_publicity (agreement, extent, reason, by_name, at)
    values (${agreement}, 'document', 'x', 'x', now())`.execute(db)
  await sql`insert into stand_in (id, for_account, account, duty, from_on, to_on, reason, given_by, given_at)
    select gen_random_uuid(), ${account}, id, '', '2026-01-01', '2030-01-01', 'x', ${account}, now()
    from account where email = 'vp-office@hust.example'`.execute(db)
  await sql`insert into sign_authority (id, account, kinds, risk, from_on, basis, given_by, given_at)
    select gen_random_uuid(), id, '{}', 'high', '2026-01-01', 'x', ${account}, now()
    from account where email = 'president@hust.example'`.execute(db)
}

async function fillKeys(db: Db): Promise<void> {
  const account = sql`(select id from account where email = 'admin@hust.example')`
  await sql`insert into key_act (id, kind, state, about, reason, proposed_by, proposed_by_name, proposed_at)
    values (gen_random_uuid(), 'replace_root', 'proposed', 'x', 'x', ${account}, 'x', now())`.execute(db)
  await sql`insert into tlog_alarm (institution, kind, proof, first_at, last_at, settled_by, settled_reason, settled_at)
    values (${queenMary.ror}, 'forked', '', now(), now(), 'x', 'x', now())`.execute(db)
  await sql`insert into mailed_code (account_id, purpose, created_at, expires_at)
    values (${account}, 'x', now(), now() + interval '1 hour')`.execute(db)
  await sql`insert into oidc_attempt (token_sha256, state, nonce, code_verifier, next, created_at, expires_at)
    values (sha256('x'), 'x', 'x', 'x', '/', now(), now() + interval '1 hour')`.execute(db)
  await sql`insert into oidc_identity (issuer, subject, account_id, created_at)
    values ('https://x.example', 'x', ${account}, now())`.execute(db)
}

/** What stands only once the agreement is concluded: the partner's roots, a file, a programme with a key partner in it. */
export async function fillAfter(node: RunningNode, officer: Browser, agreement: string): Promise<void> {
  const { db } = node
  await sql`insert into partner_root (institution, authority, certificate, vouched, received_at, decision, decided_by_name, reason, decided_at)
    select institution, repeat('a', 64), root_certificate, true, now(), 'refused', 'x', 'x', now() from peer`.execute(
    db,
  )
  await registeredFile(node, agreement)
  const programme = await runningProgramme(officer)
  await sql`insert into programme_step (programme, act, to_state, at, by_name, reason)
    values (${programme}, 'start', 'running', now(), 'x', 'x')`.execute(db)
}

/** A ceremony with notes, private remarks, a briefing, letters and invitations, shared with the partner; and one that was held. */
export async function fillCeremonies(db: Db, officer: Browser, agreement: string): Promise<void> {
  const id = await plan(officer, agreement)
  await fillSheets(db, id)
  await officer.send(await officer.open(`/ceremonies/${id}`), `/ceremonies/${id}/share`)
  const at = `/ceremonies/${id}/invitations`
  await officer.send(await officer.open(at), at)
  const held = await plan(officer, agreement)
  await officer.send(await officer.open(`/ceremonies/${held}`), `/ceremonies/${held}/share`)
  await sql`update ceremony set state = 'held' where id = ${held}`.execute(db)
  await sql`insert into ceremony_record (ceremony, started_at, ended_at, items, audience)
    values (${held}, now(), now(), '[]', 1)`.execute(db)
  await officer.open(`/ceremonies/${held}/minutes/edit`)
  await officer.post(`/ceremonies/${held}/minutes`, { version: '0', opening_en: 'x', closing_en: 'x' })
  await markedCommitment(db)
}

const plan = async (officer: Browser, agreement: string): Promise<string> => {
  const begun = await officer.send(await officer.open(`/ceremonies/new?agreement=${agreement}`), '/ceremonies')
  return begun.url.split('/').pop()!
}

async function fillSheets(db: Db, id: string): Promise<void> {
  await sql`insert into ceremony_item_note (ceremony, item, note)
    select id, items -> 0 ->> 'id', 'x' from ceremony where id = ${id}`.execute(db)
  await sql`insert into ceremony_guest_private (ceremony, guest, email, remark)
    select ${id}::uuid, guest ->> 'id', 'x@x.example', 'x' from ceremony_sheet, jsonb_array_elements(sheet -> 'guests') guest
    where ceremony = ${id} and side = 'ours' on conflict do nothing`.execute(db)
  await sql`insert into ceremony_background (ceremony, ties_en, ties_zh, proposed_en, proposed_zh, version)
    values (${id}, 'x', '', '', '', 1)`.execute(db)
  await sql`insert into ceremony_briefing (ceremony, guest, points_en, points_zh, life_en, life_zh, version)
    select ${id}::uuid, guest, 'x', '', '', '', 1 from ceremony_guest_private where ceremony = ${id} limit 1`.execute(
    db,
  )
  await sql`insert into ceremony_letter (ceremony, kind, text_en, text_zh, version)
    values (${id}, 'invitation', 'x', 'x', 1)`.execute(db)
}
