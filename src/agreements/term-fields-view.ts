/** The fields in which officers say when an agreement takes effect, how long it lasts and who may end it before. */
import { type Language, speak } from '#src/platform/i18n/words.ts'
import { type Html, html, radios, textField } from '#src/platform/ui/index.ts'
import { effectWords, termWords } from './term-words.ts'
import { type AgreementText, effects, type Term } from './text.ts'

type Typed = Pick<AgreementText, 'effect' | 'term' | 'follows'>

export function termFields(typed: Typed, language: Language): Html {
  const w = speak(termWords, language)
  const options = effects.map((value) => ({ value, label: effectWords[value][language] }))
  const effect = radios({ name: 'effect', legend: w.effect, value: typed.effect, options })
  return html`${effect}${endFields(typed, language)}${noticeFields(typed.term, language)}`
}

/** A choice of the end, each with its own field; what changes an agreement names a day, so it has no years to choose. */
function endFields({ term, follows }: Typed, language: Language): Html {
  const w = speak(termWords, language)
  const ends = term?.ends
  const counts = !follows || follows.how === 'renewal'
  const kinds = [...(counts ? (['years'] as const) : []), 'on' as const, 'open' as const]
  const options = [
    ...kinds.map((value) => ({ value: value as string, label: w[value] })),
    ...(term ? [] : [{ value: 'unsaid', label: w.unsaid }]),
  ]
  const years = ends?.kind === 'years' ? shown(ends.years) : ''
  const lastDay = ends?.kind === 'on' ? ends.day : ''
  const review = ends?.kind === 'open' ? ends.reviewOn : ''
  return html`${radios({ name: 'term_ends', legend: w.ends, value: ends?.kind ?? 'unsaid', options })}
    <div class="row">${counts && number('term_years', w.yearCount, years)}
    ${textField({ name: 'term_day', label: w.lastDay, type: 'date', value: lastDay })}
    ${textField({ name: 'term_review', label: w.reviewDay, type: 'date', value: review })}</div>`
}

function noticeFields(term: Term | undefined, language: Language): Html {
  const w = speak(termWords, language)
  const months = term ? term.noticeMonths : 6
  const value = months === null ? 'together' : 'one_side'
  const options = [
    { value: 'one_side', label: w.oneSide },
    { value: 'together', label: w.together },
  ]
  const count = number('notice_months', w.noticeMonths, months === null ? '' : shown(months))
  return html`${radios({ name: 'notice', legend: w.notice, value, options })}${count}`
}

const number = (name: string, label: string, value: string): Html =>
  textField({ name, label, value, inputmode: 'numeric', maxlength: 2 })

const shown = (n: number): string => (Number.isNaN(n) ? '' : String(n))
