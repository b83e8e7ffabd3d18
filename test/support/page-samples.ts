/** Values for parameters of routes, for the test that visits every page. */
import { queenMary } from '#cast/universities.ts'
import { insertFile } from '#src/agreements/entry-file-store.ts'
import type { Browser } from '#src/command/self-test/browser.ts'
import type { RunningNode } from '#src/main.ts'

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
