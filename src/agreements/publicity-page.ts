/** On the page of a concluded agreement: what the public sees of it, and the switch. */
import { speak } from '#src/platform/i18n/words.ts'
import { dateWords } from '#src/platform/time.ts'
import {
  actions,
  type Content,
  dialog,
  form,
  type Html,
  html,
  panel,
  radios,
  submit,
  textField,
} from '#src/platform/ui/index.ts'
import type { Typed } from './discussion-page.ts'
import { type Extent, extentOf, extents, publicityOpen } from './publicity.ts'
import { extentHints, extentWords, publicityWords } from './publicity-words.ts'
import type { Negotiation } from './read-negotiation.ts'
import type { Reader } from './reader.ts'

export function publicityPanel(n: Negotiation, reader: Reader, typed: Typed): Content {
  if (!n.staff || !publicityOpen(n.agreement)) return ''
  const { language } = reader
  const w = speak(publicityWords, language)
  const extent = extentOf(n.publicity)
  const decided =
    n.publicity &&
    html`<p class="muted">${w.decided(n.publicity.byName, dateWords(n.publicity.at, n.us.zone, language))} ${n.publicity.reason}</p>`
  const shown = extent !== 'hidden' && html`<p><a href="/${language}/agreements/${n.agreement.id}">${w.open}</a></p>`
  return panel({
    title: w.title,
    body: html`<p>${w.holds(extentWords[extent][language])}</p>${decided}${shown}${n.may.publish && change(n, reader, extent, typed)}`,
  })
}

function change(n: Negotiation, { language }: Reader, extent: Extent, typed: Typed): Html {
  const w = speak(publicityWords, language)
  const options = extents.map((one) => ({
    value: one,
    label: extentWords[one][language],
    hint: extentHints[one][language],
  }))
  const fields = html`${radios({ name: 'extent', legend: w.ask, value: typed.extent ?? extent, options, required: true })}
    ${textField({ name: 'publicity_reason', label: w.reason, hint: w.reasonHint, value: typed.publicity_reason ?? n.publicity?.reason, maxlength: 500, language, wide: true })}`
  return dialog({
    id: 'publicity',
    open: w.change,
    title: w.title,
    language,
    shown: typed.extent !== undefined,
    body: form({
      action: `/agreements/${n.agreement.id}/publicity`,
      body: html`${fields}${actions(submit({ label: w.save }))}`,
    }),
  })
}
