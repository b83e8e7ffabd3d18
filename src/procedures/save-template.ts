/** Officers write templates and clauses of the library. Every save is a version; earlier ones stay as they were. */
import type { Db } from '#src/platform/database/tables.ts'
import type { Phrase } from '#src/platform/i18n/words.ts'
import { actorOf } from '#src/platform/people/index.ts'
import { record } from '#src/platform/record.ts'
import type { HeldTexts } from './access.ts'
import { lockClause, putClause } from './clause-store.ts'
import { refuse } from './refusals.ts'
import { emptyIn, type TemplateText } from './template.ts'
import {
  insertTemplateVersion,
  lockTemplate,
  lockTemplateNamed,
  putTemplate,
  templateVersions,
} from './template-store.ts'
import { findType } from './type-store.ts'

export interface TemplateInput {
  /** Null for a new one; one in use of the same English name then gets the text as its next version. */
  id: string | null
  kind: string
  name: Phrase
  text: TemplateText
  retired: boolean
  note: string
  /** The version the writer began from; null: whichever there is. */
  from: number | null
  at: Temporal.Instant
}

/** @returns the template's id. @throws Refusal `names_missing`, `type_unknown`, `text_missing`, `name_taken`, `changed_meanwhile` */
export async function saveTemplate(db: Db, { writer }: HeldTexts, input: TemplateInput): Promise<string> {
  const { kind, name, text, retired, note, at } = input
  if (!name.en.trim() || !name.zh.trim()) refuse('names_missing', {}, 422)
  if (text.clauses.length === 0 || emptyIn(text).length > 0) refuse('text_missing', {}, 422)
  return db.transaction().execute(async (tx) => {
    if (!(await findType(tx, kind))) refuse('type_unknown', {}, 422)
    const named = await lockTemplateNamed(tx, name.en)
    const before = input.id ? await lockTemplate(tx, input.id) : named
    if (named && before && named.id !== before.id && !retired) refuse('name_taken')
    const last = before ? (await templateVersions(tx, before.id))[0]!.number : 0
    if (input.from !== null && input.from !== last) refuse('changed_meanwhile')
    const id = before?.id ?? crypto.randomUUID()
    await putTemplate(tx, { id, kind, name, retired }, at)
    const byName = writer.account.name.latin
    await insertTemplateVersion(tx, id, { ...text, number: last + 1, note, byName, at })
    const detail = { version: last + 1, name: name.en, kind, retired, note }
    await record(tx, { at, by: actorOf(writer), about: { kind: 'template', id }, act: 'template.saved', detail })
    return id
  })
}

export interface ClauseInput {
  id: string | null
  name: Phrase
  heading: Phrase
  body: Phrase
  retired: boolean
  note: string
  from: number
  at: Temporal.Instant
}

/** @throws Refusal `names_missing`, `text_missing`, `changed_meanwhile` */
export async function saveClause(db: Db, { writer }: HeldTexts, input: ClauseInput): Promise<void> {
  const { name, heading, body, retired, note, at } = input
  if (!name.en.trim() || !name.zh.trim()) refuse('names_missing', {}, 422)
  if (![heading, body].every(({ en, zh }) => en.trim() && zh.trim())) refuse('text_missing', {}, 422)
  await db.transaction().execute(async (tx) => {
    const id = input.id ?? crypto.randomUUID()
    const last = await lockClause(tx, id)
    if (input.id && last !== input.from) refuse('changed_meanwhile')
    const byName = writer.account.name.latin
    await putClause(tx, { id, name, heading, body, retired, note, number: last + 1, byName, at })
    const detail = { version: last + 1, name: name.en, retired, note }
    await record(tx, { at, by: actorOf(writer), about: { kind: 'library_clause', id }, act: 'clause.saved', detail })
  })
}
