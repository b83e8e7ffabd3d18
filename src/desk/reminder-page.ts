/** How somebody is reminded: what is due today, the way they are told, and the address of their calendar. */
import type { Context } from 'hono'
import { speak } from '#src/platform/i18n/words.ts'
import {
  actButton,
  actions,
  type Content,
  empty,
  form,
  head,
  html,
  notice,
  page,
  radios,
  register,
  section,
  selectField,
  submit,
} from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { type Reminder, type ReminderWay, reminderWays } from './reminder.ts'
import { reminderPageWords, wayWords } from './reminder-words.ts'

export interface ReminderView {
  how: ReminderWay
  zone: string
  due: Reminder[]
  /** Null: the calendar has no address. */
  address: string | null
  houseZone: string
  saved: boolean
}

export function reminderPage(c: Context<WebEnv>, view: ReminderView): Response {
  const { language } = c.var
  const w = speak(reminderPageWords, language)
  const items = view.due.map(({ subject, path }) => ({ title: subject[language], href: path }))
  const due = items.length > 0 ? register({ items, label: w.now }) : empty({ title: w.none, text: w.noneText })
  const body = html`${view.saved && notice({ kind: 'done', title: w.saved, answer: true })}
    ${head({ title: w.title, over: html`<a href="/account">${w.account}</a>` })}
    ${section({ title: w.now, body: due })}
    ${section({ title: w.letters, id: 'how', body: choice(c, view) })}
    ${section({ title: w.calendar, id: 'calendar', body: feed(c, view) })}`
  return page(c, { title: w.title, body })
}

function choice(c: Context<WebEnv>, { how, zone, houseZone }: ReminderView): Content {
  const { language } = c.var
  const w = speak(reminderPageWords, language)
  const ways = reminderWays.map((way) => ({
    value: way,
    label: wayWords[way].label[language],
    hint: wayWords[way].hint[language],
  }))
  const known = Intl.supportedValuesOf('timeZone').map((name) => ({ value: name, label: name.replaceAll('_', ' ') }))
  const options = [{ value: '', label: w.house(houseZone) }, ...known]
  const fields = html`${radios({ name: 'how', legend: w.how, value: how, options: ways })}${selectField({ name: 'zone', label: w.zone, value: zone, options })}`
  return form({
    action: '/account/reminders',
    body: html`${fields}${actions(submit({ label: w.save, kind: 'plain' }))}`,
  })
}

function feed(c: Context<WebEnv>, { address }: ReminderView): Content {
  const w = speak(reminderPageWords, c.var.language)
  const at = '/account/reminders/calendar'
  const make = actButton({ action: at, label: address ? w.again : w.make, kind: address ? 'quiet' : 'plain' })
  const take = address && actButton({ action: `${at}/removal`, label: w.take, kind: 'quiet' })
  const shown = address
    ? html`<copy-text class="hash" value="${address}" copy="${w.copy}" copied="${w.copied}"><code translate="no">${address}</code></copy-text>`
    : html`<p class="muted">${w.noCalendar}</p>`
  return html`<p>${w.calendarText}</p>${shown}<div class="row">${make}${take}</div>`
}
