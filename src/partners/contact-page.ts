/** One person: names, posts with their dates, how to reach them and why we may. */
import type { Context } from 'hono'
import { speak } from '#src/platform/i18n/words.ts'
import type { Refusal } from '#src/platform/refusal.ts'
import { head, html, linkButton, notice, page, person } from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { newPostSection } from './new-post-view.ts'
import { personWords } from './person-words.ts'
import { postsSection } from './posts-view.ts'
import { reachAside } from './reach-view.ts'
import type { Contact } from './read-contact.ts'

export interface Told {
  done?: boolean
  problem?: { text: string; status: Refusal['status'] }
}

export function contactPage(c: Context<WebEnv>, contact: Contact, told: Told = {}): Response {
  const { language } = c.var
  const w = speak(personWords, language)
  const { person: p, officer } = contact
  const heading = head({
    over: html`<a href="/contacts">${w.title}</a>`,
    title: person({ latin: p.name_latin, native: p.name_native }),
    acts: officer && linkButton({ href: `/contacts/${p.id}/edit`, label: w.edit }),
  })
  const body = html`${told.done && notice({ kind: 'done', title: w.done, answer: true })}${told.problem && notice({ kind: 'refusal', answer: true, title: told.problem.text })}
    ${heading}${postsSection(c, contact)}${officer ? newPostSection(c, contact) : ''}`
  return page(
    c,
    { title: p.name_latin, current: 'contacts', body, aside: reachAside(c, contact) },
    told.problem?.status,
  )
}
