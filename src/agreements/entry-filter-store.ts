/** A filter of the register as conditions of a query. */
import { type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import { inGrouping } from '#src/partners/index.ts'
import type { Tables } from '#src/platform/database/tables.ts'
import { fold, pairs, tokens } from '#src/platform/search/terms.ts'
import { type EntryKind, entryKinds } from './entry.ts'
import type { Standing } from './entry-standing.ts'
import { standingCondition } from './entry-standing-store.ts'
import './entry-tables.ts'
import { kindWords } from './entry-value-words.ts'

export interface EntryFilter {
  /** Words, in any language; all must be found. */
  words: string
  partner: string
  kind: EntryKind | ''
  standing: Standing | 'living' | ''
  /** In force at some time of that year. */
  year: number | null
  unit: string
  /** Id of a grouping the partner belongs to. */
  grouping?: string
}

type Row = ExpressionBuilder<Tables, 'agreement_entry'>

/** @param day decides the standing of each */
export function conditions(eb: Row, filter: EntryFilter, day: string) {
  const { partner, kind, standing, year, unit, grouping } = filter
  return [
    ...wordConditions(filter.words),
    ...(partner ? [eb('partner', '=', partner)] : []),
    ...(grouping ? [inGrouping(sql`agreement_entry.partner`, grouping)] : []),
    ...(kind ? [eb('kind', '=', kind)] : []),
    ...(standing ? [standingCondition(standing, day)] : []),
    ...(year
      ? [
          sql<SqlBool>`coalesce(effective_on, signed_on) < make_date(${year} + 1, 1, 1)
            and coalesce(least(ends_on, terminated_on), 'infinity') >= make_date(${year}, 1, 1)`,
        ]
      : []),
    ...(unit ? [sql<SqlBool>`lower(units) like ${`%${unit.toLowerCase()}%`}`] : []),
  ]
}

/** A word is found anywhere in the text; Chinese by its pairs of characters. The partner's names count too, types, and years. */
function wordConditions(words: string) {
  return tokens(fold(words))
    .slice(0, 12)
    .map(({ text, unspaced }) => {
      const anywhere = `%${text}%`
      const inText =
        unspaced && [...text].length > 1
          ? sql`searched.terms @> ${pairs(text)}::text[]`
          : sql`searched.haystack like ${anywhere}`
      return sql<SqlBool>`(agreement_entry.id in (select entry from agreement_entry_text searched where ${inText})
        or agreement_entry.partner in (select ror from institution known where known.haystack like ${anywhere})
        or agreement_entry.kind = any(${kindsNamed(text)}::text[]) or ${inYear(text)})`
    })
}

/** Types in whose name a word stands: `training`, `联合培养`. */
const kindsNamed = (text: string): EntryKind[] =>
  entryKinds.filter((kind) => {
    const { en, zh } = kindWords[kind]
    return fold(en).split(' ').includes(text) || ([...text].length > 1 && zh.includes(text))
  })

/** Signed or ending in the year a word names. */
function inYear(text: string) {
  const year = /^(19|20)\d\d$/.test(text) ? Number(text) : null
  return year === null
    ? sql`false`
    : sql`(coalesce(extract(year from signed_on) = ${year}, false) or coalesce(extract(year from ends_on) = ${year}, false))`
}
