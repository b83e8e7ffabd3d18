/** The form in which an agreement is entered. */
import { type Unit, unitOptions } from '#src/partners/index.ts'
import { type Language, type Phrase, speak } from '#src/platform/i18n/words.ts'
import {
  type Content,
  type Html,
  html,
  section,
  selectField,
  type TextType,
  textArea,
  textField,
} from '#src/platform/ui/index.ts'
import { entryKinds, signings } from './entry.ts'
import type { EntryDetails } from './entry-details.ts'
import { kindWords, prevailsWords, signingWords } from './entry-value-words.ts'
import { entryWords } from './entry-words.ts'

export interface EntryFormView {
  details: EntryDetails
  language: Language
  partners: { value: string; label: string }[]
  /** Agreements it may stand under or renew. */
  others: { value: string; label: string }[]
  /** What a colleague saved meanwhile, for the fields where it differs. */
  theirs: Partial<EntryDetails>
  /** Our tree of units. */
  ourUnits: Unit[]
  /** Signed on both nodes: partner and way of signing are what they are. */
  signedHere: boolean
}

function unitChoice({ details, ourUnits, language, theirs }: EntryFormView): Content {
  if (ourUnits.length === 0) return ''
  const w = speak(entryWords, language)
  const name = (id: string | null) =>
    unitOptions(ourUnits, language)
      .find(({ value }) => value === id)
      ?.label.trim() ?? w.wholeUniversity
  const hint = 'unit' in theirs ? html`<strong>${w.theirs(name(theirs.unit ?? null))}</strong>` : undefined
  const options = [{ value: '', label: w.wholeUniversity }, ...unitOptions(ourUnits, language)]
  return selectField({ name: 'unit', label: w.ourUnit, value: details.unit ?? '', options, hint })
}

type TextKey = { [K in keyof EntryDetails]: EntryDetails[K] extends string ? K : never }[keyof EntryDetails]

type DateKey = 'signedOn' | 'effectiveOn' | 'endsOn' | 'reviewOn' | 'terminatedOn'

export function entryFields(view: EntryFormView): Html {
  const { details: d, language } = view
  const w = speak(entryWords, language)
  const beside = (field: keyof EntryDetails, hint?: Content): Content =>
    field in view.theirs
      ? html`${hint ?? ''} <strong>${d[field] === view.theirs[field] ? w.takenOver : w.theirs(String(view.theirs[field] ?? '–') || '–')}</strong>`
      : (hint ?? '')
  const text = (name: TextKey, label: string, more: { type?: TextType; lang?: string; hint?: Content } = {}) =>
    textField({
      name,
      label,
      value: d[name],
      language,
      maxlength: 300,
      ...more,
      hint: beside(name, more.hint),
      wide: true,
    })
  const day = (name: DateKey, label: string, hint?: Content) =>
    textField({ name, type: 'date', label, value: d[name] ?? '', language, hint: beside(name, hint) })
  const area = (name: TextKey, label: string, hint?: Content) =>
    textArea({ name, label, value: d[name], language, maxlength: 20_000, hint: beside(name, hint), wide: true })
  const choice = <K extends string>(names: readonly K[], words: Record<K, Phrase>) =>
    names.map((value) => ({ value, label: words[value][language] }))
  const above = [{ value: '', label: w.noneAbove }, ...view.others]
  const prevails = choice(['both', 'en', 'zh', 'other'] as const, prevailsWords)
  const fixed =
    !view.signedHere &&
    html`${view.partners.length > 0 ? selectField({ name: 'partner', label: w.partner, value: d.partner, options: view.partners, hint: beside('partner') }) : textField({ name: 'partner', label: w.partner, value: d.partner, hint: beside('partner', w.partnerHint), required: true })}${selectField({ name: 'signedHow', label: w.signedHow, value: d.signedHow, options: choice(signings.slice(1), signingWords), hint: beside('signedHow') })}`
  return html`${fixed}${selectField({ name: 'kind', label: w.kind, value: d.kind, options: choice(entryKinds, kindWords), hint: beside('kind') })}
    ${section({ title: w.names, body: html`<div class="two-fields">${text('titleEn', `${w.ourTitle} · English`, { lang: 'en' })}${text('titleZh', `${w.ourTitle} · 中文`, { lang: 'zh-CN' })}${text('reference', w.reference)}${text('theirTitle', w.theirTitle)}${text('theirType', w.theirType)}${text('theirReference', w.theirReference)}</div>` })}
    ${section({ title: w.dates, body: html`<div class="filter-line">${day('signedOn', w.signedOn)}${day('effectiveOn', w.effectiveOn)}${day('endsOn', w.endsOn, w.endsHint)}${day('reviewOn', w.reviewOn)}${textField({ name: 'noticeMonths', type: 'number', label: w.noticeMonths, value: d.noticeMonths === null ? '' : String(d.noticeMonths), min: 0, max: 36, language, hint: beside('noticeMonths') })}${day('terminatedOn', w.terminatedOn)}</div>` })}
    ${section({ title: w.family, body: html`<div class="two-fields">${selectField({ name: 'parent', label: w.parent, value: d.parent ?? '', options: above, hint: beside('parent') })}${selectField({ name: 'renews', label: w.renews, value: d.renews ?? '', options: above, hint: beside('renews') })}</div>${text('fields', w.fields)}${unitChoice(view)}${text('units', w.units, { hint: w.unitsHint })}${selectField({ name: 'prevails', label: w.prevails, value: d.prevails, options: prevails, hint: beside('prevails') })}${area('obligations', w.obligations)}${area('note', w.note, w.noteHint)}` })}`
}
