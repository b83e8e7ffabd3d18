/** How far somebody's role reaches, as a condition of a query: the same sentence as `within`; a test compares the two. */
import { type SqlBool, sql } from 'kysely'
import type { Reach, ReachPart } from '#src/procedures/index.ts'
import './entry-tables.ts'

type Condition = ReturnType<typeof sql<SqlBool>>

const anyOf = (reach: Reach, of: (part: ReachPart) => Condition): Condition =>
  reach === 'everything'
    ? sql<SqlBool>`true`
    : sql<SqlBool>`(false ${sql.join(
        reach.map((p) => sql`or (${of(p)})`),
        sql` `,
      )})`

/** On rows of `agreement`, which need not be classed. */
export const agreementWithin = (reach: Reach): Condition =>
  anyOf(
    reach,
    ({ units, kinds }) => sql<SqlBool>`
      (${units}::uuid[] is null or exists (select from agreement_class c
        where c.agreement = agreement.id and c.unit_id = any(${units}::uuid[])))
      and (${kinds}::text[] is null or coalesce((select c.kind from agreement_class c where c.agreement = agreement.id),
        case agreement.kind when 'key' then 'key' else 'other' end) = any(${kinds}::text[]))`,
  )

/** On rows of `agreement_entry`: of its own unit or that of the agreement it stands for; of a type, or counted as one. */
export const entryWithin = (reach: Reach): Condition =>
  anyOf(
    reach,
    ({ units, kinds, counted }) => sql<SqlBool>`
      (${units}::uuid[] is null or agreement_entry.unit_id = any(${units}::uuid[]) or exists (select from agreement_class c
        where c.agreement = agreement_entry.agreement and c.unit_id = any(${units}::uuid[])))
      and (${kinds}::text[] is null or case when agreement_entry.agreement is null then agreement_entry.kind = any(${counted}::text[])
        else exists (select from agreement_class c where c.agreement = agreement_entry.agreement and c.kind = any(${kinds}::text[]))
          or agreement_entry.kind = any(${counted}::text[]) end)`,
  )
