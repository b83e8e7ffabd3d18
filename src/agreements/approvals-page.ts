/** Beside the text: our way of approval and who decided what on it, the partner's approval, and why earlier ones no longer stand. */
import { colon, comma, type Phrase, speak } from '#src/platform/i18n/words.ts'
import { type Content, type Html, html, moments, notice, panel, person } from '#src/platform/ui/index.ts'
import { waitingDays } from './approval-wait.ts'
import { decisionForms } from './approve-view.ts'
import { clockWords } from './clock-words.ts'
import { approvalWords } from './decision-words.ts'
import type { ShownStep } from './read-approving.ts'
import type { Negotiation } from './read-negotiation.ts'
import type { Reader } from './reader.ts'
import { becauseWords } from './state-words.ts'

/** Approvals of both sides, with the forms to decide where the visitor is to decide. Before freezing, the way there would be. */
export function approvalsPanel(n: Negotiation, reader: Reader): Content {
  const { frozen } = n.agreement
  if (!frozen && !n.staff) return ''
  const w = speak(approvalWords, reader.language)
  const partner = n.approvals.find((a) => a.side === 'theirs')
  const theirs =
    frozen &&
    html`<li class="side-theirs"><span class="dot" aria-hidden="true"></span>${reader.short.theirs}${colon[reader.language]}${partner ? when(partner.at, reader) : html`<span class="muted">${w.open}</span>`}</li>`
  const barred = n.wrote && n.agreement.state === 'frozen' && n.visitor.roles.some((role) => role.name === 'approver')
  const name = said(n.routeName, reader)
  const way = frozen ? name && w.routeFixed(name) : w.routeExpected(name || w.routeUsual)
  return panel({
    title: frozen ? w.title : w.expected,
    body: html`${way && html`<p class="small muted">${way}</p>`}<ul class="approvals">${n.approvalSteps.map((step, at) => ourLine(n, step, at, reader))}${theirs}</ul>${barred && html`<p class="small muted">${w.wrote}</p>`}`,
  })
}

const said = (phrase: Phrase, { language }: Reader) => phrase[language] || phrase.en || phrase.zh

function ourLine(n: Negotiation, step: ShownStep, at: number, reader: Reader): Html {
  const w = speak(approvalWords, reader.language)
  const given = n.approvals.find((a) => a.side === 'ours' && a.step === step.key)
  const label = said(step.label, reader)
  const before = n.approvalSteps[at - 1]
  const place = before && (before.stage === step.stage ? w.beside : w.afterwards)
  const state = given
    ? html`${given.instead ? w.byInstead(given.byName, given.instead.name) : w.by(given.byName)} <span class="muted">${when(given.at, reader)}</span>`
    : html`${n.agreement.frozen && html`<span class="muted">${step.open ? w.open : w.later}</span>`}${holders(n, step, reader)}${waiting(n, step, reader)}`
  return html`<li class="side-ours"><span class="dot" aria-hidden="true"></span>${place && html`<span class="visually-hidden">${place}</span>`}${reader.short.ours}${comma[reader.language]}${label}${place && html` <span class="muted small">(${place})</span>`}${colon[reader.language]}${state}${decisionForms(n, step, label, reader)}</li>`
}

/** Who is asked; or that nobody can be. For the office alone. */
function holders(n: Negotiation, step: ShownStep, reader: Reader): Content {
  if (!n.staff) return ''
  const w = speak(approvalWords, reader.language)
  if (step.holders.length === 0) return html` <span class="bad small">${w.nobodyHolds}</span>`
  const shown = step.holders.slice(0, 4).map((name, i) => html`${i > 0 ? ', ' : ''}${person(name)}`)
  return html` <span class="small muted">${shown}${step.holders.length > 4 ? ' …' : ''}</span>`
}

/** For how many days an open step waits, and whether that is too long; on our side, for the office alone. */
function waiting(n: Negotiation, step: ShownStep, reader: Reader): Content {
  const days =
    n.staff && step.open
      ? waitingDays(n.approvalSteps, n.approvals, n.agreement.frozen!.at, { step, now: reader.now })
      : 0
  if (days === 0) return ''
  const w = speak(clockWords, reader.language)
  const target = step.days ?? n.targets.approving
  const late = days > target && html` <strong class="bad">${w.tooLong(target)}</strong>`
  return html` <span class="small muted">${w.running(String(days))}</span>${late}`
}

const when = (at: Temporal.Instant, { places, language }: Reader) => moments(at, { places, language })

/** The latest no, until a later text is frozen. */
export function rejectedNotice(n: Negotiation, reader: Reader): Content {
  const last = n.rejections[0]
  if (!last || last.version !== n.agreement.version || n.agreement.frozen) return ''
  const w = speak(approvalWords, reader.language)
  const who = last.forName ? w.byInstead(last.byName, last.forName) : w.rejectedBy(last.byName)
  return notice({
    kind: 'warning',
    title: w.rejected(said(last.label, reader) || last.step),
    body: html`<p>${who} <span class="muted">${when(last.at, reader)}</span></p><p class="as-written">${last.reason}</p><p class="small muted">${w.rejectedNote}</p>`,
  })
}

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
