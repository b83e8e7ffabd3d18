/** The register of agreements: found by words and filters that say themselves, kept, exported. */
import type { Context } from 'hono'
import { speak } from '#src/platform/i18n/words.ts'
import { empty, type Html, head, html, linkButton, page } from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { filterForm, viewList } from './entries-filter-view.ts'
import type { EntriesView } from './entries-view.ts'
import { entryList } from './entry-list-view.ts'
import { standingWords } from './entry-value-words.ts'
import { entryWords } from './entry-words.ts'

export function entriesPage(c: Context<WebEnv>, view: EntriesView): Response {
  const w = speak(entryWords, c.var.language)
  const acts =
    view.mayAdd &&
    html`${linkButton({ href: '/imports', label: w.bringIn })}${linkButton({ href: '/register/new', label: w.add, kind: 'primary' })}`
  const whole = Object.values(view.counts).some((n) => n > 0)
  const body = html`${head({ title: w.title, acts, meta: whole ? countLine(c, view) : '' })}${whole ? html`${filterForm(c, view)}${viewList(c, view)}<div id="found">${entryList(c, view)}</div>` : empty({ title: w.empty, text: w.emptyText })}`
  return page(c, { title: w.title, current: 'register', body })
}

/** Counts that link to what they count. */
function countLine(c: Context<WebEnv>, { counts }: EntriesView): Html {
  const shown = (['living', 'ending', 'open_ended', 'expired', 'terminated', 'to_come'] as const).filter(
    (s) => counts[s] > 0,
  )
  return html`${shown.map((s) => html`<span><a href="/register?standing=${s}"><strong>${counts[s]}</strong> ${standingWords[s][c.var.language]}</a></span> `)}`
}
