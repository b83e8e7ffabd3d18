/** Asking how a list is to be understood: what it does not say itself, and what its columns hold. */
import { entryKinds, kindWords, signingWords } from '#src/agreements/index.ts'
import { type Language, speak } from '#src/platform/i18n/words.ts'
import {
  actions,
  attribute,
  type Content,
  form,
  type Html,
  hidden,
  html,
  radios,
  section,
  selectField,
  submit,
  textField,
} from '#src/platform/ui/index.ts'
import { columnsPart } from './import-columns-view.ts'
import { partnersPart } from './import-partners-view.ts'
import type { ListView } from './read-import.ts'
import type { ProblemKind } from './row-plan.ts'
import { importWords } from './words.ts'

/** One form with everything; what is answered stays answered. */
export function settingsForm(view: ListView, language: Language): Html {
  const w = speak(importWords, language)
  const { found, list } = view
  const open = list.columns.every((field) => field === null) || !list.columns.includes('partner')
  const left = list.columns.filter((field) => field === null).length
  const body = html`${hidden({ revision: String(found.revision) })}
    ${section({ title: w.questions, body: html`${datesPart(view, language)}<div class="filter-line">${choices(view, language)}</div>` })}
    ${partnersPart(view, language)}${kindsPart(view, language)}
    <details class="filters"${attribute('open', open)}><summary>${w.columns} <span class="muted">${w.columnsNote(left)}</span></summary>${columnsPart(view, language)}</details>
    ${actions(submit({ label: w.lookAgain, kind: 'plain' }))}`
  return form({ action: `/imports/${found.id}/settings`, body, guard: true, language })
}

function datesPart({ dates, list }: ListView, language: Language): Content {
  if (!dates) return ''
  const w = speak(importWords, language)
  const written = ({ n, example }: { n: number; example: string }) => (n > 0 ? w.written(n, example) : undefined)
  return radios({
    name: 'dates',
    legend: w.dates(dates.example),
    hint: w.datesHint(dates.n),
    value: list.settings.dates ?? '',
    options: [
      { value: 'day_first', label: w.dayFirst(dates.either[0]), hint: written(dates.dayFirst) },
      { value: 'month_first', label: w.monthFirst(dates.either[1]), hint: written(dates.monthFirst) },
    ],
  })
}

/** Questions that only some lists raise are asked of those alone. */
function choices({ list }: ListView, language: Language): Content {
  const w = speak(importWords, language)
  const { settings, plan } = list
  const raised = (why: ProblemKind) => plan.some(({ problems }) => problems.some((one) => one.why === why))
  const noEnd = [
    { value: 'leave_out', label: w.noEndOut },
    { value: 'open', label: w.noEndOpen },
  ]
  const how = (['ink', 'elsewhere'] as const).map((value) => ({ value, label: signingWords[value][language] }))
  return html`${selectField({ name: 'signedHow', label: w.signedHow, value: settings.signedHow, options: how })}${(raised('no_end') || settings.noEnd) && selectField({ name: 'noEnd', label: w.noEnd, value: settings.noEnd ?? 'leave_out', options: noEnd })}${(raised('no_review') || settings.review) && textField({ name: 'review', type: 'date', label: w.review, hint: w.reviewHint, value: settings.review ?? '' })}`
}

function kindsPart({ kinds, list }: ListView, language: Language): Content {
  if (kinds.size === 0) return ''
  const w = speak(importWords, language)
  const options = [
    { value: '', label: w.choose },
    ...entryKinds.map((value) => ({ value, label: kindWords[value][language] })),
  ]
  const fields = [...kinds].map(([cell, rows], n) =>
    selectField({
      name: `kind:${cell}`,
      id: `f-kind-${n}`,
      label: html`${cell}${rows > 0 && html` <span class="muted small">${w.partnerRows(rows)}</span>`}`,
      value: list.settings.kinds?.[cell] ?? '',
      options,
    }),
  )
  return section({ title: w.kinds, body: html`<div class="two-fields">${fields}</div>` })
}
