/** An approver's no to a frozen text, with the reason: the text is open again, and both sides' approvals are cleared. */
import type { Db } from '#src/platform/database/tables.ts'
import { mail } from '#src/platform/mail/index.ts'
import { message } from '#src/platform/messages.ts'
import { accountsWithRole, actorOf } from '#src/platform/people/index.ts'
import { record } from '#src/platform/record.ts'
import type { ApproversAgreement } from './access.ts'
import { move, refuse } from './agreement.ts'
import { approvalRights, barredFrom, mayApprove } from './approval-route.ts'
import { applyReopening } from './reopen.ts'
import { insertRejection } from './route-store.ts'
import { lockAgreement } from './store.ts'
import { findVersion } from './version-store.ts'
import { mailWords } from './words.ts'

export interface RejectInput {
  /** For our own house; never crosses. */
  reason: string
  /** What the partner reads; empty: only that our side did not approve. */
  told: string
  /** Keys of the steps to take where no route fits. */
  configured: string[]
  at: Temporal.Instant
}

/** @throws Refusal `reason_missing`; `not_your_step` where the step is not open to them any more */
export async function rejectAgreement(
  db: Db,
  { approver, agreement, step }: ApproversAgreement,
  { reason: given, told, configured, at }: RejectInput,
): Promise<void> {
  const reason = given.trim()
  if (!reason) refuse('reason_missing', {}, 422)
  await db.transaction().execute(async (tx) => {
    const before = (await lockAgreement(tx, agreement.id))!
    move(before, 'reject')
    const rights = await approvalRights(tx, approver, before, { configured, now: at })
    const acting = mayApprove(approver, before, step, rights) ?? refuse('not_your_step')
    const { id: account, name } = approver.account
    const label = rights.route.steps.find(({ key }) => key === step)!.label
    const forName = acting.instead?.name ?? null
    await insertRejection(tx, before, { step, label, account, byName: name.latin, forName, reason, at })
    const said = told.trim() || 'Not approved on our side. / 我方审批未通过。'
    await applyReopening(tx, before, { side: 'ours', reason: said, byName: '', at, by: actorOf(approver) }, before.turn)
    const { version, round, partner, id } = before
    const { title } = (await findVersion(tx, id, version))!.text
    const body = { version, round, reason: said, byName: '', at: at.toString() }
    const concerned = new Set([
      ...(await accountsWithRole(tx, 'officer')).map((o) => o.id),
      ...(await barredFrom(tx, before)),
    ])
    await record(tx, {
      at,
      by: actorOf(approver),
      about: { kind: 'agreement', id },
      act: 'agreement.rejected',
      detail: { step, version, reason, ...(forName && { instead: forName }) },
      then: [
        message(partner, 'agreement.reopening', id, body),
        ...[...concerned].map((to) =>
          mail({
            to: { account: to },
            subject: mailWords.rejectedSubject(title),
            text: mailWords.rejectedText(title, name.latin, reason),
            path: `/agreements/${id}`,
          }),
        ),
      ],
    })
  })
}
