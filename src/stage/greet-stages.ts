/**
 * Whether the two nodes hear each other while a stage is played. Each greets the other every two seconds with its whole state;
 * the answer is the other's. So whatever was lost, delayed or waits behind a back-off, both agree again with the next greeting.
 */
import { findPlan, type Party, type Plan } from '#src/ceremonies/index.ts'
import type { Db, Tx } from '#src/platform/database/tables.ts'
import { announce } from '#src/platform/live/index.ts'
import { hurry } from '#src/platform/outbox/index.ts'
import type { Clock } from '#src/platform/time.ts'
import type { StageState } from './stage.ts'
import { activeStages, contactOf, saveContact, stageOf, stageTopic, watchingHere } from './store.ts'

/** Seconds without a word after which the other node counts as silent. */
export const silentAfter = 5

/** Sends one message to a partner's node at once, past the outbox; resolves when it was answered or given up. */
export type Tell = (outgoing: { to: Party; kind: string; about: string; body: unknown }) => Promise<unknown>

/** What a greeting says, and what it is answered with. */
export interface Greeting {
  state: StageState
  watching: number
  /** Makes each greeting one of its own. */
  at: string
}

export async function ourGreeting(db: Db, plan: Plan, now: Temporal.Instant): Promise<Greeting> {
  const [state, watching] = [await stageOf(db, plan), await watchingHere(db, plan.id, now)]
  return { state, watching, at: now.toString() }
}

/** Every two seconds: greets the partner of every stage on which something is going on, and notices its silence. */
export async function greetStages({ db, clock, tell }: { db: Db; clock: Clock; tell: Tell }): Promise<void> {
  const greeted = (await activeStages(db)).map(async ({ ceremony }) => {
    const plan = (await findPlan(db, ceremony))!
    const body = await ourGreeting(db, plan, clock())
    await tell({ to: plan.partner, kind: 'stage.here', about: plan.id, body }).catch(() => undefined)
    await noticeSilence(db, ceremony, clock())
  })
  await Promise.all(greeted)
}

async function noticeSilence(db: Db, ceremony: string, now: Temporal.Instant): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { heard_at, silent_since } = await contactOf(tx, ceremony)
    if (silent_since) return
    if (!heard_at) return saveContact(tx, ceremony, { heard_at: now })
    if (heard_at.until(now).total('seconds') <= silentAfter) return
    await saveContact(tx, ceremony, { silent_since: heard_at, watching: 0 })
    await announce(tx, stageTopic(ceremony))
  })
}

/** The partner's node was heard: what waits for it need not wait for its next turn. */
export async function noteHeard(
  tx: Tx,
  plan: Pick<Plan, 'id' | 'partner'>,
  { watching, at }: { watching?: number; at: Temporal.Instant },
): Promise<void> {
  const before = await contactOf(tx, plan.id)
  await saveContact(tx, plan.id, { heard_at: at, silent_since: null, ...(watching !== undefined && { watching }) })
  if (watching !== undefined) await countWatching(tx, plan.id, at)
  await hurry(tx, `message:${plan.partner}:${plan.id}`, at)
  if (before.silent_since) await announce(tx, stageTopic(plan.id))
}

/** Keeps the most that ever watched on both sides together. */
export async function countWatching(tx: Tx, ceremony: string, at: Temporal.Instant): Promise<void> {
  const { watching, most_watching } = await contactOf(tx, ceremony)
  const all = watching + (await watchingHere(tx, ceremony, at))
  if (all > most_watching) await saveContact(tx, ceremony, { most_watching: all })
}
