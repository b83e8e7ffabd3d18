/** Beside today: figures, what is to come, and what the nodes say of each other. */
import type { Context } from 'hono'
import { speak } from '#src/platform/i18n/words.ts'
import { type Content, facts, type Html, html, inLanguage, moments, panel, placeOf } from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import type { Today } from './read-today.ts'
import { words } from './words.ts'

/** Only for the office. */
export function todayAside(c: Context<WebEnv>, today: Today): Html {
  const w = speak(words, c.var.language)
  const figures = facts([
    { label: html`<a href="/partners">${w.keyPartners}</a>`, value: today.partners.key },
    { label: html`<a href="/partners">${w.partnersAll}</a>`, value: today.partners.all },
  ])
  const nodes =
    today.peers.length === 0
      ? html`<p class="muted">${w.notPaired}</p>`
      : html`${today.peers.map((p) => node(c, today, p))}`
  return html`${panel({ title: w.figures, body: figures })}${occasionsPanel(c, today)}${panel({ title: w.bothNodes, body: nodes })}`
}

/** What is to come, with both local times. */
function occasionsPanel(c: Context<WebEnv>, today: Today): Content {
  if (today.occasions.length === 0) return ''
  const { language } = c.var
  const w = speak(words, language)
  const items = today.occasions.map((plan) => {
    const places = plan.parties.map((party) => plan.places[party]!)
    return html`<p><a href="/ceremonies/${plan.id}">${inLanguage(plan.title, language)}</a><br><span class="muted small">${moments(plan.startsAt, { places, language })}</span></p>`
  })
  return panel({ title: w.occasions, body: html`${items}` })
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

/** Our own city and our partners', by name where the register knows it. */
export function places({ institutions, peers }: Today) {
  const shown = institutions.filter((i) => i.ours || peers.some((p) => p.institution === i.ror)).slice(0, 3)
  return shown.map(({ zone, city }) => (city.en && city.zh ? { zone, city } : placeOf(zone)))
}
