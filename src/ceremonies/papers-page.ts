/** The papers of a ceremony, one press each. */
import type { Context } from 'hono'
import { speak } from '#src/platform/i18n/words.ts'
import { type Content, head, html, link, linkButton, page, person, table } from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import type { SeenCeremony } from './access.ts'
import type { Guest } from './guest.ts'
import { papersWords } from './papers-words.ts'

export interface PapersShown {
  seen: SeenCeremony
  /** Whose briefings there are. */
  briefed: Guest[]
  minutes: boolean
  officer: boolean
}

export function papersPage(c: Context<WebEnv>, { seen: { plan }, briefed, minutes, officer }: PapersShown): Response {
  const { language } = c.var
  const w = speak(papersWords, language)
  const at = `/ceremonies/${plan.id}/papers`
  const file = (name: string, label: Content) => html`<a href="${link(`${at}/${name}`)}">${label}</a>`
  const cards = html`${file('place-cards.pdf', w.open)} <span class="small">${file('place-cards.pdf?side=ours', w.cardsOurs)} · ${file('place-cards.pdf?side=theirs', w.cardsTheirs)}</span>`
  const packs =
    briefed.length > 0
      ? html`<ul class="plain-list">${briefed.map((guest) => html`<li>${file(`briefing.pdf?guest=${guest.id}`, person(guest.name))}</li>`)}</ul>`
      : html`<span class="muted">${w.nobody}</span>`
  const rows: Content[][] = [
    [w.programme, w.programmeText, file('programme.pdf', open(w.open, w.programme))],
    [w.cards, w.cardsText, cards],
    [w.names, w.namesText, file('names.pdf', open(w.open, w.names))],
    [w.attendance, w.attendanceText, file('attendance.pdf', open(w.open, w.attendance))],
    [w.briefing, w.briefingText, packs],
    ...(minutes ? [[w.minutes, w.minutesText, file('minutes.pdf', open(w.open, w.minutes))]] : []),
  ]
  const columns = [{ label: w.paper, head: true }, { label: w.what }, { label: w.open }]
  const over = html`<a href="/ceremonies/${plan.id}">${plan.title[language] || plan.title.en || plan.title.zh}</a>`
  const acts = officer && linkButton({ href: `/ceremonies/${plan.id}/briefing`, label: w.write })
  const body = html`${head({ title: w.title, over, meta: w.note, acts })}${table({ caption: w.title, captionHidden: true, columns, rows })}`
  return page(c, { title: w.title, current: 'ceremonies', body })
}

const open = (label: string, which: string): Content => html`${label}<span class="visually-hidden"> ${which}</span>`
