/** Beside the text: whose turn it is and for how many days, what still waits to reach the partner, and the way to signature. */
import { comma, speak } from '#src/platform/i18n/words.ts'
import { calendarDays } from '#src/platform/time.ts'
import {
  type Content,
  day,
  daysFor,
  type Html,
  html,
  moments,
  notice,
  type Step,
  steps,
} from '#src/platform/ui/index.ts'
import { isOfficer } from './access.ts'
import { turnWords, wayWords } from './negotiation-words.ts'
import type { Negotiation } from './read-negotiation.ts'
import type { Reader } from './reader.ts'

/** Whose turn it is, while anybody has the pen. */
export function turnNotice(n: Negotiation, reader: Reader): Content {
  const { agreement, versions } = n
  if (agreement.state !== 'drafting' && agreement.state !== 'negotiating') return ''
  const w = speak(turnWords, reader.language)
  const ours = agreement.turn === 'ours'
  const days = calendarDays(agreement.turnSince, reader.now, reader.places[0]!.zone)
  const since = days === 0 ? w.since : w.forDays(daysFor(days, reader.language))
  const who = ours ? (isOfficer(n.visitor) ? w.ours : w.oursReader) : w.theirs(reader.short.theirs)
  const last = versions.at(-1)
  const sent = last && (last.side === 'theirs' ? w.theySent(reader.short.theirs, last.number) : w.weSent(last.number))
  const when = moments(last?.sent_at ?? n.startedAt, { places: reader.places, language: reader.language })
  const note = last?.note && html`<p class="as-written">${w.noted}: ${last.note}</p>`
  return notice({
    kind: ours ? 'turn' : 'waiting',
    title: html`${who}<span class="lighter">${comma[reader.language]}${since}</span>`,
    body: html`<p>${sent ?? w.nothingSent}${comma[reader.language]}${when}</p>${note}`,
  })
}

/** What has not reached the partner's node yet. */
export function waitingNotice(n: Negotiation, reader: Reader): Content {
  const { count, since } = n.waiting
  if (count === 0 || !since) return ''
  const w = speak(turnWords, reader.language)
  const at = moments(since, { places: reader.places, language: reader.language })
  return notice({
    kind: 'waiting',
    title: w.waiting(reader.short.theirs),
    body: html`<p>${w.waitingText(count)} ${at}${reader.language === 'en' ? '.' : '。'}</p><p>${w.waitingNext}</p>`,
  })
}

/** The way to signature: what is done with its date, what is under way, what is to come. */
export function waySteps(n: Negotiation, reader: Reader): Html {
  const w = speak(wayWords, reader.language)
  const { agreement, freezes } = n
  const signed = agreement.state === 'signed' || agreement.state === 'concluded'
  const settled = !['drafting', 'negotiating'].includes(agreement.state)
  const on = (at: Temporal.Instant | undefined | null) =>
    at ? day(at, { zone: reader.places[0]!.zone, language: reader.language }) : undefined
  const first = n.versions[0]?.sent_at
  const span = [first ?? n.startedAt, agreement.frozen?.at ?? reader.now] as const
  const negotiating = daysFor(calendarDays(...span, reader.places[0]!.zone), reader.language)
  const all: Step[] = [
    { label: w.started, state: 'done', note: on(n.startedAt) },
    { label: w.negotiating, state: settled ? 'done' : 'half', note: negotiating },
    { label: w.frozen, state: settled ? 'done' : freezes.length > 0 ? 'half' : 'open', note: on(agreement.frozen?.at) },
    ...approvalSteps(n, reader),
    {
      label: w.signed,
      state: signed ? 'done' : agreement.state === 'signing' ? 'half' : 'open',
      note: on(n.effect?.signedAt ?? agreement.concludedAt),
    },
    ...effectSteps(n, reader, on),
  ]
  return steps({ title: w.title, steps: all, language: reader.language })
}

/** One more step where the text asks for both logs. */
function effectSteps(
  { agreement, shown, effect }: Negotiation,
  reader: Reader,
  on: (at: Temporal.Instant | null) => Step['note'],
): Step[] {
  if (shown?.text.effect !== 'both_signatures_and_logs') return []
  const state = agreement.state === 'concluded' ? 'done' : effect ? 'half' : 'open'
  return [{ label: wayWords.inBothLogs[reader.language], state, note: on(agreement.concludedAt) }]
}

function approvalSteps(n: Negotiation, reader: Reader): Step[] {
  const w = speak(wayWords, reader.language)
  const given = (side: 'ours' | 'theirs', step?: string) =>
    n.approvals.find((a) => a.side === side && (step === undefined || a.step === step))
  const state = (done: boolean) => (done ? 'done' : n.agreement.state === 'frozen' ? 'half' : 'open')
  const note = (at: Temporal.Instant | undefined) =>
    at ? day(at, { zone: reader.places[0]!.zone, language: reader.language }) : undefined
  const partner = given('theirs')
  return [
    ...n.approvalSteps.map(({ key, label, open }): Step => {
      const approval = given('ours', key)
      const words = w.approved(reader.short.ours, label[reader.language])
      return { label: words, state: approval ? 'done' : open ? 'half' : 'open', note: note(approval?.at), side: 'ours' }
    }),
    {
      label: w.approvedByPartner(reader.short.theirs),
      state: state(Boolean(partner)),
      note: note(partner?.at),
      side: 'theirs',
    },
  ]
}
