/** How a partnership came to where it stands. */
import type { Context } from 'hono'
import { speak } from '#src/platform/i18n/words.ts'
import { type Content, html, section, timeline } from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { stepWords } from './partnership-words.ts'
import type { Partner } from './read-partner.ts'
import { partnerWords } from './words.ts'

/** Nothing where there is no partnership. */
export function stepsSection(c: Context<WebEnv>, { partnership, steps, institution, us }: Partner): Content {
  if (!partnership) return ''
  const { language } = c.var
  const w = speak(partnerWords, language)
  const entries = steps.map((step) => ({
    at: step.at,
    what: stepWords[step.act as keyof typeof stepWords]?.[language] ?? step.act,
    who: step.by_name || w.bySigning,
    note: html`${step.reason}${step.evidence && html` <span class="muted">${w.decidedIn(step.evidence)}</span>`}${step.agreement && html`<a href="/agreements/${step.agreement}">${w.evidence}</a>`}`,
    side: 'ours' as const,
  }))
  const places = [us, institution].map(({ zone, city }) => ({ zone, city }))
  const list =
    entries.length > 0
      ? timeline({ entries, places, language, label: w.steps })
      : html`<p class="muted">${w.noSteps}</p>`
  return section({ title: w.steps, body: list })
}
