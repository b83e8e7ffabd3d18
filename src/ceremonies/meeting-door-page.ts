/** Where the partner's people arrive with a pass: one more press, and they are in. */
import type { Context } from 'hono'
import { speak } from '#src/platform/i18n/words.ts'
import { head, html, notice, page } from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import type { JoinOffer } from './join-offer.ts'
import { joinButton, type Problem, titleOf } from './meeting-page.ts'
import { meetingWords } from './meeting-words.ts'
import type { Entering } from './read-entering.ts'

/** Where the partner's people arrive with a pass: one more press, and they are in. */
export function doorPage(
  c: Context<WebEnv>,
  o: { entering: Entering; host: string | null; action: string; problem?: Problem },
): Response {
  const { language } = c.var
  const w = speak(meetingWords, language)
  const { plan, person, partner } = o.entering
  if (o.host) c.set('meeting', o.host)
  const offer = { action: o.action } as JoinOffer
  const body = html`${o.problem && notice({ kind: 'refusal', answer: true, title: o.problem.text })}
    ${head({ title: w.title, over: titleOf(plan, language), meta: html`<p>${w.as(person.name)} <span class="muted" translate="no">${partner.short[language]}</span></p>` })}
    ${o.host ? html`<p class="muted">${w.leads(new URL(o.host).host)}</p>${joinButton(offer, w.join)}` : html`<p>${w.none}</p>`}`
  return page(c, { title: w.title, kind: 'plain', body }, o.problem?.status)
}
