/** What the register and the negotiations say of when something happened with a partner, and when agreements are in force. */
import { sql } from 'kysely'
import { type ActivitySource, ourDay } from '#src/partners/index.ts'
import { maySeeAgreements } from './access.ts'

/** Versions exchanged count once a day: an agreement is negotiated, not each message of it. */
export const agreementActivity: ActivitySource = {
  kinds: {
    entry_signed: { words: { en: 'Agreement signed', zh: '签署协议' }, path: (id) => `/register/${id}` },
    agreement_negotiated: { words: { en: 'Agreement negotiated', zh: '协商协议' }, path: (id) => `/agreements/${id}` },
  },
  maySee: maySeeAgreements,
  rows: sql`
    select partner, signed_on, 'entry_signed', id::text, title_en, title_zh, false
      from agreement_entry where signed_on is not null
    union all
    select distinct coalesce(i.moved_to, a.partner), ${ourDay(sql`v.sent_at`)}, 'agreement_negotiated', a.id::text,
        v.text->'title'->>'en', v.text->'title'->>'zh', false
      from agreement_version v join agreement a on a.id = v.agreement join institution i on i.ror = a.partner`,
}

/** From the day an agreement takes effect to the last day it is in force; `infinity` where it has no end. */
export const agreementSpans = sql`
  select partner, coalesce(effective_on, signed_on),
    coalesce(least(ends_on, terminated_on - 1), 'infinity'::date)
  from agreement_entry where coalesce(effective_on, signed_on) is not null`
