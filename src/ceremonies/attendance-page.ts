/** Who came: our officers note our guests, and see what the partner's noted. */
import type { Context } from 'hono'
import { speak } from '#src/platform/i18n/words.ts'
import {
  actions,
  type Content,
  form,
  type Html,
  head,
  html,
  inLanguage,
  notice,
  page,
  person,
  section,
  sideDot,
  submit,
  table,
  tag,
} from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import type { SeenCeremony } from './access.ts'
import { attendanceWords } from './after-words.ts'
import type { Problem } from './around-answers.ts'
import type { Guest } from './guest.ts'
import { type Reader, readerOf } from './reader.ts'
import { attendingWords } from './value-words.ts'

export function attendancePage(
  c: Context<WebEnv>,
  { seen, mayNote, problem }: { seen: SeenCeremony; mayNote: boolean; problem?: Problem },
): Response {
  const { language } = c.var
  const w = speak(attendanceWords, language)
  const { plan } = seen
  const reader = readerOf(seen, language, c.var.now)
  const over = html`<a href="/ceremonies/${plan.id}/after">${plan.title[language] || plan.title.en || plan.title.zh}</a>`
  const [ours, theirs] = [plan.guests[reader.us]!, plan.guests[reader.partner]!]
  const list = guestTable(ours, reader, mayNote)
  const own =
    mayNote && ours.length > 0
      ? form({
          action: `/ceremonies/${plan.id}/attendance`,
          guard: true,
          language,
          body: html`${list}${actions(submit({ label: w.save }))}`,
        })
      : list
  const body = html`${problem && notice({ kind: 'refusal', answer: true, title: problem.text })}
    ${head({ title: w.title, over, meta: w.note })}
    ${section({ title: html`${sideDot('ours')}${reader.short(reader.us)}`, body: own })}
    ${section({ title: html`${sideDot('theirs')}${reader.short(reader.partner)}`, body: guestTable(theirs, reader, false) })}`
  return page(c, { title: w.title, current: 'ceremonies', body }, problem?.status)
}

function guestTable(guests: Guest[], { language }: Reader, editable: boolean): Content {
  const w = speak(attendanceWords, language)
  const rows = guests.map((guest) => [
    html`${person(guest.name)}<br><span class="muted small">${inLanguage(guest.title, language)}</span>`,
    attendingWords[guest.attending][language],
    editable ? choice(guest, w) : shown(guest, w),
  ])
  const columns = [{ label: w.guest, head: true }, { label: w.replied }, { label: w.presence }]
  return table({ caption: w.title, captionHidden: true, columns, rows, empty: w.nobody })
}

type Spoken = Record<'came' | 'absent' | 'open' | 'presence', string>

const shown = ({ present }: Guest, w: Spoken): Html =>
  present === null
    ? html`<span class="muted">${w.open}</span>`
    : tag(present ? w.came : w.absent, present ? 'good' : 'plain')

function choice({ id, name, present }: Guest, w: Spoken): Html {
  const options = [
    ['yes', w.came, present === true],
    ['no', w.absent, present === false],
    ['', w.open, present === null],
  ] as const
  const boxes = options.map(
    ([value, label, on]) =>
      html`<label class="inline-choice"><input type="radio" name="guest_${id}" value="${value}"${on ? html` checked` : ''}> ${label}</label>`,
  )
  return html`<fieldset class="inline-choices"><legend class="visually-hidden">${w.presence}: ${name.latin}</legend>${boxes}</fieldset>`
}
