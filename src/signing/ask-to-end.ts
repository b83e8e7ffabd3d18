/** Asks the node that decides to end a session. */
import { lockAgreement } from '#src/agreements/index.ts'
import type { Tx } from '#src/platform/database/tables.ts'
import { announce } from '#src/platform/live/index.ts'
import { message } from '#src/platform/messages.ts'
import { type Actor, record } from '#src/platform/record.ts'
import { questionOf, saveQuestion } from './ending-store.ts'
import { mayAsk, type Progress, type Question, refuse } from './session.ts'

/**
 * Asks the deciding node to end the session; it answers with the ending, or with the last signature. The clock asks where nobody
 * has; a person also where only the clock has; the same person's same words are asked once.
 * @throws Refusal `already_signed_wait` where somebody else has asked, or with another reason
 */
export async function askToEnd(
  tx: Tx,
  progress: Progress,
  question: Question,
  by: Actor = { kind: 'node' },
): Promise<void> {
  const { session } = progress
  const { kind, reason, byName, at } = question
  const pending = await questionOf(tx, session.id)
  if (pending && kind === 'lapsed') return
  if (pending && [pending.kind, pending.reason, pending.byName].join() === [kind, reason, byName].join()) return
  if (!mayAsk(pending)) refuse('already_signed_wait')
  const agreement = (await lockAgreement(tx, session.agreement))!
  await saveQuestion(tx, session.id, question)
  await record(tx, {
    at,
    by,
    about: { kind: 'agreement', id: session.agreement },
    act: 'signing.asked_to_end',
    detail: { session: session.id, kind, reason },
    then: [
      message(agreement.partner, 'signing.question', agreement.id, {
        session: session.id,
        kind,
        reason,
        byName,
        at: at.toString(),
      }),
    ],
  })
  await announce(tx, `session:${session.id}`)
}
