/** Both halls and both lists of guests, ours beside theirs. */
import { comma, speak } from '#src/platform/i18n/words.ts'
import {
  type Content,
  type Html,
  html,
  inBoth,
  inLanguage,
  person,
  section,
  sideClass,
  sideDot,
  tag,
} from '#src/platform/ui/index.ts'
import type { Guest } from './guest.ts'
import type { Party } from './plan.ts'
import type { PlanView } from './read-plan.ts'
import type { Reader } from './reader.ts'
import { sidesWords } from './sides-words.ts'
import { attendingWords } from './value-words.ts'

export function sidesSection(v: PlanView, reader: Reader): Html {
  const w = speak(sidesWords, reader.language)
  const sides = [reader.us, reader.partner].map((party) => sideShown(v, party, reader))
  return section({ title: w.title, note: w.note, id: 'sides', body: html`<div class="sides">${sides}</div>` })
}

function sideShown({ plan }: PlanView, party: Party, reader: Reader): Html {
  const w = speak(sidesWords, reader.language)
  const side = reader.side(party)!
  const place = plan.places[party]!
  const shared = plan.sheetVersions[party]! > 0
  const unshared = side === 'ours' ? w.preparedOnly : w.notShared(reader.short(party))
  const hall =
    place.hall.en || place.hall.zh ? inBoth(place.hall, reader.language) : html`<span class="muted">${w.noHall}</span>`
  const contact = place.contact && html`<p class="muted small">${w.contact}: ${place.contact}</p>`
  return html`<div class="side ${sideClass(side)}">
    <h3>${sideDot(side)}${reader.short(party)} <span class="muted">${inLanguage(place.city, reader.language)}</span></h3>
    ${!shared && html`<p class="muted small">${unshared}</p>`}
    <p class="side-hall serif">${hall}</p>${contact}
    ${guestList(plan.guests[party]!, party, reader)}
  </div>`
}

function guestList(guests: Guest[], party: Party, reader: Reader): Content {
  const w = speak(sidesWords, reader.language)
  if (guests.length === 0) return html`<p class="muted">${w.nobody}</p>`
  const label = w.guests(reader.short(party))
  return html`<ol class="precedence" aria-label="${label}">${guests.map((guest) => guestShown(guest, reader))}</ol>`
}

function guestShown(guest: Guest, { language }: Reader): Html {
  const said = attendingWords[guest.attending][language]
  const reply =
    guest.attending === 'accepted'
      ? tag(said, 'good')
      : guest.attending === 'declined'
        ? tag(said, 'bad')
        : guest.attending === 'invited'
          ? tag(said)
          : ''
  const organisation = guest.party === null && html`${comma[language]}${inLanguage(guest.organisation, language)}`
  return html`<li>${person(guest.name)} ${reply}<br><span class="muted small">${inLanguage(guest.title, language)}${organisation}</span></li>`
}
