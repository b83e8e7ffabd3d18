/** Today: what waits for the person signed in, what is under way, and what the nodes say of each other. */
import type { Context } from 'hono'
import { speak } from '#src/platform/i18n/words.ts'
import { head, html, moments, page } from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { concludedList, endingList, underWayList } from './agreements-view.ts'
import { lookAtList } from './look-at-view.ts'
import type { Today } from './read-today.ts'
import { places, todayAside } from './today-aside-view.ts'
import { waitingCount, waitingList } from './waiting-view.ts'
import { words } from './words.ts'

export function todayPage(c: Context<WebEnv>, today: Today): Response {
  const w = speak(words, c.var.language)
  const over = moments(c.var.now, { places: places(today), language: c.var.language })
  const body = html`${head({ title: w.waits(waitingCount(today)), over })}
    ${waitingList(c, today)}${endingList(c, today)}${lookAtList(c, today)}
    ${underWayList(c, today)}${concludedList(c, today)}`
  return page(c, { title: w.title, current: 'today', body, aside: today.office ? todayAside(c, today) : undefined })
}
