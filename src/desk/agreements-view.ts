/** Agreements on their way, and those that end soon. */
import type { Context } from 'hono'
import type { Registered } from '#src/agreements/index.ts'
import { stateWords } from '#src/agreements/index.ts'
import { speak } from '#src/platform/i18n/words.ts'
import { dateWords } from '#src/platform/time.ts'
import { type Content, html, inLanguage, register, section } from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import type { Today } from './read-today.ts'
import { words } from './words.ts'

/** Nothing where none ends soon. */
export function endingList(c: Context<WebEnv>, { ending, day }: Today): Content {
  if (!ending || ending.rows.length === 0) return ''
  const { language } = c.var
  const w = speak(words, language)
  const items = ending.rows.map((row) => {
    const days = day.until(row.ends_on!).days
    return {
      title: inLanguage({ en: row.title_en, zh: row.title_zh }, language),
      href: `/register/${row.id}`,
      sub: inLanguage({ en: row.name_en, zh: row.name_zh }, language),
      note: `${dateWords(row.ends_on!.toZonedDateTime('UTC').toInstant(), 'UTC', language)}`,
      urgent: days <= 90,
    }
  })
  const note = html`<a href="/register?standing=ending">${w.endingOf(ending.counts.ending, ending.counts.living)}</a>`
  return section({ title: w.ending, note, body: register({ items, label: w.ending }) })
}

/** Nothing where none is wanted. */
export function agreementList(
  c: Context<WebEnv>,
  today: Today,
  title: string,
  wanted: (a: Registered) => boolean,
): Content {
  const { language } = c.var
  const w = speak(words, language)
  const items = today.agreements.filter(wanted).map((a) => ({
    title: inLanguage(a.title, language),
    href: `/agreements/${a.id}`,
    sub: html`${nameOf(c, today, a.partner)}${a.version > 0 ? ` · ${w.version(a.version)}` : ''}`,
    note: stateWords[a.state][language],
    dot: 'plain' as const,
  }))
  return items.length > 0 && section({ title, body: register({ items, label: title }) })
}

/** A university by name, where the register knows it. */
export const nameOf = (c: Context<WebEnv>, today: Today, ror: string): Content => {
  const found = today.institutions.find((i) => i.ror === ror)
  return found ? inLanguage(found.name, c.var.language) : ror
}
