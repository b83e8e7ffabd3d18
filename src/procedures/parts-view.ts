/** What every page of the procedures begins with: where we are, and the ways to the other parts. */
import type { Context } from 'hono'
import { partnerRefusalWords } from '#src/partners/index.ts'
import { type Language, speak } from '#src/platform/i18n/words.ts'
import { peopleRefusalWords } from '#src/platform/people/index.ts'
import type { Refusal } from '#src/platform/refusal.ts'
import { type Content, head, html, notice, page, refusalText } from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { procedureRefusalWords } from './refusal-words.ts'
import { procedureWords } from './words.ts'

const words = { ...peopleRefusalWords, ...partnerRefusalWords, ...procedureRefusalWords }

export type Part = 'routes' | 'types' | 'templates' | 'clauses' | 'standIns' | 'authority' | 'targets'

const addresses: Record<Part, string> = {
  routes: '/procedures',
  types: '/procedures/types',
  templates: '/procedures/templates',
  clauses: '/procedures/clauses',
  standIns: '/procedures/stand-ins',
  authority: '/procedures/authority',
  targets: '/procedures/targets',
}

/** What else is said: that something was saved, or why not, with what was typed. */
export interface Told {
  done?: boolean
  refusal?: Refusal
  typed?: Partial<Record<string, string>>
}

export function partPage(c: Context<WebEnv>, part: Part, body: Content, told: Told = {}): Response {
  const { language } = c.var
  const w = speak(procedureWords, language)
  const whole = html`${said(told, language)}${head({ title: w[part], over: w.title, meta: w.note })}${ways(part, language)}${body}`
  return page(c, { title: `${w[part]} · ${w.title}`, current: 'procedures', body: whole }, told.refusal?.status)
}

export function said({ done, refusal }: Told, language: Language): Content {
  const w = speak(procedureWords, language)
  if (refusal) return notice({ kind: 'refusal', answer: true, title: refusalText(refusal, words, language) })
  return done ? notice({ kind: 'done', title: w.done, answer: true }) : ''
}

function ways(part: Part, language: Language): Content {
  const w = speak(procedureWords, language)
  const links = (Object.keys(addresses) as Part[]).map(
    (one) => html`<li><a href="${addresses[one]}"${one === part ? html` aria-current="true"` : ''}>${w[one]}</a></li>`,
  )
  return html`<div class="bar small"><nav class="ways" aria-label="${w.parts}"><ul>${links}</ul></nav></div>`
}
