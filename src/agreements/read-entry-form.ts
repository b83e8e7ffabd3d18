/** What was typed into the form of an agreement. */
import { readDay } from '#src/platform/day.ts'
import { isId } from '#src/platform/id.ts'
import { entryKinds } from './entry.ts'
import type { EntryDetails } from './entry-details.ts'
import { refuseEntry } from './entry-refusal.ts'

/** What was typed, with partner and way of signing of `kept` where the form does not ask. @throws Refusal `entry_date_wrong` */
export function readEntryForm(values: Values, kept: EntryDetails | null): EntryDetails {
  const of = (name: string, longest = 300) => (values[name] ?? '').trim().slice(0, longest)
  const notice = of('noticeMonths') === '' ? null : Math.round(Number(of('noticeMonths')))
  return {
    partner: kept?.partner ?? of('partner'),
    parent: uuid(of('parent')),
    renews: uuid(of('renews')),
    kind: entryKinds.find((kind) => kind === values.kind) ?? 'other',
    titleEn: of('titleEn'),
    titleZh: of('titleZh'),
    reference: of('reference'),
    theirTitle: of('theirTitle'),
    theirType: of('theirType'),
    theirReference: of('theirReference'),
    signedHow: kept?.signedHow ?? (values.signedHow === 'elsewhere' ? 'elsewhere' : 'ink'),
    signedOn: day(of('signedOn')),
    effectiveOn: day(of('effectiveOn')),
    endsOn: day(of('endsOn')),
    reviewOn: day(of('reviewOn')),
    noticeMonths: notice !== null && notice >= 0 && notice <= 36 ? notice : null,
    terminatedOn: day(of('terminatedOn')),
    prevails: (['both', 'en', 'zh', 'other'] as const).find((one) => one === values.prevails) ?? 'both',
    fields: of('fields'),
    units: of('units'),
    unit: uuid(of('unit')),
    obligations: of('obligations', 20_000),
    note: of('note', 20_000),
  }
}

type Values = Partial<Record<string, string>>

const uuid = (given: string): string | null => (isId(given) ? given : null)

const day = (typed: string): string | null =>
  typed === '' ? null : (readDay(typed) ?? refuseEntry('entry_date_wrong', {}, 422)).toString()
