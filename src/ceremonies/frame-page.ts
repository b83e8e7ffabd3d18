/** Where the convenor's officers write title, date, meeting and running order. */
import type { Context } from 'hono'
import { speak } from '#src/platform/i18n/words.ts'
import type { Refusal } from '#src/platform/refusal.ts'
import type { Value } from '#src/platform/three-way.ts'
import {
  actions,
  checkbox,
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
import type { OfficersCeremony } from './access.ts'
import { editNotices, savedHint } from './edit-notices.ts'
import { type FrameForm, meetingKinds } from './frame-form.ts'
import { frameWords } from './frame-words.ts'
import { itemFields } from './item-fields.ts'
import { type Reader, readerOf } from './reader.ts'
import { whenFields } from './when-page.ts'

export interface FrameEditing {
  held: OfficersCeremony
  form: FrameForm
  /** What the officer began from; carried along, so that a colleague's changes can be told from theirs. */
  base: FrameForm
  version: number
  /** Changed here but not saved: after adding, moving or taking out. */
  unsaved?: boolean
  /** Paths of what does not fit, counted from 0. */
  problem?: { text: string; status: Refusal['status']; faults: string[] }
  /** A colleague saved meanwhile: where both changed the same, what they saved. */
  conflicts?: Record<string, Value>
  status?: Refusal['status']
}

export function framePage(c: Context<WebEnv>, e: FrameEditing): Response {
  const { language } = c.var
  const w = speak(frameWords, language)
  const { plan } = e.held
  const reader = readerOf(e.held, language, c.var.now)
  const at = `/ceremonies/${plan.id}`
  const buttons = () =>
    actions(
      submit({ label: plan.sharedAt ? w.saveAndSend : w.save, name: 'do', value: 'save' }),
      linkButton({ href: at, label: w.back, kind: 'quiet' }),
    )
  const title = plan.title[language] || plan.title.en || plan.title.zh
  const fields = html`${hidden({ version: String(e.version), base: JSON.stringify(e.base) })}${buttons()}
    ${headFields(e, reader)}
    ${section({ title: w.items, body: itemFields(e, reader), id: 'items' })}
    ${buttons()}`
  const note = html`${w.note} ${plan.sharedAt && w.noteShared(reader.short(reader.partner))}`
  const body = html`${head({ title: w.title, over: html`<a href="${at}">${title}</a>`, meta: note })}
    ${editNotices(e, language)}
    ${form({ action: `${at}/frame`, guard: true, unsaved: e.unsaved, language, body: fields })}`
  return page(c, { title: w.title, current: 'ceremonies', body }, e.problem?.status ?? e.status)
}

function headFields(e: FrameEditing, reader: Reader): Html {
  const { language } = reader
  const w = speak(frameWords, language)
  const { form: f } = e
  const saved = (path: string) => savedHint(e.conflicts, path, language)
  const when = [saved('date'), saved('time'), saved('which')].filter((one) => one !== undefined)
  const options = meetingKinds.map((value) => ({ value, label: w[value] }))
  const url = e.problem?.faults.some((path) => path.startsWith('meeting')) ? w.malformedUrl : undefined
  return html`${pairField({ name: 'title', label: w.ceremonyTitle, value: f.title, language, hint: saved('title'), either: true })}
    ${whenFields({ typed: f, places: [reader.places[0]!, reader.places[1]!], language, saved: when.length > 0 && html`${when}` })}
    ${checkbox({ name: 'open', label: w.open, checked: f.open, hint: saved('open') ?? w.openHint })}
    <div class="fields-row">${selectField({ name: 'meeting', label: w.meeting, value: f.meeting, options, hint: saved('meeting') })}${textField({ name: 'url', label: w.url, type: 'url', value: f.url, hint: saved('url') ?? w.urlHint, error: url, maxlength: 1000, wide: true })}</div>`
}
