/** An officer comments on a clause or on the whole; a shared comment crosses to the partner, an internal one never does. */
import type { Db } from '#src/platform/database/tables.ts'
import { message } from '#src/platform/messages.ts'
import { actorOf } from '#src/platform/people/index.ts'
import { record } from '#src/platform/record.ts'
import type { OfficersAgreement } from './access.ts'
import { move, refuse } from './agreement.ts'
import { insertComment } from './comment-store.ts'
import { lockAgreement } from './store.ts'

export interface CommentInput {
  clause: string | null
  body: string
  internal: boolean
  at: Temporal.Instant
}

/** @throws Refusal `comment_empty`. Before the first version is sent every comment is internal: the partner has no text to see it on. */
export async function comment(db: Db, { officer, agreement }: OfficersAgreement, input: CommentInput): Promise<void> {
  const body = input.body.trim()
  if (!body) refuse('comment_empty', {}, 422)
  await db.transaction().execute(async (tx) => {
    const before = (await lockAgreement(tx, agreement.id))!
    move(before, 'comment')
    const internal = input.internal || before.version === 0
    const byName = officer.account.name.latin
    const { clause, at } = input
    const said = { id: crypto.randomUUID(), version: before.version, clause, byName, body, at }
    await insertComment(tx, { ...said, agreement: before.id, side: 'ours', internal })
    await record(tx, {
      at,
      by: actorOf(officer),
      about: { kind: 'agreement', id: before.id },
      act: internal ? 'agreement.commented_internally' : 'agreement.commented',
      detail: { clause },
      then: internal ? [] : [message(before.partner, 'agreement.comment', before.id, { ...said, at: at.toString() })],
    })
  })
}
