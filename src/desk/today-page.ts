/** Today: what waits for the person signed in, what is under way, and what the nodes say of each other. */
import type { Context } from 'hono'
import type { Registered } from '#src/agreements/index.ts'
import { stateWords } from '#src/agreements/index.ts'
import { speak } from '#src/platform/i18n/words.ts'
import { wholeDays } from '#src/platform/time.ts'
import {
  type Content,
  daysFor,
  empty,
  facts,
  type Html,
  head,
  html,
  inLanguage,
  moments,
  page,
  panel,
  placeOf,
  register,
  section,
} from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import type { Today } from './read-today.ts'
import { dutyWords, words } from './words.ts'

export function todayPage(c: Context<WebEnv>, today: Today): Response {
  const w = speak(words, c.var.language)
  const over = moments(c.var.now, { places: places(today), language: c.var.language })
  const body = html`${head({ title: w.waits(today.waiting.length), over })}
    ${waitingList(c, today)}
    ${agreementList(c, today, w.underWay, (a) => a.state !== 'concluded')}
    ${agreementList(c, today, w.concluded, (a) => a.state === 'concluded')}`
  return page(c, { title: w.title, current: 'today', body, aside: today.office ? aside(c, today) : undefined })
}

/** Our own city and our partners', by name where the register knows it. */
function places({ institutions, peers }: Today) {
  const shown = institutions.filter((i) => i.ours || peers.some((p) => p.institution === i.ror)).slice(0, 3)
  return shown.map(({ zone, city }) => (city.en && city.zh ? { zone, city } : placeOf(zone)))
}

const nameOf = (c: Context<WebEnv>, today: Today, ror: string): Content => {
  const found = today.institutions.find((i) => i.ror === ror)
  return found ? inLanguage(found.name, c.var.language) : ror
}

function waitingList(c: Context<WebEnv>, today: Today): Html {
  const { language, now } = c.var
  const w = speak(words, language)
  if (today.waiting.length === 0) return empty({ title: w.allDone, text: w.allDoneText })
  const items = today.waiting.map(({ duty, agreement, href, since }) => ({
    title: inLanguage(agreement.title, language),
    href,
    sub: html`${nameOf(c, today, agreement.partner)} · ${dutyWords[duty][language]}`,
    note: daysFor(wholeDays(since, now), language),
    urgent: wholeDays(since, now) >= 7,
    act: { label: w.open, href },
  }))
  return section({ title: w.yourTurn, body: register({ items, label: w.yourTurn }) })
}

function agreementList(c: Context<WebEnv>, today: Today, title: string, wanted: (a: Registered) => boolean): Content {
  const { language } = c.var
  const w = speak(words, language)
  const items = today.agreements.filter(wanted).map((a) => ({
    title: inLanguage(a.title, language),
    href: `/agreements/${a.id}`,
    sub: html`${nameOf(c, today, a.partner)}${a.version > 0 ? ` · ${w.version(a.version)}` : ''}`,
    note: stateWords[a.state][language],
    dot: 'plain' as const,
  }))
  return items.length > 0 && section({ title, body: register({ items, label: title }) })
}

function aside(c: Context<WebEnv>, today: Today): Html {
  const w = speak(words, c.var.language)
  const figures = facts([
    { label: html`<a href="/partners">${w.keyPartners}</a>`, value: today.partners.key },
    { label: html`<a href="/partners">${w.partnersAll}</a>`, value: today.partners.all },
  ])
  const nodes =
    today.peers.length === 0
      ? html`<p class="muted">${w.notPaired}</p>`
      : html`${today.peers.map((p) => node(c, today, p))}`
  return html`${panel({ title: w.figures, body: figures })}${panel({ title: w.bothNodes, body: nodes })}`
}

function node(c: Context<WebEnv>, today: Today, peer: Today['peers'][number]): Html {
  const { language } = c.var
  const w = speak(words, language)
  const found = today.institutions.find((i) => i.ror === peer.institution)
  const name = found?.short[language] ?? peer.institution
  const count = today.undelivered.find((u) => u.to === peer.institution)?.count
  const heard =
    peer.last_heard_at && html`${w.answered(name)} ${moments(peer.last_heard_at, { places: places(today), language })}`
  return html`<p>${heard || w.notHeard(name)}</p><p class="muted">${count ? w.messagesWait(count) : w.noMessages}</p>`
}
