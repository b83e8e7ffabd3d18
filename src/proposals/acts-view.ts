/** The buttons of a proposal: exactly those the visitor may press. */
import { type Language, type Phrase, speak } from '#src/platform/i18n/words.ts'
import {
  actButton,
  actions,
  actWithReason,
  type Content,
  dialog,
  form,
  hidden,
  html,
  selectField,
  submit,
  textArea,
} from '#src/platform/ui/index.ts'
import { risks, riskWords } from '#src/procedures/index.ts'
import type { ProposalAct } from './proposal.ts'
import type { ProposalView } from './proposal-page.ts'
import { proposalWords } from './words.ts'

export function proposalActs(
  view: ProposalView,
  language: Language,
  typed: Partial<Record<string, string>> = {},
): Content {
  const w = speak(proposalWords, language)
  const action = `/proposals/${view.proposal.id}/steps`
  const may = (act: ProposalAct) => view.open.includes(act)
  const plain = (act: 'take_up' | 'begin_draft') =>
    actButton({ action, label: w[act], kind: 'primary', values: { act } })
  return html`${may('take_up') && plain('take_up')}${may('begin_draft') && plain('begin_draft')}
    ${may('accept') && acceptDialog(view, action, language, typed)}
    ${may('decline') && ending('decline', action, language)}${may('withdraw') && ending('withdraw', action, language)}`
}

function ending(act: 'decline' | 'withdraw', action: string, language: Language): Content {
  const w = speak(proposalWords, language)
  const words = { open: w[act], title: w[`${act}Title`], explain: w[`${act}Text`], confirm: w[act] }
  return actWithReason({ id: act, action, ...words, language, reason: { label: w.reason }, values: { act } })
}

function acceptDialog(
  { proposal }: ProposalView,
  action: string,
  language: Language,
  typed: Partial<Record<string, string>>,
): Content {
  const w = speak(proposalWords, language)
  const levels = risks.map((risk) => ({ value: risk, label: (riskWords[risk] as Phrase)[language] }))
  const shown = typed.act === 'accept'
  const body = html`<p>${w.acceptText}</p>${selectField({ name: 'risk', label: w.risk, value: typed.risk ?? proposal.risk, options: levels })}${textArea({ name: 'reason', id: 'accept-reason', label: w.reason, value: shown ? typed.reason : '', required: true, rows: 3, maxlength: 4000, wide: true })}${hidden({ act: 'accept' })}${actions(submit({ label: w.accept }))}`
  return dialog({
    id: 'accept',
    open: w.accept,
    kind: 'primary',
    title: w.acceptTitle,
    language,
    shown,
    body: form({ action, body }),
  })
}
