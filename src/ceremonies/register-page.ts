/** The register of ceremonies: to come, held, called off. */
import type { Context } from 'hono'
import type { Institution } from '#src/partners/index.ts'
import { speak } from '#src/platform/i18n/words.ts'
import {
  type Content,
  empty,
  head,
  html,
  inLanguage,
  linkButton,
  moments,
  page,
  section,
  table,
  tag,
} from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import type { CeremonyState, Plan } from './plan.ts'
import type { Times } from './record-store.ts'
import { kindWords, registerWords, stateWords } from './words.ts'

const groups: [title: 'upcoming' | 'past' | 'off', states: CeremonyState[]][] = [
  ['upcoming', ['live', 'planning', 'confirmed']],
  ['past', ['held', 'closed']],
  ['off', ['postponed', 'cancelled']],
]

export interface CeremonyRegister {
  all: Plan[]
  /** When those that were held really were. */
  times: Map<string, Times>
  known: Institution[]
  mayStart: boolean
}

export function registerPage(c: Context<WebEnv>, register: CeremonyRegister): Response {
  const { all, mayStart } = register
  const w = speak(registerWords, c.var.language)
  const start = mayStart ? linkButton({ href: '/ceremonies/new', label: w.start, kind: 'primary' }) : undefined
  const shown = groups.flatMap(([title, states]): Content[] => {
    const these = all.filter(({ state }) => states.includes(state))
    // What is to come is read from the next one on, what is past from the last one back.
    const ordered = title === 'upcoming' ? these.toReversed() : these
    return these.length > 0 ? [section({ title: w[title], body: listed(c, ordered, register, title) })] : []
  })
  const body = html`${head({ title: w.title, acts: all.length > 0 ? start : undefined })}
    ${all.length > 0 ? shown : empty({ title: w.emptyTitle, text: w.emptyText, acts: start })}`
  return page(c, { title: w.title, current: 'ceremonies', body })
}

function listed(
  c: Context<WebEnv>,
  all: Plan[],
  { known, times }: Pick<CeremonyRegister, 'known' | 'times'>,
  group: (typeof groups)[number][0],
): Content {
  const { language } = c.var
  const w = speak(registerWords, language)
  const us = known.find(({ ours }) => ours)!
  const rows = all.map((plan) => {
    const partner = known.find(({ ror }) => ror === plan.partner)
    const places = [us.ror, plan.partner].map((party) => plan.places[party]!)
    return [
      html`<a class="register-title" href="/ceremonies/${plan.id}">${inLanguage(plan.title, language)}</a><br><span class="muted small">${kindWords[plan.kind][language]}</span>`,
      partner ? html`<a href="/partners/${partner.ror}">${inLanguage(partner.name, language)}</a>` : plan.partner,
      moments(times.get(plan.id)?.startedAt ?? plan.startsAt, { places, language }),
      html`${stateWords[plan.state][language]} ${!plan.sharedAt && tag(w.unshared)}`,
    ]
  })
  const columns = [
    { label: w.ceremony, head: true },
    { label: w.partner },
    { label: group === 'past' ? w.began : w.when },
    { label: w.state },
  ]
  return table({ caption: w[group], captionHidden: true, columns, rows })
}
