/** From a press on Join to the address at which this person enters. */
import { ourInstitution } from '#src/partners/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import type { MeetingPerson, Meetings } from '#src/platform/meetings/index.ts'
import type { AroundParts } from './around-parts.ts'
import { refuse, roomOf, standingAt } from './join-offer.ts'
import { passLife, writePass } from './pass.ts'
import type { Plan } from './plan.ts'

/** What a node can vouch for towards its partner's; given by the layer that knows the partners' keys. */
export interface Passes {
  siteOf(db: Db, ror: string): Promise<string | undefined>
  sign(text: string): string
  signedBy(db: Db, ror: string, text: string, signature: string): Promise<boolean>
}

export interface MeetingParts extends Pick<AroundParts, 'db' | 'publicUrl' | 'meetings'> {
  passes: Passes
}

/**
 * The address at which a person enters the ceremony's meeting, made at the moment they press Join.
 * @param person entitled by the caller: someone of our office, with a duty, or an invited guest
 * @throws Refusal `meeting_none`, `meeting_not_open`, `meeting_over`; of the meeting server what it says
 */
export async function joinMeeting(
  parts: MeetingParts,
  plan: Plan,
  person: MeetingPerson,
  now: Temporal.Instant,
): Promise<string> {
  const { db, meetings, passes } = parts
  const { meeting } = plan
  if (!meeting) return refuse('meeting_none')
  checkHour(plan, meetings, now)
  if (meeting.kind === 'link') return meeting.url
  const us = await ourInstitution(db)
  if (plan.convenor === us.ror) return enter(parts, plan, person, now)
  const site = await passes.siteOf(db, plan.convenor)
  if (!site) return refuse('meeting_none')
  const until = Math.floor(now.epochMilliseconds / 1000) + passLife
  const text = writePass({ ceremony: plan.id, from: us.ror, to: plan.convenor, ...person, until })
  return new URL(`/meeting/${text}.${passes.sign(text)}`, site).href
}

function checkHour(plan: Plan, { opensBefore }: Meetings, now: Temporal.Instant): void {
  const standing = standingAt(plan, opensBefore, now)
  if (standing === 'early') refuse('meeting_not_open')
  if (standing === 'over') refuse('meeting_over')
}

async function enter({ meetings, publicUrl }: MeetingParts, plan: Plan, person: MeetingPerson, now: Temporal.Instant) {
  const { meeting } = plan
  if (!meeting || meeting.kind === 'link') return refuse('meeting_none')
  const title = [plan.title.zh, plan.title.en].filter((one) => one !== '').join(' · ')
  const room = { id: roomOf(meeting.room, plan), title, backTo: new URL(`/live/${plan.id}`, publicUrl).href }
  return meetings.join(meeting.kind, room, person, now)
}
