/** Effect and term of an agreement as typed. Rules only. */
import { type AgreementText, effects, type Term } from './text.ts'

type Fields = Partial<Record<string, string>>

/** What was typed, as it is; a number that is none is refused where the text is checked. Nothing where the form had no such fields. */
export function readTermForm(fields: Fields): Partial<Pick<AgreementText, 'effect' | 'term'>> {
  const effect = effects.find((one) => one === fields.effect)
  const ends = readEnds(fields)
  const noticeMonths = fields.notice === 'together' ? null : Number(fields.notice_months || Number.NaN)
  return { ...(effect && { effect }), ...(ends && { term: { ends, noticeMonths } }) }
}

function readEnds(fields: Fields): Term['ends'] | undefined {
  const { term_ends: kind, term_years = '', term_day: day = '', term_review: reviewOn = '' } = fields
  if (kind === 'years') return { kind, years: Number(term_years || Number.NaN) }
  if (kind === 'on') return { kind, day }
  return kind === 'open' ? { kind, reviewOn } : undefined
}
