/** What waits for the person signed in. */
import type { Context } from 'hono'
import { speak } from '#src/platform/i18n/words.ts'
import { calendarDays } from '#src/platform/time.ts'
import {
  daysFor,
  empty,
  type Html,
  html,
  inLanguage,
  type RegisterItem,
  register,
  section,
} from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { nameOf } from './agreements-view.ts'
import type { Today } from './read-today.ts'
import { dutyWords, words } from './words.ts'

/** How many things wait, of all kinds. */
export const waitingCount = ({ waiting, stories, contactNeeded }: Today): number =>
  waiting.length + stories.length + contactNeeded.length

/** Each with its next act; said so where nothing waits. */
export function waitingList(c: Context<WebEnv>, today: Today): Html {
  const { language } = c.var
  const w = speak(words, language)
  if (waitingCount(today) === 0) return empty({ title: w.allDone, text: w.allDoneText })
  const duties = today.waiting.map(({ duty, agreement, href, since }) => ({
    title: inLanguage(agreement.title, language),
    href,
    sub: html`${nameOf(c, today, agreement.partner)} · ${dutyWords[duty][language]}`,
    ...waitingSince(c, since),
    act: { label: w.open, href },
  }))
  const items = [...duties, ...storyItems(c, today), ...contactItems(c, today)]
  return section({ title: w.yourTurn, body: register({ items, label: w.yourTurn }) })
}

/** For how many days something waits, by our own calendar; after a week it is urgent. */
function waitingSince(c: Context<WebEnv>, since: Temporal.Instant): Pick<RegisterItem, 'note' | 'urgent'> {
  const days = calendarDays(since, c.var.now, c.var.house.zone)
  return { note: daysFor(days, c.var.language), urgent: days >= 7 }
}

/** Where nobody leads a partnership on a side any more. */
function contactItems(c: Context<WebEnv>, today: Today): RegisterItem[] {
  const { language } = c.var
  const w = speak(words, language)
  return today.contactNeeded.map((one) => ({
    title: w.contactNeeded,
    href: `/partners/${one.partner}#leads`,
    sub: html`${inLanguage({ en: one.nameEn, zh: one.nameZh }, language)} · ${one.institution === one.partner ? w.theirLeadLeft : w.ourLeadLeft}`,
    act: { label: w.open, href: `/partners/${one.partner}#leads` },
  }))
}

/** Stories to approve, change, publish or answer. */
function storyItems(c: Context<WebEnv>, today: Today): RegisterItem[] {
  const { language } = c.var
  const w = speak(words, language)
  return today.stories.map(({ duty, title, href, since }) => ({
    title: title.en || title.zh ? inLanguage(title, language) : w.untitled,
    href,
    sub: dutyWords[duty][language],
    ...waitingSince(c, since),
    act: { label: w.open, href },
  }))
}
