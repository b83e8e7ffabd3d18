/** The register: every agreement, where it stands, and whose turn it is. */
import type { Context } from 'hono'
import type { Institution } from '#src/partners/index.ts'
import { speak } from '#src/platform/i18n/words.ts'
import { calendarDays } from '#src/platform/time.ts'
import {
  type Content,
  daysFor,
  empty,
  head,
  html,
  inLanguage,
  linkButton,
  page,
  table,
} from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import type { Registered } from './register-store.ts'
import { registerWords, stateWords } from './words.ts'

export function registerPage(c: Context<WebEnv>, all: Registered[], known: Institution[], mayStart: boolean): Response {
  const w = speak(registerWords, c.var.language)
  const start = mayStart ? linkButton({ href: '/agreements/new', label: w.start, kind: 'primary' }) : undefined
  const ways = html`${linkButton({ href: '/proposals', label: w.proposals })}${linkButton({ href: '/agreements/clocks', label: w.clocks, kind: 'quiet' })}${linkButton({ href: '/procedures', label: w.procedures, kind: 'quiet' })}`
  const body = html`${head({ title: w.title, acts: html`${ways}${all.length > 0 && start}` })}
    ${all.length > 0 ? registerTable(c, all, known) : empty({ title: w.emptyTitle, text: w.emptyText, acts: start })}`
  return page(c, { title: w.title, current: 'agreements', body })
}

function registerTable(c: Context<WebEnv>, all: Registered[], known: Institution[]): Content {
  const { language } = c.var
  const w = speak(registerWords, language)
  const rows = all.map((one) => {
    const partner = known.find((i) => i.ror === one.partner)
    const title = one.title.en || one.title.zh ? inLanguage(one.title, language) : w.untitled
    return [
      html`<a class="register-title" href="/agreements/${one.id}">${title}</a>`,
      partner ? html`<a href="/partners/${partner.ror}">${inLanguage(partner.name, language)}</a>` : one.partner,
      stateWords[one.state][language],
      turn(c, one, partner),
      one.version || w.draft,
    ]
  })
  const columns = [
    { label: w.agreement, head: true },
    { label: w.partner },
    { label: w.state },
    { label: w.turn },
    { label: w.version, numeric: true },
  ]
  return table({ caption: w.caption, captionHidden: true, columns, rows })
}

function turn(c: Context<WebEnv>, one: Registered, partner: Institution | undefined): Content {
  if (one.state !== 'drafting' && one.state !== 'negotiating') return ''
  const w = speak(registerWords, c.var.language)
  const days = daysFor(calendarDays(one.turnSince, c.var.now, c.var.house.zone), c.var.language)
  if (one.turn === 'ours') return html`<strong>${w.ourTurn(days)}</strong>`
  return w.theirTurn(partner?.short[c.var.language] ?? one.partner, days)
}
