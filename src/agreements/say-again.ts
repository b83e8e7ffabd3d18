/**
 * Our database was set back to before some of our own messages; the partner's node has given them back. What each says is done again on
 * our side. What is there already stays; what has been done otherwise meanwhile is refused, and stays to be cleared up by people.
 */
import type { z } from 'zod'
import type { Tx } from '#src/platform/database/tables.ts'
import { putFile } from '#src/platform/files/index.ts'
import { NotYet, type Sent } from '#src/platform/messages.ts'
import { queue, record } from '#src/platform/record.ts'
import type { Typesetter } from '#src/platform/typeset/index.ts'
import { type Agreement, move, refuse } from './agreement.ts'
import { settleApprovals } from './approve.ts'
import { clearBothApprovals } from './clear-approvals.ts'
import { findDraft, saveDraft } from './draft-store.ts'
import { approvalsOf, insertApproval, pinsOf, saveDocument, saveFreeze, savePin, savePins } from './freeze-store.ts'
import { approvalEvidence } from './log-evidence.ts'
import { applyReopening } from './reopen.ts'
import { pinsChanged } from './repin-seats.ts'
import { reseat } from './reseat.ts'
import { seatsHash } from './seats.ts'
import { settleFreeze } from './settle-freeze.ts'
import { standing } from './standing.ts'
import { insertAgreement, lockAgreement, saveAgreement } from './store.ts'
import { typesetAgreement } from './typeset-agreement.ts'
import { findVersion, insertVersion } from './version-store.ts'
import type * as wire from './wire.ts'

type Body<Shape extends z.ZodType> = z.infer<Shape>

/** The agreement at the version and round of a message of ours; held. */
const at = (tx: Tx, { about, to }: Sent, body: { version: number; round: number }): Promise<Agreement> =>
  standing(tx, { about, from: to }, body)

async function noted(tx: Tx, sent: Sent, act: string): Promise<void> {
  const about = { kind: 'agreement', id: sent.about }
  await record(tx, { at: sent.at, by: { kind: 'node' }, about, act, detail: { takenBack: true } })
}

export async function sayVersionAgain(tx: Tx, sent: Sent, body: Body<typeof wire.versionShape>): Promise<void> {
  const before = (await lockAgreement(tx, sent.about)) ?? (await begun(tx, sent, body))
  const { number, text, textHash, note, byName, at: sentAt } = body
  if (number > before.version + 1) throw new NotYet('earlier_version_missing')
  if (number <= before.version) {
    const held = await findVersion(tx, before.id, number)
    if (held?.textHash !== textHash) refuse('version_superseded', { version: before.version })
    return
  }
  const state = move({ ...before, turn: 'ours' }, 'send_version')
  await insertVersion(tx, { agreement: before.id, number, side: 'ours', text, textHash, note, byName, sentAt })
  await saveDraft(tx, before.id, null, (await findDraft(tx, before.id)).revision + 1)
  await saveAgreement(tx, { ...before, state, version: number, turn: 'theirs', turnSince: sentAt, frozen: null })
  await clearBothApprovals(tx, before, { because: 'new_version', by: { kind: 'node' }, at: sent.at })
  await noted(tx, sent, 'agreement.sent')
}

async function begun(tx: Tx, sent: Sent, { number, kind, text, at }: Body<typeof wire.versionShape>) {
  if (number !== 1) throw new NotYet('earlier_version_missing')
  const { about: id, to: partner } = sent
  const begins = {
    id,
    partner,
    kind,
    demonstration: text.demonstration,
    state: 'drafting' as const,
    turn: 'ours' as const,
  }
  const agreement: Agreement = { ...begins, turnSince: at, version: 0, round: 0, frozen: null, concludedAt: null }
  await insertAgreement(tx, agreement, null, at)
  return agreement
}

export async function sayFreezeAgain(
  { typesetter, steps }: { typesetter: Typesetter; steps: string[] },
  tx: Tx,
  sent: Sent,
  body: Body<typeof wire.freezeShape>,
): Promise<void> {
  const agreement = await at(tx, sent, body)
  if (agreement.state !== 'negotiating') return
  const { textHash, documentHash, byName, at: proposedAt, pins } = body
  const ours = await typesetAgreement(typesetter, body.text)
  await saveDocument(tx, agreement, 'ours', await putFile(tx, ours.pdf, 'application/pdf'), null)
  await savePins(tx, agreement.id, 'ours', pins, proposedAt)
  await reseat(tx, body.text, pins)
  await saveFreeze(tx, agreement, { side: 'ours', textHash, documentHash, byName, at: proposedAt })
  await noted(tx, sent, 'agreement.freeze_proposed')
  await settleFreeze(tx, agreement, { configured: steps, at: sent.at })
}

export async function sayApprovalAgain(
  tx: Tx,
  sent: Sent,
  body: Body<typeof wire.approvalShape>,
  steps: string[],
): Promise<void> {
  const agreement = await at(tx, sent, body)
  if (agreement.state === 'negotiating') throw new NotYet('not_frozen_here')
  if (agreement.state !== 'frozen') return
  if (seatsHash(await pinsOf(tx, agreement.id)) !== body.seatsHash) throw new NotYet('seats_differ')
  const there = (await approvalsOf(tx, agreement.id)).filter((a) => a.side === 'ours').map((a) => a.step)
  const { textHash, seatsHash: seats, at: approvedAt } = body
  for (const step of body.steps.filter((s) => !there.includes(s))) {
    const given = { side: 'ours' as const, step, textHash, seatsHash: seats, account: null, byName: '', at: approvedAt }
    await insertApproval(tx, agreement, given)
  }
  await queue(tx, sent.at, [approvalEvidence(agreement, { side: 'ours', seatsHash: seats, at: approvedAt })])
  await noted(tx, sent, 'agreement.approved')
  await settleApprovals(tx, agreement, steps, sent.at)
}

export async function sayReopeningAgain(tx: Tx, sent: Sent, body: Body<typeof wire.reopeningShape>): Promise<void> {
  const held = await lockAgreement(tx, sent.about)
  if (held && held.version === body.version && held.round > body.round) return
  const agreement = await at(tx, sent, body)
  if (agreement.state === 'signing') throw new NotYet('signing_session_open')
  const { reason, byName, at: reopenedAt } = body
  const by = { kind: 'node' as const }
  await applyReopening(tx, agreement, { side: 'ours', reason, byName, at: reopenedAt, by }, agreement.turn)
  await noted(tx, sent, 'agreement.reopened')
}

export async function sayPinsAgain(tx: Tx, sent: Sent, body: Body<typeof wire.pinsShape>): Promise<void> {
  const agreement = await at(tx, sent, body)
  if (agreement.state === 'signing' || agreement.state === 'negotiating') throw new NotYet('signing_session_open')
  for (const { seat, pin } of body.pins) await savePin(tx, agreement.id, 'ours', seat, pin, body.at)
  await noted(tx, sent, 'agreement.passkeys_changed')
  await pinsChanged(tx, agreement, sent.at)
}
