/** The proposals: the office's every one, everybody else's own. */
import type { Context } from 'hono'
import { chosenName, type Institution, type Unit } from '#src/partners/index.ts'
import { speak } from '#src/platform/i18n/words.ts'
import { day, head, html, linkButton, page, table } from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { riskWords } from '#src/procedures/index.ts'
import type { Proposal } from './store.ts'
import { fieldWords, proposalWords, stateWords } from './words.ts'

export interface ProposalsView {
  all: Proposal[]
  institutions: Institution[]
  /** Our tree. */
  units: Unit[]
}

export function proposalsPage(c: Context<WebEnv>, { all, institutions, units }: ProposalsView): Response {
  const { language, house } = c.var
  const w = speak(proposalWords, language)
  const rows = all.map((one) => [
    html`<a href="/proposals/${one.id}">${one.title[language] || one.title.en || one.title.zh}</a>`,
    institutions.find(({ ror }) => ror === one.partner)?.short[language] ?? one.partner,
    chosenName(one, units, language) || html`<span class="muted">${w.whole}</span>`,
    riskWords[one.risk][language],
    one.proposerName,
    day(one.proposedAt, { zone: house.zone, language }),
    stateWords[one.state][language],
  ])
  const labels = [fieldWords.partner[language], fieldWords.unit[language], w.risk, w.by, w.on, w.state]
  const columns = [{ label: w.proposal, head: true }, ...labels.map((label) => ({ label }))]
  const acts = linkButton({ href: '/proposals/start', label: w.start, kind: 'primary' })
  const body = html`${head({ title: w.title, meta: w.note, acts })}${table({ caption: w.caption, captionHidden: true, columns, rows, empty: w.none })}`
  return page(c, { title: w.title, current: 'proposals', body })
}
