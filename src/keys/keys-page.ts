/** The keys page, for administrators: how everything stands in plain words, what waits, and what can be proposed. */
import type { Context } from 'hono'
import { type Language, speak } from '#src/platform/i18n/words.ts'
import type { Refusal } from '#src/platform/refusal.ts'
import {
  type Html,
  head,
  html,
  linkButton,
  moments,
  notice,
  type Place,
  page,
  placeOf,
  refusalText,
} from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { certificatesSection } from './certificates-view.ts'
import { actsHistory, openActs } from './key-acts-view.ts'
import { partnerRootsSection } from './partner-roots-view.ts'
import type { KeysView } from './read-keys.ts'
import { keyRefusalWords } from './refusal-words.ts'
import { rootSection } from './root-view.ts'
import { keyWords } from './words.ts'

export interface Reader {
  language: Language
  places: Place[]
}

export function keysPage(c: Context<WebEnv>, view: KeysView, refusal?: Refusal): Response {
  const { language } = c.var
  const w = speak(keyWords, language)
  const places = [view.us, ...view.others]
    .slice(0, 2)
    .map(({ zone, city }) => (city.en ? { zone, city } : placeOf(zone)))
  const reader = { language, places }
  const body = html`
    ${head({ title: w.title, meta: html`<p>${w.intro}</p><p class="small">${w.guide}</p>` })}
    ${refusal && notice({ kind: 'refusal', answer: true, title: refusalText(refusal, keyRefusalWords, language) })}
    ${standing(view, reader)}
    ${openActs(view, reader)}
    ${rootSection(view, reader)}
    ${certificatesSection(view, reader)}
    ${partnerRootsSection(view, reader)}
    ${actsHistory(view, reader)}`
  return page(c, { title: w.title, current: 'keys', body }, refusal?.status)
}

/** The one sentence most people came for, and what is urgent. */
function standing(view: KeysView, { language, places }: Reader): Html {
  const w = speak(keyWords, language)
  const people = linkButton({ href: '/people', label: w.people })
  const alone = view.keepers < 2 && notice({ kind: 'warning', title: w.oneKeeper, body: w.oneKeeperText, acts: people })
  const waiting =
    view.partnerRoots.some(({ decision }) => !decision) &&
    notice({ kind: 'turn', title: w.rootWaiting, body: w.rootWaitingText })
  return html`${waiting}${alone}${rootNotice(view, { language, places })}`
}

function rootNotice({ roots, copied }: KeysView, { language, places }: Reader): Html {
  const w = speak(keyWords, language)
  const root = roots.find(({ retired_at }) => !retired_at)!
  if (!root.keyHere) return notice({ kind: 'done', title: w.rootAway, body: w.rootAwayText })
  if (root.key_until) {
    const body = html`${w.rootVisitingText}: ${moments(root.key_until, { places, language })}`
    return notice({ kind: 'waiting', title: w.rootVisiting, body })
  }
  return copied
    ? notice({ kind: 'note', title: w.rootHere, body: w.rootHereText })
    : notice({ kind: 'warning', title: w.noCopy, body: w.noCopyText })
}
