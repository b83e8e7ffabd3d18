/** The items of the running order as fields, each with the times it begins at. */
import { speak } from '#src/platform/i18n/words.ts'
import { clockTime } from '#src/platform/time.ts'
import {
  actions,
  type Content,
  type Html,
  hidden,
  html,
  pairField,
  selectField,
  submit,
  textField,
} from '#src/platform/ui/index.ts'
import { dayApart } from './day-apart.ts'
import { savedHint } from './edit-notices.ts'
import { blocks } from './frame.ts'
import { type FrameForm, type ItemForm, tongues } from './frame-form.ts'
import type { FrameEditing } from './frame-page.ts'
import { frameWords } from './frame-words.ts'
import type { Reader } from './reader.ts'
import { blockWords, tongueWords } from './value-words.ts'
import { wallTime } from './wall-time.ts'

export function itemFields(e: FrameEditing, reader: Reader): Content {
  const w = speak(frameWords, reader.language)
  const { items } = e.form
  const times = startTimes(e.form, reader)
  if (items.length === 0) return actions(submit({ label: w.addFirst, kind: 'plain', name: 'do', value: 'add:0' }))
  return html`<ol class="order-edit">${items.map((item, i) => oneItem(e, { item, i, times: times[i] ?? [] }, reader))}</ol>`
}

/** When each item begins on both clocks, as far as the form makes sense. */
function startTimes(f: FrameForm, reader: Reader): string[][] {
  const when = wallTime({ date: f.date, time: f.time, which: f.which || 'earlier' }, reader.places[0]!.zone)
  if (!('instant' in when)) return []
  let at = when.instant
  const begins = { at, zone: reader.places[0]!.zone, language: reader.language }
  return f.items.map(({ minutes }) => {
    const shown = reader.places.map(({ city, zone }) => {
      const time = `${city[reader.language] || city.en} ${clockTime(at, zone)}`
      return `${time} ${dayApart(at, zone, begins)}`.trim()
    })
    at = at.add({ minutes: /^\d{1,4}$/.test(minutes) ? Number(minutes) : 0 })
    return shown
  })
}

function oneItem(
  e: FrameEditing,
  { item, i, times }: { item: ItemForm; i: number; times: string[] },
  reader: Reader,
): Html {
  const { language } = reader
  const w = speak(frameWords, language)
  const name = `item_${i}`
  const saved = (field: string) => savedHint(e.conflicts, `items.${item.id}.${field}`, language)
  const wrong = (field: string) =>
    e.problem?.faults.some((path) => path.startsWith(`items.${i}.${field}`)) ? w.malformed : undefined
  const parties = [
    { value: '', label: w.both },
    ...e.held.plan.parties.map((party) => ({ value: party, label: reader.short(party) })),
  ]
  const back = (to: number) => `/ceremonies/${e.held.plan.id}/frame#item-${to + 1}`
  const act = (label: string, what: string, to: number) =>
    submit({ label, kind: 'quiet', name: 'do', value: `${what}:${i}`, describe: w.item(i + 1), landing: back(to) })
  const last = e.form.items.length - 1
  return html`<li class="order-item" id="item-${i + 1}" aria-label="${w.item(i + 1)}">${hidden({ [`${name}_id`]: item.id })}
    <div class="order-when"><h3>${w.item(i + 1)}</h3>${times.map((one) => html`<p class="muted small">${one}</p>`)}</div>
    <div class="order-fields">    ${pairField({ name: `${name}_title`, label: w.itemTitle, value: item.title, language, hint: saved('title'), either: true, errors: wrong('title') ? { [language]: wrong('title') } : {} })}
    <div class="fields-row">${selectField({ name: `${name}_block`, label: w.block, value: item.block, options: blocks.map((value) => ({ value, label: blockWords[value][language] })), hint: saved('block') })}
    ${textField({ name: `${name}_minutes`, label: w.minutes, type: 'number', min: 1, max: 600, value: item.minutes, hint: saved('minutes'), error: wrong('minutes') })}
    ${selectField({ name: `${name}_party`, label: w.whose, value: item.party, options: parties, hint: saved('party') })}
    ${selectField({ name: `${name}_language`, label: w.language, value: item.language, options: tongues.map((value) => ({ value, label: tongueWords[value][language] })), hint: saved('language') })}</div>
    ${actions(act(w.addAfter, 'add', i + 1), i > 0 && act(w.up, 'up', i - 1), i < last && act(w.down, 'down', i + 1), act(w.remove, 'remove', Math.max(0, Math.min(i, last - 1))))}</div></li>`
}
