/** The signing on stage: two halves of equal rank, the word across the cut, each line filled as its president signs. */
import { type ChirographState, chirograph, circle, type Html, html, person, sideClass } from '#src/platform/ui/index.ts'
import { both, secondsAt } from './both.ts'
import { halfClass, houseHead, stroke } from './name-card.ts'
import type { SeatShown } from './read-signing.ts'
import { itemNow, type StageView } from './read-stage.ts'
import { stageWords as w } from './stage-words.ts'

export function signingScene(view: StageView, concluded: boolean): Html {
  const [left, right] = view.plan.parties
  const state = wordState(view)
  const inked = state === 'right' ? right : left
  return html`<div class="scene scene-signing${concluded ? ' is-concluded' : ''}">
    <h1 class="visually-hidden">${both(itemNow(view)?.title ?? view.plan.title)}</h1>
    ${half(view, left, 'left')}
    <div class="stage-cut ${halfClass(view, inked)}" aria-hidden="true">${chirograph({ state, language: 'en', id: 'stage' })}</div>
    ${half(view, right, 'right')}
    ${concluded && html`<p class="concluded-line">${both(view.plan.rehearsalOf ? w.rehearsed : w.concluded)}</p>`}
  </div>`
}

/** Which halves of the word are inked: a half is, when all its seats have signed. */
export function wordState({ plan, signing }: StageView): ChirographState {
  const seats = signing?.seats ?? []
  const [left, right] = plan.parties.map((party) => {
    const own = seats.filter((seat) => seat.party === party)
    return own.length > 0 && own.every(({ state }) => state === 'signed')
  })
  if (left) return right ? 'both' : 'left'
  return right ? 'right' : 'none'
}

function half(view: StageView, party: string, place: 'left' | 'right'): Html {
  const seats = view.signing?.seats.filter((seat) => seat.party === party) ?? []
  const { zone } = view.plan.places[party]!
  return html`<section class="stage-half ${place} ${halfClass(view, party)}">
    ${houseHead(view, party)}
    <ul class="stage-seats">${seats.map((seat) => seatOf(view, seat, zone, place))}</ul>
  </section>`
}

function seatOf(view: StageView, seat: SeatShown, zone: string, place: 'left' | 'right'): Html {
  const side = sideClass(seat.party === view.us.ror ? 'ours' : 'theirs')
  return html`<li class="stage-seat ${seat.state} ${side}">
    <div class="stage-pen">${above(seat, place)}</div>
    <div class="stage-who"><p class="stage-name">${person(seat.name)}</p><p class="stage-title">${both(seat.title)}</p></div>
    <p class="stage-seat-state">${stateOf(seat, zone)}</p>
  </li>`
}

function above({ state }: SeatShown, place: 'left' | 'right'): Html {
  if (state === 'signed') return stroke(place === 'left' ? 0 : 1)
  if (state === 'consented') return html`<p class="about-to">${both(w.aboutToSign)}</p>`
  return html``
}

const signs = { awaited: 'open', reading: 'open', consented: 'half', signed: 'done' } as const

function stateOf({ state, at }: SeatShown, zone: string): Html {
  const time = at && state !== 'reading' && html` <span class="numbers">${secondsAt(at, zone)}</span>`
  return html`${circle(signs[state])} ${both(w[state])}${time}`
}
