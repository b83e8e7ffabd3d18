/** What each side calls the agreement, and the form in which ours is said. */
import { beganFrom, putTogether } from '#src/platform/began-from.ts'
import { speak } from '#src/platform/i18n/words.ts'
import {
  actions,
  dialog,
  form,
  type Html,
  hidden,
  html,
  inLanguage,
  pairField,
  section,
  submit,
  table,
  textField,
} from '#src/platform/ui/index.ts'
import { labelWords } from './decision-words.ts'
import type { Typed } from './discussion-page.ts'
import { readLabel } from './label-form.ts'
import { emptyLabel, type Label } from './label-store.ts'
import type { Negotiation } from './read-negotiation.ts'
import type { Reader } from './reader.ts'

/** Our own title, type and number for the agreement, and the partner's. */
export function labelsSection(n: Negotiation, reader: Reader, typed: Typed = {}): Html {
  const w = speak(labelWords, reader.language)
  const rows = (['ours', 'theirs'] as const).map((side) => {
    const label = n.labels[side]
    const none = html`<span class="muted">${w.none}</span>`
    return [
      reader.short[side],
      label ? inLanguage(label.title, reader.language) : none,
      label ? inLanguage(label.type, reader.language) : '',
      label?.reference ?? '',
    ]
  })
  const columns = [{ label: w.title, head: true }, { label: w.labelTitle }, { label: w.type }, { label: w.reference }]
  const change = n.may.label && labelDialog(n, reader, typed)
  return section({
    title: w.title,
    note: w.note,
    id: 'labels',
    body: html`${table({ caption: w.title, captionHidden: true, columns, rows })}${change}`,
  })
}

function labelDialog(n: Negotiation, reader: Reader, typed: Typed): Html {
  const w = speak(labelWords, reader.language)
  const { language } = reader
  const stored = n.labels.ours ?? emptyLabel
  const sent = typed.reference === undefined ? undefined : readLabel(typed)
  const value = sent ? putTogether(typed.began, sent, stored) : (n.labels.ours ?? suggested(n))
  const fields = html`${hidden({ began: beganFrom(stored) })}${pairField({ name: 'title', label: w.labelTitle, value: value.title, language })}
    ${pairField({ name: 'type', label: w.type, value: value.type, language })}
    ${textField({ name: 'reference', label: w.reference, value: value.reference, maxlength: 100, language })}`
  return dialog({
    id: 'label',
    open: w.change,
    title: w.ours,
    language,
    shown: sent !== undefined,
    body: form({
      action: `/agreements/${n.agreement.id}/label`,
      body: html`${fields}${actions(submit({ label: w.save }))}`,
    }),
  })
}

/** Before anything was said: the title of the text. */
const suggested = ({ shown }: Negotiation): Label => ({ ...emptyLabel, title: shown?.text.title ?? emptyLabel.title })
