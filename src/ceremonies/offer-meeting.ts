/** What a page about a ceremony offers of its meeting. */
import { type Institution, ourInstitution } from '#src/partners/index.ts'
import type { MeetingParts } from './join-meeting.ts'
import { type JoinOffer, opensAt, standingAt } from './join-offer.ts'
import type { Plan } from './plan.ts'

/** What a page about this ceremony offers; null where there is no meeting, or its server is not within reach. */
export async function offerMeeting(
  { db, meetings, passes }: MeetingParts,
  plan: Plan,
  { action, now }: { action: string; now: Temporal.Instant },
): Promise<JoinOffer | null> {
  const { meeting } = plan
  if (!meeting) return null
  const us = await ourInstitution(db)
  const origin = await originOf({ db, meetings, passes }, plan, us)
  if (!origin) return null
  const { opensBefore } = meetings
  const standing = standingAt(plan, opensBefore, now)
  // Whoever comes through the partner's door, or to an unknown site, leaves the page: only our own server's rooms can be shown in it.
  const inPage = meeting.kind !== 'link' && plan.convenor === us.ror
  return { action, kind: meeting.kind, host: origin, opensAt: opensAt(plan, opensBefore), standing, inPage }
}

/** The one origin a Join button leads to. */
async function originOf(
  { db, meetings, passes }: Pick<MeetingParts, 'db' | 'meetings' | 'passes'>,
  { meeting, convenor }: Plan,
  us: Institution,
): Promise<string | null> {
  if (!meeting) return null
  if (meeting.kind === 'link') return new URL(meeting.url).origin
  if (convenor === us.ror) return meetings.origin(meeting.kind)
  const site = await passes.siteOf(db, convenor)
  return site ? new URL(site).origin : null
}
