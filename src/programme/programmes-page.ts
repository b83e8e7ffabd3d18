/** All programmes, the latest first. */

import type { Context } from 'hono'
import { speak } from '#src/platform/i18n/words.ts'
import { dayWords } from '#src/platform/time.ts'
import { empty, head, html, linkButton, page, register } from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import type { Programme } from './store.ts'
import { programmeStateWords, programmeWords } from './words.ts'

export function programmesPage(c: Context<WebEnv>, all: Programme[], mayKeep: boolean): Response {
  const { language } = c.var
  const w = speak(programmeWords, language)
  const items = all.map((p) => ({
    title: programmeName(p, language),
    href: `/programmes/${p.id}`,
    sub: `${dayWords(p.starts_on, language)} – ${dayWords(p.ends_on, language)}`,
    note: programmeStateWords[p.state][language],
  }))
  const acts = mayKeep && linkButton({ href: '/programmes/new', label: w.add })
  const list = items.length > 0 ? register({ items, label: w.title }) : empty({ title: w.none, text: w.noneText })
  return page(c, { title: w.title, current: 'partners', body: html`${head({ title: w.title, acts })}${list}` })
}

/** In the reader's language where it has a name in it. */
export const programmeName = (p: { name_en: string; name_zh: string }, language: 'en' | 'zh'): string =>
  language === 'en' ? p.name_en || p.name_zh : p.name_zh || p.name_en
