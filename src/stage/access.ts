/** From a request to a stage, or not. Who may watch, run, caption, speak and sign there, as sentences. */
import { signatories } from '#src/agreements/index.ts'
import {
  mayCaption,
  mayModerate,
  maySpeakerView,
  type Plan,
  type SeenCeremony,
  seeCeremony,
} from '#src/ceremonies/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import type { Visitor } from '#src/platform/people/visitor.ts'
import { refuse } from './stage.ts'

/** The public watches what the convenor opened to it; never a rehearsal, and nothing that was called off. */
export const isOpenToAll = (plan: Plan): boolean =>
  plan.open && plan.rehearsalOf === null && plan.state !== 'cancelled' && plan.state !== 'postponed'

export interface ModeratorsStage extends SeenCeremony {
  moderator: Visitor
}

export interface CaptionersStage extends SeenCeremony {
  captioner: Visitor
}

/** @throws Refusal as `seeCeremony` does; `stage_moderators_only` for everybody else who may see it */
export async function holdStage(db: Db, visitor: Visitor | null, id: string): Promise<ModeratorsStage> {
  const seen = await seeCeremony(db, visitor, id)
  if (!mayModerate(seen.visitor, seen)) refuse('stage_moderators_only', {}, 403)
  return { ...seen, moderator: seen.visitor }
}

/** Interpreters, and moderators where one is missing. @throws Refusal `stage_captioners_only` */
export async function holdCaptions(db: Db, visitor: Visitor | null, id: string): Promise<CaptionersStage> {
  const seen = await seeCeremony(db, visitor, id)
  if (!mayCaption(seen.visitor, seen)) refuse('stage_captioners_only', {}, 403)
  return { ...seen, captioner: seen.visitor }
}

/** Speakers and moderators. @throws Refusal `not_found` for others, as if there were no such page */
export async function seeSpeakersView(db: Db, visitor: Visitor | null, id: string): Promise<SeenCeremony> {
  const seen = await seeCeremony(db, visitor, id)
  if (!maySpeakerView(seen.visitor, seen)) refuse('stage_moderators_only', {}, 403)
  return seen
}

export interface SignatorysDesk extends SeenCeremony {
  /** Seats the visitor holds; at a rehearsal a moderator stands in for every seat of our side. */
  seats: string[]
  standIn: boolean
}

/** The desk of whoever signs for us, and of whoever helps them. */
export async function seeDesk(
  db: Db,
  visitor: Visitor | null,
  id: string,
  ourSeats: string[],
): Promise<SignatorysDesk> {
  const seen = await seeCeremony(db, visitor, id)
  const held = seen.plan.agreement ? await signatories(db, seen.plan.agreement) : []
  const own = held.filter(({ account }) => account === seen.visitor.account.id).map(({ seat }) => seat)
  const seats = own.filter((seat) => ourSeats.includes(seat))
  if (seats.length > 0) return { ...seen, seats, standIn: false }
  if (!mayModerate(seen.visitor, seen)) return refuse('stage_not_your_seat', {}, 403)
  return { ...seen, seats: seen.plan.rehearsalOf ? ourSeats : [], standIn: true }
}
