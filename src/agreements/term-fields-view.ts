/** The fields in which officers say when an agreement takes effect, how long it lasts and who may end it before. */
import { type Language, speak } from '#src/platform/i18n/words.ts'
import { type Html, html, radios, textField } from '#src/platform/ui/index.ts'
import { effectWords, termWords } from './term-words.ts'
import { type AgreementText, effects } from './text.ts'

type Typed = Pick<AgreementText, 'effect' | 'term' | 'follows'>

/** A choice of the end, each with its own field; what changes an agreement names a day, so it has no years to choose. */
export function termFields({ effect, term, follows }: Typed, language: Language): Html {
  const w = speak(termWords, language)
  const { ends, noticeMonths = 6 } = term ?? {}
  const counts = !follows || follows.how === 'renewal'
  const kinds = [...(counts ? (['years'] as const) : []), 'on' as const, 'open' as const]
  const endOptions = [
    ...kinds.map((value) => ({ value: value as string, label: w[value] })),
    ...(term ? [] : [{ value: 'unsaid', label: w.unsaid }]),
  ]
  const years = textField({
    name: 'term_years',
    label: w.yearCount,
    value: ends?.kind === 'years' ? shown(ends.years) : '',
    inputmode: 'numeric',
    maxlength: 2,
  })
  const lastDay = textField({
    name: 'term_day',
    label: w.lastDay,
    type: 'date',
    value: ends?.kind === 'on' ? ends.day : '',
  })
  const review = textField({
    name: 'term_review',
    label: w.reviewDay,
    type: 'date',
    value: ends?.kind === 'open' ? ends.reviewOn : '',
  })
  const months = textField({
    name: 'notice_months',
    label: w.noticeMonths,
    value: noticeMonths === null ? '' : shown(noticeMonths),
    inputmode: 'numeric',
    maxlength: 2,
  })
  return html`${radios({ name: 'effect', legend: w.effect, value: effect, options: effects.map((value) => ({ value, label: effectWords[value][language] })) })}
    ${radios({ name: 'term_ends', legend: w.ends, value: ends?.kind ?? 'unsaid', options: endOptions })}
    <div class="row">${counts && years}${lastDay}${review}</div>
    ${radios({
      name: 'notice',
      legend: w.notice,
      value: noticeMonths === null ? 'together' : 'one_side',
      options: [
        { value: 'one_side', label: w.oneSide },
        { value: 'together', label: w.together },
      ],
    })}${months}`
}

const shown = (n: number): string => (Number.isNaN(n) ? '' : String(n))
