/** The meeting in a few lines, on pages about something else. */
import { speak } from '#src/platform/i18n/words.ts'
import { type Content, html, moments, panel } from '#src/platform/ui/index.ts'
import type { JoinOffer } from './join-offer.ts'
import { joinButton } from './meeting-page.ts'
import { meetingWords } from './meeting-words.ts'
import type { Reader } from './reader.ts'

/** One line on the page of the plan; the button itself stands on the meeting's own page. */
export function joinLine(offer: JoinOffer, at: string, { language, places }: Reader): Content {
  const w = speak(meetingWords, language)
  if (offer.standing === 'over') return html`<p class="muted">${w.over}</p>`
  const when = offer.standing === 'early' && html`${w.early} ${moments(offer.opensAt, { places, language })} · `
  return html`<p>${when}<a href="${at}/meeting">${w.join}</a></p>`
}

/** The same in a few lines, for a page about something else. The page must name the host as `meeting`. */
export function joinPanel(offer: JoinOffer, { language, places }: Reader): Content {
  const w = speak(meetingWords, language)
  if (offer.standing === 'over') return ''
  const body =
    offer.standing === 'early'
      ? html`<p>${w.early} ${moments(offer.opensAt, { places, language })}</p>`
      : joinButton(offer, w.join)
  return panel({ title: w.title, body: html`${body}<p class="muted small">${w.leads(new URL(offer.host).host)}</p>` })
}
