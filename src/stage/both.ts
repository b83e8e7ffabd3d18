/** Small parts of the stage, in both languages at once and therefore the same for every viewer. */
import type { Bilingual } from '#src/ceremonies/index.ts'
import { clockTime } from '#src/platform/time.ts'
import { attribute, type Html, html, inBoth } from '#src/platform/ui/index.ts'
import type { StageView } from './read-stage.ts'

/** A phrase in English and Chinese, each marked. */
export const both = (phrase: Bilingual): Html => inBoth(phrase, 'en')

/** A phrase as two lines of equal rank. */
export const lines = ({ en, zh }: Bilingual): Html =>
  html`${en && html`<span class="line" lang="en">${en}</span>`} ${zh && html`<span class="line" lang="zh-CN">${zh}</span>`}`

/** The time of an instant in one place: `16:50 Wuhan 武汉`. */
export const inCity = (at: Temporal.Instant, { zone, city }: StageView['plan']['places'][string]): Html =>
  html`<span class="city-time"><time datetime="${at.toString({ smallestUnit: 'second' })}">${clockTime(at, zone)}</time> ${both(city)}</span>`

/** The time of an instant in both cities, the convenor's first: `16:50 Wuhan 武汉 · 09:50 London 伦敦`. */
export function inBothCities({ plan }: Pick<StageView, 'plan'>, at: Temporal.Instant): Html {
  const parts = plan.parties.map((party) => inCity(at, plan.places[party]!))
  return html`${parts.map((part, i) => html`${i > 0 && ' · '}${part}`)}`
}

/** `16:42:07` in the zone of a party's hall. */
export const secondsAt = (at: Temporal.Instant, zone: string): string =>
  at.toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'second' })

/**
 * Time left, counted down by an island against the server's clock; without scripts the hour it ends.
 * @param o.over whether to show how far it is past: for speakers and moderators, never for an audience
 */
export function countdown(o: {
  until: string
  heldAt?: string | null
  over?: boolean
  /** The time at which the page is drawn; left out where it is kept for many. */
  now?: Temporal.Instant
  plan: StageView['plan']
  label: Bilingual
}): Html {
  const at = Temporal.Instant.from(o.until)
  return html`<stage-countdown class="countdown" until="${at.epochMilliseconds}"${held(o.heldAt)}${attribute('over', o.over && 'show')}${attribute('now', o.now?.epochMilliseconds)}><span class="countdown-fixed">${both(o.label)} ${inBothCities(o, at)}</span></stage-countdown>`
}

const held = (heldAt: string | null | undefined): Html =>
  heldAt ? html` held="${Temporal.Instant.from(heldAt).epochMilliseconds}"` : html``

/** How many watch, not to the last one: a number that trembles is read as news. */
export function rounded(n: number): number {
  const step = n < 20 ? 1 : n < 200 ? 5 : n < 2_000 ? 10 : 50
  return Math.round(n / step) * step
}
