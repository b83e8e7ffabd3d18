/** Beside the text: who approved the frozen text, who still has to, and why earlier approvals no longer stand. */
import { speak } from '#src/platform/i18n/words.ts'
import {
  actions,
  type Content,
  form,
  type Html,
  hash,
  hidden,
  html,
  moments,
  notice,
  panel,
  submit,
} from '#src/platform/ui/index.ts'
import { approvalWords } from './decision-words.ts'
import type { ApprovalStep, Negotiation } from './read-negotiation.ts'
import type { Reader } from './reader.ts'
import { seatsHash } from './seats.ts'
import { becauseWords } from './state-words.ts'

/** Approvals of both sides, with a button where the visitor is the one to give the next. */
export function approvalsPanel(n: Negotiation, reader: Reader): Content {
  const { frozen } = n.agreement
  if (!frozen) return ''
  const w = speak(approvalWords, reader.language)
  const lines = n.approvalSteps.map((step) => ourLine(n, step, reader))
  const partner = n.approvals.find((a) => a.side === 'theirs')
  const theirs = html`<li class="side-theirs"><span class="dot" aria-hidden="true"></span>${reader.short.theirs}${colon(reader)}${partner ? when(partner.at, reader) : html`<span class="muted">${w.open}</span>`}</li>`
  const wrote = n.wrote && n.agreement.state === 'frozen' && n.visitor.roles.some((role) => role.name === 'approver')
  return panel({
    title: w.title,
    body: html`<ul class="approvals">${lines}${theirs}</ul>${wrote && html`<p class="small muted">${w.wrote}</p>`}`,
  })
}

function ourLine(n: Negotiation, { key, label }: ApprovalStep, reader: Reader): Html {
  const w = speak(approvalWords, reader.language)
  const { language } = reader
  const step = label[language]
  const given = n.approvals.find((a) => a.side === 'ours' && a.step === key)
  const state = given
    ? html`${w.by(given.byName)} <span class="muted">${when(given.at, reader)}</span>`
    : html`<span class="muted">${w.open}</span>`
  const act =
    n.may.approve.includes(key) &&
    form({
      action: `/agreements/${n.agreement.id}/approvals`,
      label: w.approve(step),
      body: html`<p class="small">${w.approveNote}</p><p>${hash(n.agreement.frozen!.textHash, { language })}</p>${hidden({ step: key, text_hash: n.agreement.frozen!.textHash, seats_hash: seatsHash(n.pins) })}${actions(submit({ label: w.approve(step) }))}`,
    })
  return html`<li class="side-ours"><span class="dot" aria-hidden="true"></span>${reader.short.ours}${language === 'en' ? ', ' : '，'}${step}${colon(reader)}${state}${act}</li>`
}

const colon = ({ language }: Reader) => (language === 'en' ? ': ' : '：')
const when = (at: Temporal.Instant, { places, language }: Reader) => moments(at, { places, language })

/** The approvals cleared last, and why; shown until both sides have approved again. */
export function clearedNotice(n: Negotiation, reader: Reader): Content {
  const last = n.cleared[0]
  if (!last?.cleared_at || !['negotiating', 'frozen'].includes(n.agreement.state)) return ''
  const w = speak(approvalWords, reader.language)
  const why = becauseWords[last.cleared_because as keyof typeof becauseWords]?.[reader.language] ?? ''
  const fell = n.cleared.filter((one) => one.cleared_at?.equals(last.cleared_at!))
  const lines = fell.map((one) => {
    const step = n.approvalSteps.find(({ key }) => key === one.step)?.label[reader.language] ?? w.partnerStep
    return html`<li>${w.wasGiven(reader.short[one.side], step)}${one.by_name && ` (${one.by_name})`}</li>`
  })
  return notice({
    kind: 'warning',
    title: html`${w.cleared}${reader.language === 'en' ? ' ' : '，'}${w.clearedBecause(why)}`,
    body: html`<p>${when(last.cleared_at, reader)}</p><ul class="list">${lines}</ul>`,
  })
}
