/** Which institutions the names of a list mean, where it is not plain; and the time zones of new partners in countries that have several. */
import { comma, type Language, speak } from '#src/platform/i18n/words.ts'
import { type Content, type Html, html, section, selectField, textField } from '#src/platform/ui/index.ts'
import type { PartnerChoice, PartnerMatch } from './match-partners.ts'
import type { ListView } from './read-import.ts'
import { importWords } from './words.ts'

export function partnersPart(view: ListView, language: Language): Content {
  const asked = view.list.partners.filter(({ how, cell }) => how !== 'known' || view.list.settings.partners?.[cell])
  const zoned = view.joining.filter(({ zones }) => zones.length > 1)
  if (asked.length + zoned.length === 0) return ''
  const w = speak(importWords, language)
  const named = (one: PartnerChoice) => one.name[language] || one.name.en
  const zones = zoned.map((one) =>
    selectField({
      name: `zone:${one.ror}`,
      id: `f-zone-${one.ror}`,
      label: w.zone(named(one)),
      value: view.list.settings.zones?.[one.ror] ?? one.zones[0],
      options: one.zones.map((value) => ({ value, label: value.replaceAll('_', ' ') })),
    }),
  )
  return section({
    title: w.partners,
    body: html`${asked.map((match, n) => choice(view, match, { n, language }))}<div class="two-fields">${zones}</div>`,
  })
}

function choice({ list }: ListView, match: PartnerMatch, { n, language }: { n: number; language: Language }): Html {
  const w = speak(importWords, language)
  const { cell, rows, choices } = match
  const chosen = list.settings.partners?.[cell] ?? ''
  const known = choices.map((one) => ({
    value: one.ror,
    label: `${one.name.en}${one.name.zh ? ` ${one.name.zh}` : ''}${comma[language]}${one.place}${one.ours ? '' : ` · ${w.joins}`}`,
  }))
  // One that was named by its ROR id, and is no choice of the name itself.
  const typed = /^0/.test(chosen) && !choices.some(({ ror }) => ror === chosen)
  const options = [
    { value: '', label: w.choose },
    ...(typed ? [{ value: chosen, label: `${list.ours.get(chosen)?.en ?? ''} ${chosen}`.trim() }] : []),
    ...known,
    { value: 'leave_out', label: w.leaveOut },
  ]
  const label = html`${cell} <span class="muted small">${w.partnerRows(rows)}</span>`
  return html`<div class="two-fields">${selectField({ name: `partner:${cell}`, id: `f-partner-${n}`, label, value: chosen, options })}${textField({ name: `other:${cell}`, id: `f-other-${n}`, label: w.other(cell), language })}</div>`
}
