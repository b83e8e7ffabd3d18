/** Officers of the university that promised say what became of it; the partner's node is told. */

import type { Db } from '#src/platform/database/tables.ts'
import { readDay } from '#src/platform/day.ts'
import { message } from '#src/platform/messages.ts'
import { actorOf } from '#src/platform/people/index.ts'
import type { Visitor } from '#src/platform/people/visitor.ts'
import { type Following, type Json, record } from '#src/platform/record.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { isOfficer, isStaff } from './access.ts'
import type { Commitment } from './ceremony-record.ts'
import { answersFor, type CommitmentAct, type Followed, refuse, rowOf } from './commitment.ts'
import { followed, lockCommitment, saveFollowed } from './commitment-store.ts'
import type { Bilingual, Party, Plan } from './plan.ts'
import { findPlan } from './plan-store.ts'

export interface SeenCommitment {
  visitor: Visitor
  followed: Followed
  plan: Plan
  us: Party
}

/** Staff see every commitment. @throws Refusal `sign_in_first`; `not_found` for everybody else, as if there were none */
export async function seeCommitment(db: Db, visitor: Visitor | null, id: string): Promise<SeenCommitment> {
  if (!visitor) throw new Refusal('sign_in_first', {}, 401)
  const found = isStaff(visitor) && /^[0-9a-f-]{36}$/.test(id) ? (await followed(db, { id }))[0] : undefined
  const plan = found && (await findPlan(db, found.commitment.ceremony))
  if (!plan) throw new Refusal('not_found', {}, 404)
  return { visitor, followed: found, plan, us: plan.parties.find((party) => party !== plan.partner)! }
}

/** Officers of the university that answers for it; the same sentence guards the act and shows the buttons. */
export const mayFollow = ({ visitor, followed: { commitment }, plan, us }: SeenCommitment): boolean =>
  isOfficer(visitor) && answersFor(commitment, plan) === us

export interface CommitmentMove {
  act: CommitmentAct
  reason: string
  /** With `accept`: the words as they were meant, and until when. */
  words?: Bilingual
  due?: string
  at: Temporal.Instant
}

/** @throws Refusal `commitment_not_ours`, `commitment_reason_missing`, `commitment_words_missing`, `commitment_due_malformed` */
export async function moveCommitment(db: Db, seen: SeenCommitment, move: CommitmentMove): Promise<void> {
  if (!mayFollow(seen)) refuse('commitment_not_ours', {}, 403)
  const { act, reason, at } = move
  const due = readDue(move.due)
  const { words } = move
  if (words && (words.en + words.zh === '' || words.en.length + words.zh.length > 4000))
    refuse('commitment_words_missing', {}, 422)
  await db.transaction().execute(async (tx) => {
    const before = (await lockCommitment(tx, seen.followed.commitment.id))!
    const row = rowOf(before.state, act)
    if (row.reason && !reason) refuse('commitment_reason_missing', {}, 422)
    const byName = seen.visitor.account.name.latin
    const step = { act, from: row.from, to: row.to, at, byParty: seen.us, byName, reason }
    const after: Followed = {
      commitment: words ? { ...before.commitment, words } : before.commitment,
      state: row.to,
      due: move.due === undefined ? before.due : due,
      version: before.version + 1,
      steps: [...before.steps, step],
    }
    await saveFollowed(tx, after)
    const { en, zh } = after.commitment.words
    await record(tx, {
      at,
      by: actorOf(seen.visitor),
      about: { kind: 'ceremony', id: seen.plan.id },
      act: 'ceremony.commitment_moved',
      detail: { state: row.to, en, zh },
      then: [standingMessage(seen.plan, after)],
    })
  })
}

function readDue(typed: string | undefined): Temporal.PlainDate | null {
  return typed ? (readDay(typed) ?? refuse('commitment_due_malformed', {}, 422)) : null
}

/** A mark, for the partner's node. Words, and who said them to whom; never who clicked it but by name. */
export function markMessage({ partner }: Pick<Plan, 'partner'>, c: Commitment): Following {
  const { ceremony, at, ...rest } = c
  return message(partner, 'ceremony.commitment', ceremony, { ...rest, at: at.toString() } as unknown as Json)
}

function standingMessage({ partner }: Plan, { commitment: c, state, due, version, steps }: Followed): Following {
  const written = steps.map(({ at, byParty: _, ...step }) => ({ ...step, at: at.toString() }))
  const body = { id: c.id, words: c.words, to: c.to, state, due: due?.toString() ?? null, version, steps: written }
  return message(partner, 'ceremony.commitment_standing', c.ceremony, body as unknown as Json)
}
