/** Our items of the running order as fields: who speaks, in which language, interpreted by whom, and notes. */
import { type Language, speak } from '#src/platform/i18n/words.ts'
import {
  type Content,
  type Html,
  hidden,
  html,
  inLanguage,
  selectField,
  textArea,
  textField,
} from '#src/platform/ui/index.ts'
import { savedHint } from './edit-notices.ts'
import { tongues } from './frame-form.ts'
import { frameWords } from './frame-words.ts'
import type { PlanItem } from './plan.ts'
import type { Reader } from './reader.ts'
import type { PartForm } from './sheet-form.ts'
import type { SheetEditing } from './sheet-page.ts'
import { sheetWords } from './sheet-words.ts'
import { tongueWords } from './value-words.ts'

export function partFields(e: SheetEditing, reader: Reader): Content {
  const w = speak(sheetWords, reader.language)
  const { us, plan } = e.held
  const drawn = e.form.parts.map((part, i) => {
    const item = plan.items.find(({ id }) => id === part.id)
    return { ours: item?.party === us.ror, shown: item ? oneItem(e, { part, i, item }, reader) : '' }
  })
  const ours = drawn.filter((one) => one.ours)
  const others = drawn.filter((one) => !one.ours)
  return html`${ours.length > 0 ? ours.map((one) => one.shown) : html`<p class="muted">${w.noItems}</p>`}
    <details class="more"><summary>${w.internalTitle}</summary>${others.map((one) => one.shown)}</details>`
}

function oneItem(
  e: SheetEditing,
  { part, i, item }: { part: PartForm; i: number; item: PlanItem },
  reader: Reader,
): Html {
  const { language } = reader
  const w = speak(sheetWords, language)
  const name = `part_${i}`
  const saved = (field: string) => savedHint(e.conflicts, `parts.${part.id}.${field}`, language)
  const note = (field: 'note' | 'internal', label: string) =>
    textArea({
      name: `${name}_${field}`,
      label,
      value: part[field],
      rows: 2,
      maxlength: 2000,
      hint: saved(field),
      wide: true,
    })
  const ours = item.party === e.held.us.ror
  const own =
    ours &&
    html`<div class="fields-row">${speakerField(e, { part, name }, language)}
    ${languageField({ part, name, item }, language, saved('language'))}
    ${textField({ name: `${name}_interpreter`, label: w.interpreter, value: part.interpreter, maxlength: 200, hint: saved('interpreter') })}</div>
`
  return html`<section class="part-edit">${hidden({ [`${name}_id`]: part.id })}<h3>${inLanguage(item.title, language)}</h3>${own}<div class="fields-row">${ours && note('note', w.itemNote)}${note('internal', w.internal)}</div></section>`
}

function speakerField(e: SheetEditing, { part, name }: { part: PartForm; name: string }, language: Language): Html {
  const w = speak(sheetWords, language)
  const known = e.form.guests.map((g) => ({ value: g.id, label: [g.latin, g.native].filter(Boolean).join(' ') }))
  const options = [{ value: '', label: w.nobody }, ...known.filter(({ label }) => label !== '')]
  const hint = savedSpeaker(e, part.id, language)
  return selectField({ name: `${name}_guest`, label: w.speaker, value: part.guest, options, hint })
}

/** A colleague chose somebody else: told by name, not by id. */
function savedSpeaker(e: SheetEditing, part: string, language: Language): Content | undefined {
  const id = e.conflicts?.[`parts.${part}.guest`]
  if (id === undefined) return undefined
  const guest = e.form.guests.find((one) => one.id === id)
  return html`<span class="colleague">${frameWords.saved[language](guest?.latin ?? sheetWords.nobody[language])}</span>`
}

function languageField(
  { part, name, item }: { part: PartForm; name: string; item: PlanItem },
  language: Language,
  hint: Content | undefined,
): Html {
  const w = speak(sheetWords, language)
  const options = [
    { value: '', label: w.asPlanned(tongueWords[item.language][language]) },
    ...tongues.map((value) => ({ value, label: tongueWords[value][language] })),
  ]
  return selectField({ name: `${name}_language`, label: w.language, value: part.language, options, hint })
}
