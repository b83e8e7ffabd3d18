/** What an archive holds of one agreement: the register's fields, its files, what proves it, what was done. */
import { stringify } from 'csv-stringify/sync'
import {
  comments,
  type Entry,
  entryDetails,
  entryFiles,
  findAgreement,
  findEntryFile,
  isShared,
} from '#src/agreements/index.ts'
import { buildPackage, type EvidenceParts } from '#src/evidence/index.ts'
import { utf8 } from '#src/platform/bytes.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { plainName, type ZipFile } from '#src/platform/zip-stream.ts'
import { type Done, journalAbout } from './journal-store.ts'

/** `office`: for our own archive, with what is ours alone. `shared`: may be handed to anybody the agreement may be shown to. */
export type Audience = 'office' | 'shared'

export interface Told {
  audience: Audience
  /** Whether they read the journal on our pages: then with what each act noted. */
  details: boolean
}

export const json = (value: unknown): Uint8Array => utf8(`${JSON.stringify(value, null, 2)}\n`)

/** With a byte order mark and without formulas, as our other exports. */
export const csv = (rows: string[][]): Uint8Array =>
  utf8(stringify(rows, { bom: true, escape_formulas: true, record_delimiter: 'windows' }))

/** @param folder ends with `/`, or is empty */
export async function* filesOfEntry(
  parts: EvidenceParts,
  entry: Entry,
  { audience, details, folder }: Told & { folder: string },
): AsyncGenerator<ZipFile> {
  const { db } = parts
  const file = (name: string, bytes: Uint8Array): ZipFile => ({ name: `${folder}${name}`, bytes })
  const fields = fieldsOf(entry, audience)
  yield file('register.json', json(fields))
  yield file('register.csv', csv([Object.keys(fields), Object.values(fields).map((value) => String(value ?? ''))]))
  for (const [n, { id, name }] of (await entryFiles(db, entry.id))
    .filter((one) => audience === 'office' || isShared(one.kind))
    .entries()) {
    const kept = await findEntryFile(db, id, 'everything')
    if (kept) yield file(`files/${String(n + 1).padStart(2, '0')} ${plainName(name)}`, new Uint8Array(kept.bytes))
  }
  yield* proofOf(parts, entry, file)
  const about = await journalAbout(db, [entry.id, ...(entry.agreement ? [entry.agreement] : [])])
  yield file('journal.csv', csv(audience === 'office' ? wholeJournal(about, details) : sharedJournal(about)))
  if (audience === 'office' && entry.agreement) yield* commentsOf(parts, entry.agreement, file)
}

type Make = (name: string, bytes: Uint8Array) => ZipFile

/** The evidence package; where it cannot be made yet, that is said. */
async function* proofOf(parts: EvidenceParts, { agreement: id }: Entry, file: Make): AsyncGenerator<ZipFile> {
  const agreement = id && (await findAgreement(parts.db, id))
  if (!agreement) return
  try {
    yield file('evidence.zip', await buildPackage(parts, agreement))
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal
    yield file('evidence.txt', utf8(`${refusal.reason}\n`))
  }
}

async function* commentsOf({ db }: EvidenceParts, agreement: string, file: Make): AsyncGenerator<ZipFile> {
  const rows = (await comments(db, agreement)).map((one) => [
    ...[one.at.toString(), one.side, one.byName, one.internal ? 'internal' : 'shared'],
    ...[String(one.version), one.clause ?? '', one.body],
  ])
  yield file('comments.csv', csv([['at', 'side', 'by', 'kind', 'version', 'clause', 'comment'], ...rows]))
}

/** Every field of the register; our own note for our own archive only. */
function fieldsOf(entry: Entry, audience: Audience): Record<string, string | number | null> {
  const { note, ...fields } = { id: entry.id, agreement: entry.agreement, ...entryDetails(entry) }
  return audience === 'office' ? { ...fields, note } : fields
}

const wholeJournal = (about: Done[], details: boolean): string[][] => [
  ['at', 'by', 'name', 'about', 'act', ...(details ? ['detail'] : [])],
  ...about.map((d) => [
    ...[d.at.toString(), d.actor_kind, d.actor_name, d.subject_kind, d.act],
    ...(details ? [JSON.stringify(d.detail)] : []),
  ]),
]

/** What both sides know of anyhow: that it was sent, frozen, approved, signed, concluded, ended; nobody's name, no detail. */
const sharedActs =
  /^agreement\.(started|sent|received|frozen|reopened|approved_by_both|signed|concluded|give_notice|agree_end|ended)$/

const sharedJournal = (about: Done[]): string[][] => [
  ['at', 'by', 'act'],
  ...about
    .filter(({ act }) => sharedActs.test(act))
    .map((d) => [d.at.toString(), d.actor_kind === 'partner' ? 'partner' : 'us', d.act]),
]
