/** Agreements that belong to one of the register: above, below, before, after. */
import type { Context } from 'hono'
import { speak } from '#src/platform/i18n/words.ts'
import { type Content, html, inLanguage, section } from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { dayOrNothing } from './entry-dates-view.ts'
import { entryWords } from './entry-words.ts'
import type { EntryView } from './read-entry.ts'

/** Nothing where it has no relatives. */
export function familySection(c: Context<WebEnv>, { entry, relatives }: EntryView): Content {
  if (relatives.length === 0) return ''
  const { language } = c.var
  const w = speak(entryWords, language)
  const how = (r: EntryView['relatives'][number]) =>
    r.id === entry.parent
      ? w.umbrella
      : r.id === entry.renews
        ? w.predecessor
        : r.renews === entry.id
          ? w.successor
          : w.child
  const lines = relatives.map(
    (r) =>
      html`<li><a href="/register/${r.id}">${inLanguage({ en: r.title_en, zh: r.title_zh }, language)}</a> <span class="muted small">${how(r)}${r.ends_on ? html` · ${dayOrNothing(r.ends_on, language)}` : ''}</span></li>`,
  )
  return section({ title: w.family, body: html`<ul class="plain-list">${lines}</ul>` })
}
