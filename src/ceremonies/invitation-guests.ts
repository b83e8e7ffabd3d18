/** Our guests with what they answered, as a table, and how many come. */
import { type Language, speak } from '#src/platform/i18n/words.ts'
import {
  actButton,
  type Content,
  empty,
  html,
  inLanguage,
  linkButton,
  moments,
  person,
  section,
  table,
  tag,
} from '#src/platform/ui/index.ts'
import type { Attending } from './guest.ts'
import { invitationsWords } from './invitation-page-words.ts'
import type { Invitations, InvitedGuest } from './read-invitations.ts'
import type { Reader } from './reader.ts'
import { attendingWords } from './value-words.ts'

/** Addresses stand in it: for our own staff only. */
export function guestsSection({ guests, plan }: Invitations, mayInvite: boolean, reader: Reader): Content {
  const w = speak(invitationsWords, reader.language)
  const list = linkButton({ href: `/ceremonies/${plan.id}/sheet/edit`, label: w.list })
  if (guests.length === 0) return empty({ title: w.nobodyTitle, text: w.nobodyText, acts: list })
  const rows = guests.map((one) => guestRow(one, { id: plan.id, mayInvite }, reader))
  const toDo = rows.some((row) => row.at(-1) !== '')
  const columns = [
    { label: w.guest, head: true },
    { label: w.address },
    { label: w.reply },
    { label: w.sent },
    ...(toDo ? [{ label: w.act }] : []),
  ]
  return section({ title: w.guests, body: table({ caption: w.guests, captionHidden: true, columns, rows }) })
}

const tones: Record<Attending, 'plain' | 'good' | 'bad'> = {
  unknown: 'plain',
  invited: 'plain',
  accepted: 'good',
  declined: 'bad',
}

function guestRow(
  { guest, email, invitation, invitable }: InvitedGuest,
  { id, mayInvite }: { id: string; mayInvite: boolean },
  { language, places }: Reader,
): Content[] {
  const w = speak(invitationsWords, language)
  const title = inLanguage(guest.title, language)
  const reply = html`${tag(attendingWords[guest.attending][language], tones[guest.attending])}${invitation?.remark && html`<br><span class="as-written small">${invitation.remark}</span>`}`
  const label = invitation && !invitation.withdrawnAt ? w.inviteAgain : w.invite
  const act =
    mayInvite &&
    invitable &&
    actButton({
      action: `/ceremonies/${id}/invitations`,
      label,
      values: { guest: guest.id },
      describe: guest.name.latin,
    })
  return [
    html`${person(guest.name)}<br><span class="muted small">${title}</span>`,
    email || html`<span class="muted">${w.noAddress}</span>`,
    reply,
    invitation ? moments(invitation.toldAt, { places: places.slice(0, 1), language }) : '',
    act || '',
  ]
}

/** How many of our guests come, for the page of the plan. */
export function repliesPanel(view: Invitations, language: Language): Content {
  const w = speak(invitationsWords, language)
  const count = (attending: Attending) => view.guests.filter(({ guest }) => guest.attending === attending).length
  const said = (['accepted', 'declined', 'invited', 'unknown'] as const).filter((one) => count(one) > 0)
  const counts = said.map(
    (one) =>
      html`<li>${tag(attendingWords[one][language], tones[one])} <span class="numbers">${count(one)}</span></li>`,
  )
  const late = view.outdated.length > 0 && html`<p class="warn">${w.outdatedTitle(view.outdated.length)}</p>`
  return html`<ul class="plain-list row">${counts}</ul>${late}<p><a href="/ceremonies/${view.plan.id}/invitations">${w.title}</a></p>`
}
