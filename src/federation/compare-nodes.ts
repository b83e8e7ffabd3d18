/** Asks a partner's node what both of us are done with. What it knows and we do not, we have lost: our database is an older copy. */
import type { z } from 'zod'
import { ownAddress } from './announce-address.ts'
import {
  ahead,
  type Comparison,
  comparisonShape,
  kinds,
  page,
  type questionShape,
  settledPosition,
} from './comparison.ts'
import { seal } from './envelope.ts'
import { comparedPosition, knownOf, openMessages, saveComparedPosition } from './exchanged-store.ts'
import { isHolding, missingFrom, saveLost } from './lost-store.ts'
import type { Receiver } from './receive-message.ts'
import { askNode, type Outgoing, type Sender } from './send-message.ts'
import { takeBack } from './take-back.ts'

export interface Comparing {
  sender: Sender
  receiver: Receiver
}

export interface Compared {
  at: Temporal.Instant
  /** Its clock, when it answered. */
  theirClock: Temporal.Instant
  /** Milliseconds by which it is ahead of ours. */
  ahead: number
  /** Whether anything we once had is still missing here that keeps us from signing. */
  missing: boolean
}

/** @returns what was found; or why nothing was: the node is not reached, or does not know the question */
export async function compareNodes(comparing: Comparing, institution: string): Promise<Compared | string> {
  const { db, clock } = comparing.sender
  const reachedAt = await ownAddress(db)
  for (;;) {
    const after = await comparedPosition(db, institution)
    const asked = clock()
    const told = await ask(comparing.sender, institution, { at: asked.toString(), after, reachedAt })
    if (typeof told === 'string') return told
    const heard = clock()
    await noteLost(comparing.sender, institution, told)
    const position = settledPosition(told, after)
    if (position > after) await saveComparedPosition(db, institution, position)
    if (told.exchanged.length === page) continue
    if ((await missingFrom(db, institution)).length > 0) await takeBack(comparing, institution)
    const missing = await isHolding(db, institution)
    return { at: heard, theirClock: told.at, ahead: ahead(asked, heard, told.at), missing }
  }
}

async function ask(sender: Sender, to: string, body: z.input<typeof questionShape>): Promise<Comparison | string> {
  const answer = await askNode(sender, { to, kind: kinds.compare, about: 'messages', body })
  if (typeof answer === 'string') return answer
  if (answer.answer !== 'accepted') return answer.reason
  const told = comparisonShape.safeParse(answer.result)
  return told.success ? told.data : 'answer_malformed'
}

/** What of theirs and of ours is known to them, and neither done with nor under way here. */
async function noteLost(sender: Sender, institution: string, { exchanged }: Comparison): Promise<void> {
  const { db, us, clock } = sender
  // In this order: what is answered between the two questions is found by the second.
  const open = (await openMessages(db, institution)) as Outgoing[]
  const underWay = new Set(open.map((outgoing) => seal({ ...outgoing, from: us.keyid }).id))
  const known = await knownOf(
    db,
    exchanged.map((e) => e.id),
  )
  const lost = exchanged.filter(({ id }) => !known.has(id) && !underWay.has(id))
  const noticedAt = clock()
  for (const { id, position, ours: theirs, at: exchangedAt } of lost) {
    const of = { id, institution, ours: !theirs, kind: '', about: '', position, exchangedAt, noticedAt }
    await db.transaction().execute((tx) => saveLost(tx, of))
  }
}
