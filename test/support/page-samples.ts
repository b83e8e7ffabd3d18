/** Values for parameters of routes, for the test that visits every page. */
import { hust, queenMary } from '#cast/universities.ts'
import { insertFile } from '#src/agreements/entry-file-store.ts'
import { markCommitment } from '#src/ceremonies/index.ts'
import type { Browser } from '#src/command/self-test/browser.ts'
import { beginImport } from '#src/imports/index.ts'
import type { RunningNode } from '#src/main.ts'
import type { Db } from '#src/platform/database/tables.ts'
import { findAccount } from '#src/platform/people/index.ts'

/** The public site in each language. A story and an event nobody announced are answered by its own page that says so. */
export function publicSamples(agreement: string): Record<string, string> {
  const one = (language: string) => ({
    [`/${language}/partners/:ror`]: queenMary.ror,
    [`/${language}/agreements/:id`]: agreement,
    [`/${language}/news/:slug`]: 'no-such-story',
    [`/${language}/events/:id`]: crypto.randomUUID(),
  })
  return { ...one('en'), ...one('zh'), '/public-evidence/:file': `${agreement}.zip` }
}

/** An agreement proposed by somebody of the house. @returns the proposal's id */
export async function proposed(proposer: Browser): Promise<string> {
  const said = { purpose: 'x', fit: 'x', resources: 'x', results: 'x', interest: 'none', title_en: 'Exchange' }
  const sent = await proposer.send(await proposer.open('/proposals/start'), '/proposals', said)
  return new URL(sent.url, 'http://localhost').pathname.split('/')[2]!
}

/** A story begun blank. @returns its id */
export async function begunStory(officer: Browser): Promise<string> {
  const edit = await officer.send(await officer.open('/stories/new'), '/stories')
  return edit.url.split('/').at(-2)!
}

/** A list an officer sent, with something to ask about. @returns its id */
export async function sentList(db: Db): Promise<string> {
  const text =
    'Title,Partner,Type,Signed,Ends\nExchange,Queen Mary,odd,01/03/2019,长期\nOther,Nowhere,MoU,soon,2020-01-01\n'
  const row = await db.selectFrom('role').select('account_id').where('name', '=', 'officer').executeTakeFirstOrThrow()
  const account = (await findAccount(db, row.account_id))!
  const officer = { account, roles: [], session: { id: '', method: 'link' as const, since: Temporal.Now.instant() } }
  return beginImport(db, officer, { bytes: Buffer.from(text), name: 'list.csv', at: Temporal.Now.instant() })
}

/** An agreement signed in ink, entered by an officer. @returns its id */
export async function inkEntry(db: Db, officer: Browser): Promise<string> {
  const typed = { titleEn: 'Student exchange', partner: queenMary.ror, kind: 'exchange', endsOn: '2031-12-31' }
  await officer.send(await officer.open('/register/new'), '/register', typed)
  const entry = db.selectFrom('agreement_entry').select('id').where('agreement', 'is', null)
  return (await entry.executeTakeFirstOrThrow()).id
}

/** The signed document, put to its entry of the register as a scan would be. */
export async function registeredFile({ db }: RunningNode, entry: string) {
  const { sha256 } = await db
    .selectFrom('file')
    .select('sha256')
    .where('type', '=', 'application/pdf')
    .limit(1)
    .executeTakeFirstOrThrow()
  const at = Temporal.Now.instant()
  const kind = 'signed' as const
  const given = { entry, file: sha256, name: 'signed.pdf', kind, at, byName: 'test', text: '' }
  await db.transaction().execute((tx) => insertFile(tx, given))
  return db.selectFrom('agreement_entry_file').select('id').executeTakeFirstOrThrow()
}

/** Something our president promised at the ceremony. @returns the commitment's id */
export async function markedCommitment(db: Db): Promise<string> {
  const { id } = await db.selectFrom('ceremony').select('id').executeTakeFirstOrThrow()
  const words = { en: 'Ten joint projects', zh: '十个联合项目' }
  const said = {
    item: null,
    words,
    byParty: hust.ror,
    by: 'Wang Xiaoming',
    to: 'Queen Mary',
    at: Temporal.Now.instant(),
  }
  return (await db.transaction().execute((tx) => markCommitment(tx, id, { ...said, actor: { kind: 'node' } }))).id
}

/** A programme in which Queen Mary takes part, with a target. @returns its id */
export async function runningProgramme(officer: Browser): Promise<string> {
  const page = await officer.send(await officer.open('/programmes/new'), '/programmes', {
    name_en: 'Key Partnership Initiative',
    name_zh: '重点合作伙伴计划',
    startsOn: '2026-01-01',
    endsOn: '2030-12-31',
  })
  const at = `/programmes/${/[0-9a-f-]{36}/.exec(page.url)![0]}`
  await officer.send(await officer.open(at), `${at}/join`)
  await officer.send(await officer.open(at), `${at}/targets`, {
    name_en: 'Joint projects',
    value: '10',
    byYear: '2030',
  })
  return at.split('/').pop()!
}

/** A grouping with one member. @returns its id */
export async function madeGrouping(officer: Browser): Promise<string> {
  const typed = { name_en: 'Alliance of Tests', name_zh: '测试联盟', source: 'https://alliance.example/' }
  const page = await officer.send(await officer.open('/groupings'), '/groupings', typed)
  const at = `/groupings/${/[0-9a-f-]{36}/.exec(page.url)![0]}`
  await officer.send(await officer.open(`${at}?q=queen`), `${at}/members`)
  return at.split('/').pop()!
}
