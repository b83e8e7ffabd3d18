/** Below the text: who signs, with which title, and how each will consent. */
import { speak } from '#src/platform/i18n/words.ts'
import {
  type Content,
  form,
  hidden,
  html,
  inLanguage,
  person,
  section,
  selectField,
  submit,
  table,
} from '#src/platform/ui/index.ts'
import { seatWords } from './decision-words.ts'
import type { Negotiation } from './read-negotiation.ts'
import type { Reader } from './reader.ts'
import type { Seat } from './text.ts'

/** The seats in the order of signing. */
export function seatsSection(n: Negotiation, reader: Reader): Content {
  if (!n.shown) return ''
  const w = speak(seatWords, reader.language)
  const seats = [...n.shown.text.seats].sort((a, b) => a.order - b.order)
  const columns = [
    { label: w.order, numeric: true },
    { label: w.person, head: true },
    { label: w.heldTitle },
    { label: w.university },
    { label: w.consent },
    ...(n.staff ? [{ label: w.account }] : []),
  ]
  const rows = seats.map((seat) => {
    const party = n.shown!.text.parties.find((p) => p.ror === seat.party)
    const cells: Content[] = [
      seat.order,
      seat.name.latin ? person(seat.name) : html`<span class="muted">${w.nobody}</span>`,
      inLanguage(seat.title, reader.language),
      party ? inLanguage(party.name, reader.language) : seat.party,
      consent(n, seat, reader),
    ]
    return n.staff ? [...cells, account(n, seat, reader)] : cells
  })
  return section({
    title: w.title,
    id: 'seats',
    body: table({ caption: w.caption, captionHidden: true, columns, rows }),
  })
}

function consent(n: Negotiation, seat: Seat, reader: Reader): Content {
  const w = speak(seatWords, reader.language)
  const pin = n.pins.find((p) => p.seat === seat.id)?.pin
  if (!pin) return html`<span class="muted">${w.unpinned}</span>`
  if (pin.method === 'code') return w.code
  return html`${w.passkey(pin.credentials.length)} <span class="muted small">${pin.rpId}</span>`
}

function account(n: Negotiation, seat: Seat, reader: Reader): Content {
  if (seat.party !== n.us.ror) return ''
  const w = speak(seatWords, reader.language)
  const held = n.held.find((one) => one.seat === seat.id)?.account
  const holder = n.signatoryAccounts.find((one) => one.id === held)
  if (!n.may.assign) return holder ? holder.name.latin : html`<span class="muted">${w.unassigned}</span>`
  if (n.signatoryAccounts.length === 0) return html`<span class="small">${w.noAccounts}</span>`
  return form({
    action: `/agreements/${n.agreement.id}/signatory`,
    body: html`<div class="row">${hidden({ seat: seat.id })}${selectField({
      name: 'account',
      id: `f-account-${seat.id}`,
      label: html`<span class="visually-hidden">${w.accountFor(seat.name.latin || w.nobody)}</span>`,
      value: held ?? '',
      options: [
        { value: '', label: w.choose },
        ...n.signatoryAccounts.map((one) => ({ value: one.id, label: one.name.latin })),
      ],
    })}${submit({ label: w.assign, kind: 'plain', describe: seat.name.latin })}</div>`,
  })
}
