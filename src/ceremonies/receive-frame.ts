/** The convenor's frame arrives: a new ceremony with the first, a changed one with each newer; an older one is left alone. */
import type { z } from 'zod'
import { findAgreement } from '#src/agreements/index.ts'
import { findInstitution, ourInstitution } from '#src/partners/index.ts'
import type { Tx } from '#src/platform/database/tables.ts'
import { mail } from '#src/platform/mail/index.ts'
import { NotYet, type Received } from '#src/platform/messages.ts'
import { accountsWithRole } from '#src/platform/people/index.ts'
import { type Following, record } from '#src/platform/record.ts'
import { refuse } from './ceremony.ts'
import { settle } from './change-sheet.ts'
import { changedInFrame, type FramePart } from './changed-parts.ts'
import { enterCeremony } from './enter-ceremony.ts'
import type { Frame } from './frame.ts'
import { frameFaults } from './frame-shapes.ts'
import { frameMail } from './mail-words.ts'
import type { CeremonyState } from './plan.ts'
import { confirmedBefore } from './save-frame.ts'
import { type Ceremony, lockCeremony, saveCeremony } from './store.ts'
import type { frameShape } from './wire.ts'

type Body = z.infer<typeof frameShape>

export async function receiveFrame(tx: Tx, received: Received, { byName, at: _, ...frame }: Body): Promise<void> {
  await checkFrame(tx, received, frame)
  const before = await lockCeremony(tx, received.about)
  if (!before) return firstFrame(tx, received, frame, byName)
  if (before.partner !== received.from || before.convenor !== received.from || before.rehearsalOf)
    refuse('not_the_partner', {}, 403)
  if (frame.version <= before.frame.version) return
  const parts = changedInFrame(before.frame, frame)
  const after: Ceremony = { ...before, frame, state: stateAfter(before.state, frame) }
  const cleared = await confirmedBefore(tx, { ...after, frame: { ...frame, version: before.frame.version + 1 } })
  await saveCeremony(tx, after)
  const act = frame.standing === 'planned' ? 'ceremony.frame_received' : `ceremony.${frame.standing}_by_partner`
  await note(tx, received, {
    act,
    detail: { parts, cleared, reason: frame.reason },
    byName,
    then: await told(tx, after, parts),
  })
  await settle(tx, after.id, received.at)
}

/** A frame between us and the sender, about an agreement of ours with them if about one. */
async function checkFrame(tx: Tx, { from }: Received, frame: Frame): Promise<void> {
  const us = await ourInstitution(tx)
  const fields = frameFaults(frame, [from, us.ror])
  if (fields.length > 0) refuse('plan_malformed', { fields }, 422)
  if (!frame.agreement) return
  const agreement = await findAgreement(tx, frame.agreement)
  if (!agreement) throw new NotYet('agreement_missing')
  if (agreement.partner !== from) refuse('not_the_partner', {}, 403)
}

/** What our own stage has played is not undone by a frame that comes late. */
export function stateAfter(state: CeremonyState, { standing }: Frame): CeremonyState {
  if (state === 'live' || state === 'held' || state === 'closed') return state
  return standing === 'planned' ? 'planning' : standing
}

async function firstFrame(tx: Tx, received: Received, frame: Frame, byName: string): Promise<void> {
  const { about: id, from, at } = received
  if (!(await findInstitution(tx, from))) refuse('not_the_partner', {}, 403)
  const state = stateAfter('planning', frame)
  const ceremony: Ceremony = { id, partner: from, convenor: from, state, rehearsalOf: null, sharedAt: at, frame }
  // Two first frames at once: the later one comes again and finds it there.
  if (!(await enterCeremony(tx, ceremony, { version: 0, at }))) throw new NotYet('ceremony_being_made')
  await note(tx, received, { act: 'ceremony.received', detail: {}, byName, then: await told(tx, ceremony, ['title']) })
}

async function note(
  tx: Tx,
  { about, from, at }: Received,
  said: { act: string; detail: Record<string, boolean | string | string[]>; byName: string; then: Following[] },
): Promise<void> {
  const by = { kind: 'partner' as const, institution: from, name: said.byName }
  const { act, detail, then } = said
  await record(tx, { at, by, about: { kind: 'ceremony', id: about }, act, detail, then })
}

/** Officers are written to where the ceremony is new, moved or called off; smaller changes stand on its page. */
async function told(tx: Tx, { id, frame }: Ceremony, parts: FramePart[]): Promise<Following[]> {
  if (!parts.some((part) => ['title', 'start', 'standing'].includes(part))) return []
  const partsOfMail = frameMail(frame)
  const officers = await accountsWithRole(tx, 'officer')
  return officers.map((o) => mail({ to: { account: o.id }, ...partsOfMail, path: `/ceremonies/${id}` }))
}
