/** What the partner decides about a frozen text: it approves, reopens, or its signatories' passkeys change. */
import type { z } from 'zod'
import { ourInstitution } from '#src/partners/index.ts'
import type { Tx } from '#src/platform/database/tables.ts'
import { mail } from '#src/platform/mail/index.ts'
import { NotYet, type Received } from '#src/platform/messages.ts'
import { accountsWithRole } from '#src/platform/people/index.ts'
import { record } from '#src/platform/record.ts'
import { refuse } from './agreement.ts'
import { settleApprovals } from './approve.ts'
import { approvalsOf, insertApproval, insertReopening, pinsOf, reopeningsOf, savePin } from './freeze-store.ts'
import { approvalEvidence } from './log-evidence.ts'
import { applyPartnersReopening } from './reopen.ts'
import { pinsChanged } from './repin-seats.ts'
import { seatsHash } from './seats.ts'
import { standing } from './standing.ts'
import { lockAgreement } from './store.ts'
import { findVersion } from './version-store.ts'
import type { approvalShape, pinsShape, reopeningShape } from './wire.ts'
import { mailWords } from './words.ts'

/** The partner's approval counts only for the very text and the very seats we hold. */
export async function receiveApproval(
  tx: Tx,
  received: Received,
  body: z.infer<typeof approvalShape>,
  steps: string[],
): Promise<void> {
  const agreement = await standing(tx, received, body)
  if (agreement.state === 'negotiating') throw new NotYet('not_frozen_here')
  const ours = agreement.frozen?.textHash ?? refuse('agreement_does_not_allow', { state: agreement.state })
  if (ours !== body.textHash) refuse('copies_differ', { ours, theirs: body.textHash })
  const seats = seatsHash(await pinsOf(tx, agreement.id))
  // Before the state is looked at: the sender takes back an approval of other seats, and of nothing else.
  if (seats !== body.seatsHash) refuse('seats_differ')
  if (agreement.state !== 'frozen') refuse('agreement_does_not_allow', { state: agreement.state })
  if ((await approvalsOf(tx, agreement.id)).some((a) => a.side === 'theirs')) return
  const { textHash, at } = body
  await insertApproval(tx, agreement, {
    side: 'theirs',
    step: 'partner',
    textHash,
    seatsHash: seats,
    account: null,
    byName: '',
    at,
  })
  const by = { kind: 'partner' as const, institution: received.from, name: '' }
  const about = { kind: 'agreement', id: agreement.id }
  await record(tx, {
    at: received.at,
    by,
    about,
    act: 'agreement.approved_by_partner',
    detail: { textHash, steps: body.steps },
    then: [approvalEvidence(agreement, { side: 'theirs', seatsHash: seats, at })],
  })
  await settleApprovals(tx, agreement, steps, received.at)
}

/** The partner reopens. Where we reopened the same round already, nothing moves: our own reopening is on its way. */
export async function receiveReopening(
  tx: Tx,
  received: Received,
  body: z.infer<typeof reopeningShape>,
): Promise<{ pen: 'passed' | 'kept' }> {
  const { version, reason, byName, at } = body
  if (await reopenedByUs(tx, received, body)) return { pen: 'kept' }
  const agreement = await standing(tx, received, body, ['negotiating', 'frozen', 'approved', 'signing'])
  // Our opening of a session crossed with this; the partner's node refuses it, and then the text can be reopened.
  if (agreement.state === 'signing') throw new NotYet('signing_session_open')
  const by = { kind: 'partner' as const, institution: received.from, name: byName }
  const pen = await applyPartnersReopening(tx, agreement, { reason, byName, at, by })
  const title = (await findVersion(tx, agreement.id, version))!.text.title
  const officers = await accountsWithRole(tx, 'officer')
  await record(tx, {
    at: received.at,
    by,
    about: { kind: 'agreement', id: agreement.id },
    act: 'agreement.reopened',
    detail: { version, reason },
    then: officers.map((o) =>
      mail({
        to: { account: o.id },
        subject: mailWords.reopenedSubject(title),
        text: mailWords.reopenedText(title, reason),
        path: `/agreements/${agreement.id}`,
      }),
    ),
  })
  return { pen }
}

async function reopenedByUs(
  tx: Tx,
  { about, from }: Received,
  { version, round, reason, byName, at }: z.infer<typeof reopeningShape>,
) {
  const agreement = await lockAgreement(tx, about)
  if (!agreement || agreement.partner !== from || agreement.version !== version || agreement.round !== round + 1)
    return false
  const then = { ...agreement, round }
  if (!(await reopeningsOf(tx, then)).some((r) => r.side === 'ours')) return false
  await insertReopening(tx, then, { side: 'theirs', reason, byName, at })
  return true
}

/** New passkeys of the partner's signatories: pinned here, shown, and both approvals begin again. */
export async function receivePins(tx: Tx, received: Received, body: z.infer<typeof pinsShape>): Promise<void> {
  const agreement = await standing(tx, received, body)
  if (agreement.state === 'signing' || agreement.state === 'negotiating') throw new NotYet('signing_session_open')
  if (agreement.state === 'concluded') refuse('agreement_does_not_allow', { state: agreement.state })
  const us = await ourInstitution(tx)
  const version = (await findVersion(tx, agreement.id, agreement.version))!
  const theirs = version.text.seats.filter((s) => s.party !== us.ror).map((s) => s.id)
  if (body.pins.some((p) => !theirs.includes(p.seat))) refuse('seats_differ', {}, 422)
  for (const { seat, pin } of body.pins) await savePin(tx, agreement.id, 'theirs', seat, pin, received.at)
  const by = { kind: 'partner' as const, institution: received.from, name: '' }
  const about = { kind: 'agreement', id: agreement.id }
  await record(tx, {
    at: received.at,
    by,
    about,
    act: 'agreement.passkeys_changed',
    detail: { seats: body.pins.map((p) => p.seat) },
  })
  await pinsChanged(tx, agreement, received.at)
}
