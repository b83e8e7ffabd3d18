/** An officer says how the list is to be understood. Nothing is entered by it. */
import { type EntryKind, entryKinds } from '#src/agreements/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import { encodings, separators } from '#src/platform/spreadsheet/index.ts'
import type { OfficersImport } from './access.ts'
import { type ColumnField, columnFields, gathered } from './column.ts'
import { fieldWords } from './field-words.ts'
import { dateOrders } from './loose-date.ts'
import { matchPartners } from './match-partners.ts'
import { refuseImport } from './refusals.ts'
import type { Settings } from './settings.ts'
import { saveSettings } from './store.ts'

type Values = Partial<Record<string, string>>

/** @throws Refusal where two columns hold one field, a partner is not known, or a colleague was faster */
export async function changeSettings(db: Db, { found }: OfficersImport, values: Values): Promise<void> {
  const settings = { ...found.settings, ...readSettings(values), ...answers(found.settings, values) }
  const twice = (settings.columns ?? []).find(
    (field, n, all) => field && !gathered.includes(field) && all.indexOf(field) !== n,
  )
  if (twice) refuseImport('import_column_twice', { ...fieldWords[twice] }, 422)
  for (const [cell, typed] of named(values, 'other:'))
    if (typed) settings.partners = { ...settings.partners, [cell]: await partnerTyped(db, typed) }
  if (!(await saveSettings(db, found.id, settings, Number(values.revision) || 0)))
    refuseImport('import_changed_meanwhile')
}

const oneOf = <T extends string>(known: readonly T[], given: string | undefined): T | undefined =>
  known.find((one) => one === given)

function readSettings(values: Values): Settings {
  const count = Number(values.columns) || 0
  const columns = Array.from(
    { length: Math.min(60, count) },
    (_, n): ColumnField | null => oneOf(columnFields, values[`column:${n}`]) ?? null,
  )
  const review = (values.review ?? '').trim()
  if (review && !isDay(review)) refuseImport('import_review_wrong', {}, 422)
  const { encoding, separator, sheet, heading } = values
  const sameColumns =
    values.read === (sheet === undefined ? [encoding, separator, heading] : [sheet, heading]).join('/')
  const number = (name: string) => (values[name] === undefined ? undefined : Number(values[name]) || 0)
  return {
    encoding: oneOf(encodings, values.encoding),
    separator: oneOf(separators, values.separator),
    sheet: number('sheet'),
    heading: number('heading'),
    ...(count > 0 && { columns: sameColumns ? columns : undefined }),
    dates: oneOf(dateOrders, values.dates),
    noEnd: oneOf(['leave_out', 'open'] as const, values.noEnd),
    review: review || undefined,
    signedHow: oneOf(['ink', 'elsewhere'] as const, values.signedHow),
  }
}

function isDay(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text).toString() === text
  } catch {
    return false
  }
}

/** Fields whose name begins so, by the rest of it. */
const named = (values: Values, begin: string): [string, string][] =>
  Object.entries(values).flatMap(([name, value]) =>
    name.startsWith(begin) ? [[name.slice(begin.length), (value ?? '').trim().slice(0, 300)] as [string, string]] : [],
  )

/** What was answered for single names and types goes on top of what was answered before; an empty answer takes it back. */
function answers(before: Settings, values: Values): Settings {
  const partners = { ...before.partners }
  for (const [cell, ror] of named(values, 'partner:')) {
    if (/^0[a-z0-9]{8}$/.test(ror) || ror === 'leave_out') partners[cell] = ror
    else delete partners[cell]
  }
  const kinds = { ...before.kinds }
  for (const [cell, kind] of named(values, 'kind:')) {
    const known: EntryKind | undefined = oneOf(entryKinds, kind)
    if (known) kinds[cell] = known
    else delete kinds[cell]
  }
  const zones = { ...before.zones, ...Object.fromEntries(named(values, 'zone:')) }
  return { partners, kinds, zones }
}

async function partnerTyped(db: Db, typed: string): Promise<string> {
  const [match] = await matchPartners(db, [typed])
  return match?.how === 'known' ? match.choices[0]!.ror : refuseImport('import_partner_unknown', { typed }, 422)
}
