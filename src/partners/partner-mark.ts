/** What a list of partners can be narrowed to besides words and state: partnerships somebody should look at. */
import { type SqlBool, sql } from 'kysely'
import type { Phrase } from '#src/platform/i18n/words.ts'
import type { Activity } from './activity-source.ts'
import { hasGap, isDormant } from './activity-store.ts'

export const partnerMarks = ['dormant', 'gap', 'diligence'] as const
export type PartnerMark = (typeof partnerMarks)[number]

export const partnerMarkWords: Record<PartnerMark, Phrase> = {
  dormant: { en: 'dormant by its record', zh: '据记录已休眠' },
  gap: { en: 'with years without an agreement', zh: '有无协议年度' },
  diligence: { en: 'due diligence ends within ninety days, or has ended', zh: '尽职调查已失效或九十日内到期' },
}

/** What due diligence was answered, and when it ends, is for officers. */
export const marksFor = (officer: boolean): PartnerMark[] =>
  partnerMarks.filter((mark) => officer || mark !== 'diligence')

/** As a condition on the institution `i`. */
export function markCondition(mark: PartnerMark, activity: Activity, today: Temporal.PlainDate) {
  if (mark === 'dormant') return isDormant(activity, today)
  if (mark === 'gap') return hasGap(activity, today)
  return sql<SqlBool>`exists (select from due_diligence d where d.institution = i.ror
    and d.expires_on <= ${today.add({ days: 90 }).toString()}::date and not exists (
      select from due_diligence later where later.institution = d.institution and later.topic = d.topic and later.id > d.id))`
}
