/** Where our officers write our own part: hall, guests in order of precedence, speakers of our items, notes. */
import type { Context } from 'hono'
import { type Language, speak } from '#src/platform/i18n/words.ts'
import {
  actions,
  form,
  type Html,
  head,
  hidden,
  html,
  linkButton,
  page,
  pairField,
  section,
  selectField,
  submit,
  textField,
} from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { editNotices, savedHint } from './edit-notices.ts'
import type { FrameEditing } from './frame-page.ts'
import { frameWords } from './frame-words.ts'
import { guestFields } from './guest-fields.ts'
import { partFields } from './part-fields.ts'
import { readerOf } from './reader.ts'
import type { GuestForm, SheetForm } from './sheet-form.ts'
import { sheetWords } from './sheet-words.ts'

export interface SheetEditing extends Omit<FrameEditing, 'form' | 'base'> {
  form: SheetForm
  base: SheetForm
  /** People of the register who are not on the list. */
  people: GuestForm[]
}

export function sheetPage(c: Context<WebEnv>, e: SheetEditing): Response {
  const { language } = c.var
  const [w, f] = [speak(sheetWords, language), speak(frameWords, language)]
  const { plan } = e.held
  const reader = readerOf(e.held, language, c.var.now)
  const at = `/ceremonies/${plan.id}`
  const buttons = () =>
    actions(
      submit({ label: plan.sharedAt ? f.saveAndSend : f.save, name: 'do', value: 'save' }),
      linkButton({ href: at, label: f.back, kind: 'quiet' }),
    )
  const title = plan.title[language] || plan.title.en || plan.title.zh
  const fields = html`${hidden({ version: String(e.version), base: JSON.stringify(e.base) })}${buttons()}
    ${section({ title: w.place, body: placeFields(e, language) })}
    ${section({ title: w.guests, note: w.guestsNote, body: guestFields(e, language), id: 'guests' })}
    ${section({ title: w.speakers, body: partFields(e, reader), id: 'parts' })}
    ${buttons()}`
  const over = html`<a href="${at}">${title}</a>`
  const body = html`${head({ title: w.title, over, meta: w.note(reader.short(reader.partner)) })}
    ${editNotices(e, language)}
    ${form({ action: `${at}/sheet`, guard: true, unsaved: e.unsaved, language, body: fields })}`
  return page(c, { title: w.title, current: 'ceremonies', body }, e.problem?.status ?? e.status)
}

function placeFields({ form: f, conflicts, problem }: SheetEditing, language: Language): Html {
  const w = speak(sheetWords, language)
  const saved = (path: string) => savedHint(conflicts, path, language)
  const zones = Intl.supportedValuesOf('timeZone').map((value) => ({ value, label: value.replaceAll('_', ' ') }))
  const known = zones.some(({ value }) => value === f.zone) ? zones : [{ value: f.zone, label: f.zone }, ...zones]
  const wrong = problem?.faults.includes('zone') ? speak(frameWords, language).malformed : undefined
  return html`<div class="fields">${pairField({ name: 'hall', label: w.hall, value: f.hall, language, hint: saved('hall') })}
    ${pairField({ name: 'city', label: w.city, value: f.city, language, hint: saved('city') })}
    <div class="fields-row">${selectField({ name: 'zone', label: w.zone, value: f.zone, options: known, hint: saved('zone'), error: wrong })}
    ${textField({ name: 'contact', label: w.contact, value: f.contact, hint: saved('contact') ?? w.contactHint, maxlength: 300, wide: true })}</div></div>`
}
