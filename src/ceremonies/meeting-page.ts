/** The page with the Join button. Nothing outside the node is asked for before it is pressed. */
import type { Context } from 'hono'
import { type Language, speak } from '#src/platform/i18n/words.ts'
import type { Refusal } from '#src/platform/refusal.ts'
import { type Content, empty, head, html, link, linkButton, moments, notice, page } from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import type { JoinOffer } from './join-offer.ts'
import { meetingWords } from './meeting-words.ts'
import type { Plan } from './plan.ts'
import { type Reader, readerOf } from './reader.ts'

export type Problem = { text: string; status: Refusal['status'] }

/** The title in a language, or in the other where there is none. */
export const titleOf = (plan: Plan, language: Language) => plan.title[language] || plan.title.en || plan.title.zh

/** The meeting of a ceremony, for whoever may enter it. */
export function meetingPage(
  c: Context<WebEnv>,
  o: {
    seen: Parameters<typeof readerOf>[0]
    offer: JoinOffer | null
    name: string
    moderates: boolean
    problem?: Problem
  },
): Response {
  const { language } = c.var
  const w = speak(meetingWords, language)
  const { plan } = o.seen
  const reader = readerOf(o.seen, language, c.var.now)
  if (o.offer) c.set('meeting', o.offer.host)
  const stage = linkButton({ href: `/live/${plan.id}`, label: w.stage, kind: 'quiet' })
  const over = html`<a href="/ceremonies/${plan.id}">${titleOf(plan, language)}</a>`
  const meta = o.offer ? html`<p>${w.as(o.name)} ${o.moderates && w.moderating}</p>` : ''
  const body = html`${o.problem && notice({ kind: 'refusal', answer: true, title: o.problem.text })}
    ${head({ title: w.title, over, meta, acts: stage })}
    ${o.offer ? joinWays(o.offer, reader) : empty({ title: w.none, text: w.noneText })}`
  return page(c, { title: w.title, current: 'ceremonies', body }, o.problem?.status)
}

function joinWays(offer: JoinOffer, { language, places }: Reader): Content {
  const w = speak(meetingWords, language)
  if (offer.standing === 'over') return html`<p>${w.over}</p>`
  const leads = offer.inPage || offer.kind === 'link' ? w.leads : w.through
  const said = html`<p class="muted">${leads(new URL(offer.host).host)}</p>`
  if (offer.standing === 'early') return html`<p>${w.early} ${moments(offer.opensAt, { places, language })}</p>${said}`
  if (!offer.inPage) return html`<div class="spaced">${said}${joinButton(offer, w.join)}</div>`
  return html`<div class="spaced">${said}<div class="row">${joinButton(offer, w.joinHere, 'meeting')}${joinButton(offer, w.joinApart, '_blank')}</div>
    <iframe class="meeting" name="meeting" title="${w.frame}" allow="camera; microphone; display-capture; autoplay; fullscreen"></iframe></div>`
}

/** The button: it posts, and the answer leads on. @param target where the answer opens */
export function joinButton({ action }: JoinOffer, label: string, target?: string): Content {
  const kind = target === '_blank' ? 'plain' : 'primary'
  const where = target ? html` target="${target}"` : ''
  return html`<form class="act" action="${link(action)}" method="post"${where}><button type="submit" class="button ${kind}">${label}</button></form>`
}
