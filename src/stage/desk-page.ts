/** The signatory's desk: where we are, when it is time, and the way to the real signing or to its rehearsal. */
import { colon, comma, speak } from '#src/platform/i18n/words.ts'
import { passkeyForm } from '#src/platform/people/index.ts'
import {
  actButton,
  circle,
  type Html,
  html,
  inBoth,
  linkButton,
  liveRegion,
  nothing,
  notice,
  person,
  type View,
} from '#src/platform/ui/index.ts'
import { deskHead, deskTitle, onStage } from './desk-head.ts'
import type { BackstageView } from './read-console.ts'
import type { SeatShown } from './read-signing.ts'
import { stageWords } from './stage-words.ts'
import { consoleWords, deskWords } from './words.ts'

export interface DeskView extends BackstageView {
  /** Seats the visitor may press for. */
  seats: string[]
  standIn: boolean
  /** Whether the visitor holds a passkey. */
  passkey: boolean
  problem?: string
}

export function deskPage(view: DeskView): View {
  const { language } = view.reader
  const w = speak(deskWords, language)
  const wrong = view.problem
    ? notice({ kind: 'refusal', title: consoleWords.actFailed[language], body: view.problem })
    : nothing
  const inner = html`${deskHead(view, w.title)}${wrong}${turn(view)}<section class="panel"><h2 class="panel-title">${w.where}</h2>${onStage(view)}${far(view)}</section>${both(view)}`
  const body = liveRegion({ id: 'desk-body', src: view.live, body: inner, language })
  // When a signature arrives the signing speaks, not the stage; both renew the page.
  const session = view.signing?.session
  const signing = session
    ? liveRegion({ id: 'desk-signing', src: `/signing/${session.id}/live`, body: body, language })
    : body
  return { title: deskTitle(w.title, view), kind: 'plain', current: 'ceremonies', body: signing }
}

const signs = { awaited: 'open', reading: 'open', consented: 'half', signed: 'done' } as const

function both({ signing, reader }: DeskView): Html {
  if (!signing) return nothing
  const { language } = reader
  const rows = signing.seats.map(
    (seat) =>
      html`<li class="desk-seat" data-announce>${circle(signs[seat.state])} ${person(seat.name)} <span class="muted">${stageWords[seat.state][language]}</span></li>`,
  )
  return html`<section class="panel"><h2 class="panel-title">${deskWords.others[language]}</h2><ul class="plain-list">${rows}</ul></section>`
}

/** How far it is to the signing. */
function far({ plan, state, reader }: DeskView): Html {
  const at = plan.items.findIndex(({ block }) => block === 'signing')
  const now = plan.items.findIndex(({ id }) => id === state.item)
  if (at <= now || state.phase === 'ended') return nothing
  return html`<p>${deskWords.itemsBefore[reader.language](at - now)}</p>`
}

function turn(view: DeskView): Html {
  const { signing, plan, seats, reader } = view
  const w = speak(deskWords, reader.language)
  if (!signing) return notice({ kind: 'note', title: w.noAgreement })
  if (plan.rehearsalOf)
    return html`${signing.seats.filter(({ id }) => seats.includes(id)).map((seat) => rehearse(view, seat))}`
  if (seats.length === 0) return notice({ kind: 'note', title: w.noSeat })
  return real(view)
}

function real({ signing, seats, state, reader }: DeskView): Html {
  const w = speak(deskWords, reader.language)
  const own = signing!.seats.filter(({ id }) => seats.includes(id))
  if (own.every((seat) => seat.state === 'signed')) return notice({ kind: 'done', title: w.done, live: true })
  if (own.every((seat) => seat.state === 'signed' || seat.state === 'consented'))
    return notice({ kind: 'done', title: w.consented, live: true })
  const { session } = signing!
  if (session?.state !== 'open') return notice({ kind: 'waiting', title: w.noSession, body: w.noSessionText })
  const now = state.phase === 'live' && state.scene === 'signing'
  const acts = linkButton({ href: `/signing/${session.id}/sign`, label: w.toSign, kind: now ? 'big' : 'plain' })
  if (now) return notice({ kind: 'turn', title: w.yourTurn, body: w.yourTurnText, acts, live: true })
  return notice({ kind: 'note', title: w.readBefore, acts })
}

function rehearse(view: DeskView, seat: SeatShown): Html {
  const { state, plan, reader, passkey, standIn } = view
  const { language } = reader
  const w = speak(deskWords, language)
  const who = html`${person(seat.name)}${comma[language]}${inBoth(seat.title, language)}`
  if (seat.state !== 'awaited')
    return notice({ kind: 'done', title: html`${w.rehearsed}${colon[language]}${who}`, live: true })
  if (state.scene !== 'signing') return notice({ kind: 'waiting', title: html`${who}${colon[language]}${w.notYet}` })
  const action = `/ceremonies/${plan.id}/rehearsal-mark`
  const values = { seat: seat.id }
  const key =
    passkey &&
    !standIn &&
    passkeyForm({
      island: 'passkey-assert',
      action,
      options: { url: `${action}/options` },
      label: w.rehearsePasskey,
      kind: 'big',
      values,
      language,
    })
  const press = actButton({
    action,
    label: w.rehearsePress,
    values,
    kind: key ? 'quiet' : 'primary',
    describe: seat.name.latin,
  })
  const body = html`<p>${who}</p><p>${w.rehearseText} ${standIn && w.standIn}</p>`
  return notice({ kind: 'turn', title: w.rehearseTitle, body, acts: html`${key}${press}`, live: true })
}
