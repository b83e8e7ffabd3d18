/** Messages in the wrong order: senders that do not wait for their earlier ones, and a wire that holds one back. */
import type { KillablePair } from './killable.ts'
import { meddledToTheEnd, otherOf, sides, type Which } from './two-nodes.ts'
import type { Meddler, Passing } from './wire.ts'

/** A message of a play: who sends it, and its kind. Where a side sends several of a kind, the first. */
export type Sent = `${Which} ${string}`

/**
 * From now on the nodes send every message at once, as another program's might. Ours sends what belongs to one agreement one after
 * the other; what arrives must not depend on it.
 */
export async function sendWithoutOrder(pair: KillablePair): Promise<void> {
  for (const side of sides) {
    await pair[side].database.pool.query(`
      create function streamless() returns trigger language plpgsql as $$
      begin
        if new.topic = 'message' then new.stream := new.stream || ':' || new.id; end if;
        return new;
      end $$;
      create trigger streamless before insert on outbox for each row execute function streamless();`)
  }
}

export interface Holding {
  message: Sent
  /** Which must have been answered before it is let go. */
  until: readonly Sent[]
  /** Milliseconds it is held longer, for whatever else may come. */
  linger?: number
}

/** Plays to the end with one message held back. @returns what was sent after it and answered before it. @throws where it never came */
export async function heldBack(
  pair: KillablePair,
  agreement: string,
  { message, until, linger = 0 }: Holding,
  play: () => Promise<void>,
): Promise<Set<Sent>> {
  const answered = new Set<Sent>()
  const overtook = new Set<Sent>()
  const sentBefore = new Set<Sent>()
  let stage: 'awaited' | 'held' | 'gone' = 'awaited'
  const enough = Promise.withResolvers<void>()
  const look = () => until.every((other) => answered.has(other)) && enough.resolve()
  const hand = (from: Which): Meddler => {
    const nameOf = ({ kind }: Passing): Sent => `${from} ${kind}`
    return {
      before: async (passing) => {
        if (passing.about !== agreement) return 'pass'
        const name = nameOf(passing)
        if (stage === 'awaited') sentBefore.add(name)
        if (name !== message || stage === 'gone') return 'pass'
        stage = 'held'
        look()
        await enough.promise
        await new Promise((done) => setTimeout(done, linger))
        stage = 'gone'
        return 'pass'
      },
      after: async (passing) => {
        if (passing.about !== agreement) return 'pass'
        const name = nameOf(passing)
        answered.add(name)
        if (stage === 'held' && !sentBefore.has(name)) overtook.add(name)
        look()
        // Whoever was told "not yet" need not wait until its pause is over.
        if (name === message) for (const side of sides) void pair[side].passTime()
        return 'pass'
      },
    }
  }
  await meddledToTheEnd(pair, { second: hand('first'), first: hand('second') }, play)
  if ((stage as string) !== 'gone') throw new Error(`no ${message} came by`)
  return overtook
}

/** Plays to the end, so that neither side's message of these kinds arrives before the other's is sent. */
export async function crossed(
  pair: KillablePair,
  agreement: string,
  kinds: Record<Which, string>,
  play: () => Promise<void>,
): Promise<void> {
  const sent = new Set<Which>()
  const both = Promise.withResolvers<void>()
  const hand = (from: Which): Meddler => ({
    before: async ({ about, kind }) => {
      if (about !== agreement || kind !== kinds[from]) return 'pass'
      sent.add(from)
      if (sent.size === sides.length) both.resolve()
      await both.promise
      return 'pass'
    },
  })
  const hands = Object.fromEntries(sides.map((to) => [to, hand(otherOf(to))]))
  await meddledToTheEnd(pair, hands, play)
  if (sent.size < sides.length) throw new Error(`only ${[...sent]} sent anything`)
}
