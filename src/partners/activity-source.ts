/**
 * Where the record says that something happened with a partner. Each area that keeps such records offers its own source; this
 * area, below them all, is handed the list and asks it as one.
 */
import { type RawBuilder, sql } from 'kysely'
import type { Phrase } from '#src/platform/i18n/words.ts'
import type { Visitor } from '#src/platform/people/index.ts'
import { maySeePartners } from './access.ts'
import { underAgreement } from './activity.ts'
import { ownActivityKinds } from './activity-words.ts'
import './activity-tables.ts'

export interface ActivityKind {
  words: Phrase
  /** The page where it stands; null where it has none of its own. */
  path: ((id: string) => string) | null
}

export interface ActivitySource {
  kinds: Record<string, ActivityKind>
  /** Who is told what it was; that something happened on a day, everyone may know who sees the partner. */
  maySee(visitor: Visitor): boolean
  /** Selects `partner, happened_on, kind, id, title_en, title_zh, needs_agreement`, in this order. */
  rows: RawBuilder<unknown>
}

export interface Activity {
  sources: ActivitySource[]
  /** Selects `partner, begins, ends`: when agreements are in force; `infinity` where one has no end. */
  agreements: RawBuilder<unknown>
}

/** The calendar day of an instant where we are. */
export const ourDay = (at: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`(${at} at time zone coalesce((select zone from institution where ours), 'UTC'))::date`

/** What this area records itself. That a partnership is ended is no sign of life. */
const ownSource: ActivitySource = {
  kinds: ownActivityKinds,
  maySee: maySeePartners,
  rows: sql`
    select partner, happened_on, kind, id::text, title_en, title_zh, kind in (${sql.join([...underAgreement])}) from noted_activity
    union all
    select p.partner, ${ourDay(sql`s.at`)}, 'partnership_step', '', '', '', false
      from partnership_step s join partnership p on p.id = s.partnership where s.to_state <> 'ended'
    union all
    select p.partner, ${ourDay(sql`s.at`)}, 'pairing_step', '', '', '', false
      from unit_pairing_step s join unit_pairing u on u.id = s.pairing join partnership p on p.id = u.partnership
      where s.to_state in ('agreed', 'active')`,
}

/** The whole record: what areas above offer, with our own. */
export const recordOf = (above: ActivitySource[], agreements: RawBuilder<unknown>): Activity => ({
  sources: [ownSource, ...above],
  agreements,
})

/** Nothing but what this area knows. */
export const ownActivity: Activity = recordOf([], sql`select '', null::date, null::date where false`)

/** All sources as one table, `h`. */
export const happened = (sources: ActivitySource[]): RawBuilder<unknown> =>
  sql`(${sql.join(
    sources.map(({ rows }) => rows),
    sql` union all `,
  )}) as h (partner, happened_on, kind, id, title_en, title_zh, needs_agreement)`
