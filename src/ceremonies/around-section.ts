/** On the page of a plan: the doors to invitations, papers, the meeting, and what comes after. */
import { speak } from '#src/platform/i18n/words.ts'
import { type Content, html, section } from '#src/platform/ui/index.ts'
import { isOfficer, isStaff, type SeenCeremony } from './access.ts'
import type { CeremonyContext } from './answers.ts'
import { aroundWords } from './around-words.ts'
import { repliesPanel } from './invitation-guests.ts'
import type { MeetingParts } from './join-meeting.ts'
import { joinLine } from './meeting-panel.ts'
import { offerMeeting } from './offer-meeting.ts'
import { readInvitations } from './read-invitations.ts'
import { readerOf } from './reader.ts'

/** What the page of a plan shows below the plan, for whoever reads it. */
export function aroundSection(parts: MeetingParts) {
  return async (c: CeremonyContext, seen: SeenCeremony): Promise<Content> => {
    const { plan, visitor } = seen
    const { language, now } = c.var
    const w = speak(aroundWords, language)
    const at = `/ceremonies/${plan.id}`
    const offer = await offerMeeting(parts, plan, { action: `${at}/meeting`, now })
    const meeting = offer && section({ title: w.meeting, body: joinLine(offer, at, readerOf(seen, language, now)) })
    if (!isStaff(visitor) || plan.rehearsalOf) return meeting ?? ''
    const replies = repliesPanel(await readInvitations(parts.db, seen), language)
    const over = plan.state === 'held' || plan.state === 'closed'
    const writes = isOfficer(visitor) && html` · <a href="${at}/briefing">${w.briefing}</a>`
    return html`${over && section({ title: w.after, body: html`<p>${w.afterText} <a href="${at}/after">${w.toAfter}</a></p>` })}
      ${meeting}
      ${section({ title: w.invitations, body: replies })}
      ${section({ title: w.papers, body: html`<p>${w.papersText}</p><p><a href="${at}/papers">${w.toPapers}</a>${writes}</p>` })}`
  }
}
