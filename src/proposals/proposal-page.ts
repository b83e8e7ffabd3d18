/** One proposal: how far it has come, what was written, and what may be done with it. */
import type { Context } from 'hono'
import { type AgreementState, stateWords as agreementStates } from '#src/agreements/index.ts'
import { chosenName, type Institution, partnerRefusalWords, type Unit } from '#src/partners/index.ts'
import { type Language, speak } from '#src/platform/i18n/words.ts'
import type { Refusal } from '#src/platform/refusal.ts'
import {
  type Content,
  facts,
  head,
  html,
  notice,
  page,
  panel,
  refusalText,
  type Step,
  section,
  steps,
  timeline,
} from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { type AgreementType, riskWords } from '#src/procedures/index.ts'
import { proposalActs } from './acts-view.ts'
import { type ProposalAct, type RiskQuestion, riskQuestions } from './proposal.ts'
import { proposalRefusalWords } from './refusal-words.ts'
import type { Proposal, ProposalStep } from './store.ts'
import { actWords, answerWords, fieldWords, proposalWords, questionWords, stateWords } from './words.ts'

export interface ProposalView {
  proposal: Proposal
  history: ProposalStep[]
  partner: Institution
  us: Institution
  types: AgreementType[]
  /** Our tree. */
  units: Unit[]
  /** What the visitor may do now. */
  open: ProposalAct[]
  /** The state of the agreement it became, and whether the visitor may open that. */
  agreement: { id: string; state: AgreementState; open: boolean } | null
}

export function proposalPage(
  c: Context<WebEnv>,
  view: ProposalView,
  told: { done?: boolean; refusal?: Refusal; typed?: Partial<Record<string, string>> } = {},
): Response {
  const { language } = c.var
  const w = speak(proposalWords, language)
  const { title, proposerName } = view.proposal
  const refused =
    told.refusal &&
    notice({
      kind: 'refusal',
      answer: true,
      title: refusalText(told.refusal, { ...partnerRefusalWords, ...proposalRefusalWords }, language),
    })
  const over = html`<a href="/proposals">${w.title}</a> · ${view.partner.name[language] || view.partner.name.en}`
  const name = title[language] || title.en || title.zh
  const body = html`${told.done && notice({ kind: 'done', title: w.done, answer: true })}${refused}
    ${head({
      title: name,
      titleLang: title[language] ? undefined : title.en ? 'en' : 'zh-CN',
      over,
      meta: `${w.by} ${proposerName}`,
      acts: proposalActs(view, language, told.typed),
    })}
    ${written(view, language)}${risksSection(view.proposal, language)}${happened(view, language)}`
  const aside = html`${progress(view, language)}${linked(view, language)}`
  return page(c, { title: name, current: 'proposals', body, aside }, told.refusal?.status)
}

/** From the proposal to the draft; what ended it where it ended. */
function progress({ proposal }: ProposalView, language: Language): Content {
  const w = speak(proposalWords, language)
  const way = ['proposed', 'assessment', 'accepted', 'drafting'] as const
  const ended = proposal.state === 'declined' || proposal.state === 'withdrawn'
  const at = ended ? 1 : way.indexOf(proposal.state as (typeof way)[number])
  const all: Step[] = way.map((state, i) => ({
    label: stateWords[state][language],
    state: i < at ? 'done' : i === at && !ended ? (state === 'drafting' ? 'done' : 'half') : 'open',
  }))
  const end: Step[] = ended ? [{ label: stateWords[proposal.state][language], state: 'done' }] : []
  return steps({ title: w.progress, steps: ended ? [...all.slice(0, 1), ...end] : all, language })
}

function linked({ agreement }: ProposalView, language: Language): Content {
  if (!agreement) return ''
  const state = agreementStates[agreement.state][language]
  const name = agreement.open ? html`<a href="/agreements/${agreement.id}">${state}</a>` : state
  return panel({ title: proposalWords.agreement[language], body: html`<p>${name}</p>` })
}

function written({ proposal, partner, types, units }: ProposalView, language: Language): Content {
  const f = speak(fieldWords, language)
  const w = speak(proposalWords, language)
  const { value, currency } = proposal
  const money =
    value === null ? '–' : `${new Intl.NumberFormat(language === 'en' ? 'en-GB' : 'zh-CN').format(value)} ${currency}`
  const said = (text: string) => html`<span class="as-written">${text}</span>`
  return facts([
    { label: f.partner, value: partner.name[language] || partner.name.en },
    { label: f.kind, value: types.find(({ key }) => key === proposal.kind)?.name[language] ?? proposal.kind },
    { label: f.unit, value: chosenName(proposal, units, language) || w.whole },
    { label: f.purpose, value: said(proposal.purpose) },
    { label: f.fit, value: said(proposal.fit) },
    { label: f.resources, value: said(proposal.resources) },
    { label: f.value, value: money },
    { label: f.results, value: said(proposal.results) },
    { label: f.interest, value: said(proposal.interest) },
  ])
}

function risksSection({ answers, risk }: Proposal, language: Language): Content {
  const w = speak(proposalWords, language)
  const rows = (Object.keys(riskQuestions) as RiskQuestion[]).map((key) => {
    const { answer, measure } = answers[key]
    return {
      label: questionWords[key][language],
      value: html`${answerWords[answer][language]}${measure && html`: <span class="as-written">${measure}</span>`}`,
    }
  })
  return section({ title: w.risks, note: `${w.risk}: ${riskWords[risk][language]}`, body: facts(rows) })
}

function happened({ history, us, partner }: ProposalView, language: Language): Content {
  const w = speak(proposalWords, language)
  const entries = history.map(({ act, byName, reason, at }) => ({
    at,
    what: html`${actWords[act as ProposalAct][language]}${reason && html`: <span class="as-written">${reason}</span>`}`,
    who: byName,
    side: 'ours' as const,
  }))
  const places = [us, partner].map(({ zone, city }) => ({ zone, city }))
  return section({ title: w.history, body: timeline({ entries, places, language, label: w.history }) })
}
