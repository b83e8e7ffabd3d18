/** What took place with a partner: occasions held, and promises kept. */
import { sql } from 'kysely'
import { type ActivitySource, ourDay } from '#src/partners/index.ts'
import { isStaff } from './access.ts'

export const ceremonyActivity: ActivitySource = {
  kinds: {
    ceremony_held: { words: { en: 'Occasion held', zh: '举办活动' }, path: (id) => `/ceremonies/${id}` },
    commitment_kept: { words: { en: 'Promise kept', zh: '兑现承诺' }, path: (id) => `/commitments/${id}` },
  },
  maySee: isStaff,
  rows: sql`
    select coalesce(i.moved_to, partner), ${ourDay(sql`coalesce(r.started_at, starts_at)`)}, 'ceremony_held', id::text, title_en, title_zh, true
      from ceremony join institution i on i.ror = partner left join ceremony_record r on r.ceremony = id where state in ('held', 'closed') and rehearsal_of is null
    union all
    select coalesce(i.moved_to, c.partner), ${ourDay(sql`s.at`)}, 'commitment_kept', m.id::text, m.words_en, m.words_zh, true
      from commitment_step s join ceremony_commitment m on m.id = s.commitment join ceremony c on c.id = m.ceremony
        join institution i on i.ror = c.partner
      where s.act = 'keep'`,
}
