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

/** Nothing where none is under way. */
export const underWayList = (c: Context<WebEnv>, today: Today): Content =>
  agreementList(
    c,
    today,
    words.underWay[c.var.language],
    today.agreements.filter(({ state }) => state !== 'concluded'),
  )

/** Of what was concluded the latest; the register has all. */
const latest = 5

/** Nothing where none was concluded yet. */
export function concludedList(c: Context<WebEnv>, today: Today): Content {
  const concluded = today.agreements
    .filter(({ state }) => state === 'concluded')
    .toSorted((a, b) => Temporal.Instant.compare(b.concludedAt!, a.concludedAt!))
  const w = speak(words, c.var.language)
  const all = concluded.length > latest && html`<a href="/agreements">${w.allOf(concluded.length)}</a>`
  return agreementList(c, today, w.concluded, concluded.slice(0, latest), all)
}

function agreementList(
  c: Context<WebEnv>,
  today: Today,
  title: string,
  shown: Registered[],
  note: Content = '',
): Content {
  const { language } = c.var
  const w = speak(words, language)
  const items = shown.map((a) => ({
    title: inLanguage(a.title, language),
    href: `/agreements/${a.id}`,
    sub: html`${nameOf(c, today, a.partner)}${a.version > 0 ? ` · ${w.version(a.version)}` : ''}`,
    note: stateWords[a.state][language],
    dot: 'plain' as const,
  }))
  return items.length > 0 && section({ title, note, body: register({ items, label: title }) })
}

/** A university by name, where the register knows it. */
export const nameOf = (c: Context<WebEnv>, today: Today, ror: string): Content => {
  const found = today.institutions.find((i) => i.ror === ror)
  return found ? inLanguage(found.name, c.var.language) : ror
}
