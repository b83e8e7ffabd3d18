/** The signature room: two halves of equal rank, the cut between, and the state of every signatory. */
import { type Language, type Phrase, speak } from '#src/platform/i18n/words.ts'
import { type ChirographState, chirograph } from './chirograph.ts'
import { type Content, drawing, type Html, html, inBoth } from './html.ts'
import { type PersonName, person } from './person.ts'
import { type Side, sideClass } from './side.ts'
import { circle } from './steps.ts'
import { signingWords } from './words.ts'

export type SeatState = 'awaited' | 'reading' | 'consented' | 'signed' | 'declined'

export interface SeatView {
  name: PersonName
  title: Phrase
  state: SeatState
  /** When the state was reached, as `moments` or a clock time. */
  at?: Content
  note?: Content
}

export interface Half {
  name: Phrase
  /** One to three characters for the round seal. */
  seal: string
  side: Side
  seats: SeatView[]
}

const signs: Record<SeatState, Html> = {
  awaited: circle('open'),
  reading: drawing`<svg class="circle" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false"><circle cx="8" cy="8" r="6.400" fill="none" stroke="currentColor" stroke-width="1.200"/><circle cx="8" cy="8" r="2" fill="currentColor"/></svg>`,
  consented: circle('half'),
  signed: circle('done'),
  declined: drawing`<svg class="circle" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false"><path d="M3 3l10 10M13 3L3 13" fill="none" stroke="currentColor" stroke-width="1.800"/></svg>`,
}

/** One signatory: the state above the line, the name in both scripts and the title below it. */
export function seat(o: SeatView, language: Language): Html {
  const w = speak(signingWords, language)
  return html`<li class="seat ${o.state}">
    <p class="seat-state" data-announce>${signs[o.state]}<span class="visually-hidden">${o.name.latin}: </span><strong>${w[o.state]}</strong>${o.at && html` <span class="seat-at">${o.at}</span>`}</p>
    <p class="seat-name">${person(o.name)}</p>
    <p class="seat-title">${inBoth(o.title, language)}</p>
    ${o.note && html`<p class="seat-note">${o.note}</p>`}
  </li>`
}

function halfOf(half: Half, place: 'left' | 'right', language: Language): Html {
  return html`<section class="room-half ${place} ${sideClass(half.side)}">
    <div class="half-head"><span class="seal" aria-hidden="true" translate="no">${half.seal}</span>
    <h2 translate="no"><span lang="en">${half.name.en}</span> <span lang="zh-CN">${half.name.zh}</span></h2></div>
    <ul class="seats">${half.seats.map((one) => seat(one, language))}</ul>
  </section>`
}

function signedHalves(left: Half, right: Half): ChirographState {
  const signed = (half: Half) => half.seats.length > 0 && half.seats.every((one) => one.state === 'signed')
  if (signed(left)) return signed(right) ? 'both' : 'left'
  return signed(right) ? 'right' : 'none'
}

/** Both halves with the word between; the word follows the seats. `action` stands below both, in the middle. */
export function room(o: { left: Half; right: Half; language: Language; action?: Content }): Html {
  const state = signedHalves(o.left, o.right)
  return html`<div class="room">
    ${halfOf(o.left, 'left', o.language)}
    <div class="room-cut ${sideClass(state === 'right' ? o.right.side : o.left.side)}">${chirograph({ state, language: o.language })}</div>
    ${halfOf(o.right, 'right', o.language)}
    ${o.action && html`<div class="room-action">${o.action}</div>`}
  </div>`
}
