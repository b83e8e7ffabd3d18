/** One step of our side's internal approval of a frozen text hash; when all steps are done, the partner is told. */
import type { Db, Tx } from '#src/platform/database/tables.ts'
import { mail } from '#src/platform/mail/index.ts'
import { message } from '#src/platform/messages.ts'
import { accountsWithRole, actorOf } from '#src/platform/people/index.ts'
import { type Following, record } from '#src/platform/record.ts'
import { openSteps, type RouteStep } from '#src/procedures/index.ts'
import type { ApproversAgreement } from './access.ts'
import { type Agreement, move, refuse } from './agreement.ts'
import { type ApprovalRights, approvalRights, approvalRouteOf, barredFrom, mayApprove } from './approval-route.ts'
import { askApprovers } from './approvers.ts'
import { approvalsOf, insertApproval, pinsOf } from './freeze-store.ts'
import { approvalEvidence } from './log-evidence.ts'
import { seatsHash } from './seats.ts'
import { lockAgreement, saveAgreement } from './store.ts'
import { findVersion } from './version-store.ts'
import { mailWords } from './words.ts'

export interface ApproveInput {
  /** What the approver had before their eyes; anything else by now is refused. */
  textHash: string
  /** Hash of the passkeys and codes that stood there, as `seatsHash` computes it. */
  seatsHash: string
  /** Keys of the steps to take where no route fits. */
  steps: string[]
  at: Temporal.Instant
}

/**
 * @throws Refusal `drafter_may_not_approve` for whoever proposed it or wrote in the draft, `already_approved`, `not_your_step` while
 * an earlier stage is open, `copies_differ`, `passkeys_changed`
 */
export async function approve(
  db: Db,
  { approver, agreement, step }: ApproversAgreement,
  input: ApproveInput,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const before = (await lockAgreement(tx, agreement.id))!
    move(before, 'approve')
    const account = approver.account.id
    if ((await barredFrom(tx, before)).includes(account)) refuse('drafter_may_not_approve', {}, 403)
    if (before.frozen!.textHash !== input.textHash) refuse('copies_differ')
    const standing = await approvalsOf(tx, before.id)
    if (standing.some((a) => a.side === 'ours' && a.step === step)) refuse('already_approved')
    const rights = await approvalRights(tx, approver, before, { configured: input.steps, now: input.at })
    const acting = mayApprove(approver, before, step, rights) ?? refuse('not_your_step')
    const { textHash } = before.frozen!
    const seats = seatsHash(await pinsOf(tx, before.id))
    if (seats !== input.seatsHash) refuse('passkeys_changed')
    const byName = approver.account.name.latin
    const { instead } = acting
    const given = { step, textHash, seatsHash: seats, account, byName, instead, at: input.at }
    await insertApproval(tx, before, { side: 'ours', ...given })
    const done = [...standing.filter((a) => a.side === 'ours').map((a) => a.step), step]
    const next = openSteps(rights.route.steps, done)
    const complete = next.length === 0
    await record(tx, {
      at: input.at,
      by: actorOf(approver),
      about: { kind: 'agreement', id: before.id },
      act: 'agreement.approved',
      detail: { step, textHash, complete, ...(instead && { instead: instead.name }) },
      then: complete ? approved(before, rights, input) : await nextAsked(tx, before, { rights, next, at: input.at }),
    })
    if (complete) await settleApprovals(tx, before, input.steps, input.at)
  })
}

/** What follows once all our steps are done: the partner is told, the log has it. */
function approved(agreement: Agreement, { route }: ApprovalRights, { seatsHash, at }: ApproveInput): Following[] {
  const steps = route.steps.map(({ key }) => key)
  const { version, round, partner, id, frozen } = agreement
  const body = { version, round, textHash: frozen!.textHash, seatsHash, steps, at: at.toString() }
  return [
    message(partner, 'agreement.approval', id, body),
    approvalEvidence(agreement, { side: 'ours', seatsHash, at }),
  ]
}

/** Where a stage is done, those of the next one are asked. */
async function nextAsked(
  tx: Tx,
  agreement: Agreement,
  { rights, next, at }: { rights: ApprovalRights; next: RouteStep[]; at: Temporal.Instant },
): Promise<Following[]> {
  if (next[0]!.stage === rights.open[0]!.stage) return []
  const { title } = (await findVersion(tx, agreement.id, agreement.version))!.text
  return askApprovers(tx, { id: agreement.id, title, steps: next, at })
}

/** When both sides have approved, the agreement is ready for signing. */
export async function settleApprovals(
  tx: Tx,
  agreement: Agreement,
  steps: string[],
  at: Temporal.Instant,
): Promise<void> {
  const standing = await approvalsOf(tx, agreement.id)
  const route = await approvalRouteOf(tx, agreement, steps)
  const ours = route.steps.every(({ key }) => standing.some((a) => a.side === 'ours' && a.step === key))
  if (!ours || !standing.some((a) => a.side === 'theirs')) return
  await saveAgreement(tx, { ...agreement, state: move(agreement, 'complete_approvals') })
  const title = (await findVersion(tx, agreement.id, agreement.version))!.text.title
  const officers = await accountsWithRole(tx, 'officer')
  await record(tx, {
    at,
    by: { kind: 'node' },
    about: { kind: 'agreement', id: agreement.id },
    act: 'agreement.approved_by_both',
    detail: { textHash: agreement.frozen!.textHash },
    then: officers.map((o) =>
      mail({
        to: { account: o.id },
        subject: mailWords.readySubject(title),
        text: mailWords.readyText(title),
        path: `/agreements/${agreement.id}`,
      }),
    ),
  })
}
