/** The people of a partner whose node we run, as its officers see them. */
import type { Context } from 'hono'
import { speak } from '#src/platform/i18n/words.ts'
import { roleNames } from '#src/platform/people/index.ts'
import {
  actButton,
  actWithReason,
  type Content,
  type Html,
  html,
  moments,
  person,
  placeOf,
  section,
  table,
} from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import type { Guest, HostingView } from './read-hosting.ts'
import { hostingWords } from './words.ts'

export function guestsSection(c: Context<WebEnv>, view: HostingView): Html {
  const { language } = c.var
  const w = speak(hostingWords, language)
  const { guests, steps, institution } = view
  const places = [placeOf(c.var.house.zone), placeOf(institution.zone)]
  const rows = guests.map((guest) => [
    person(guest.account.name),
    guest.account.email,
    guest.endedAt ? w.ended : roleNames(guest.roles, steps, language),
    guest.lastSignIn ? moments(guest.lastSignIn, { places, language }) : html`<span class="muted">${w.never}</span>`,
    guest.endedAt ? '' : guestActs(c, guest, institution.ror),
  ])
  const columns = [
    { label: w.person, head: true },
    { label: w.email },
    { label: w.roles },
    { label: w.lastSignIn },
    { label: w.acts },
  ]
  const list = table({ caption: w.guests, captionHidden: true, columns, rows, empty: w.nobody })
  return section({ title: w.guests, id: 'guests', body: list })
}

function guestActs(c: Context<WebEnv>, { account }: Guest, ror: string): Content {
  const { language } = c.var
  const w = speak(hostingWords, language)
  const at = `/partners/${ror}/hosting/guests/${account.id}`
  const name = language === 'zh' && account.name.native ? account.name.native : account.name.latin
  const of = html` <span class="visually-hidden">${name}</span>`
  const revoke = actWithReason({
    id: `revoke-${account.id}`,
    action: `${at}/revocation`,
    open: html`${w.revoke}${of}`,
    title: w.revokeTitle(name),
    explain: w.revokeText,
    confirm: w.revoke,
    reason: false,
    language,
  })
  const end = actWithReason({
    id: `end-${account.id}`,
    action: `${at}/ending`,
    open: html`${w.endGuest}${of}`,
    title: w.endGuestTitle(name),
    explain: w.endGuestText,
    confirm: w.endGuest,
    reason: { label: w.reason },
    language,
  })
  const remind = actButton({ action: `${at}/reminder`, label: w.remind, kind: 'quiet', describe: name })
  return html`<div class="row">${remind}${revoke}${end}</div>`
}
