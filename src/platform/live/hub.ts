/** Passes revisions on to the open pages of this process. One connection to the database serves them all. */
import type { Listener } from '#src/platform/database/listen.ts'
import type { Db } from '#src/platform/database/tables.ts'
import { revisionOf, revisions } from './announce.ts'

/** Where events go: an open response, or a test. `send` gets bytes shared with every other follower. */
export interface Follower {
  send(event: Buffer): void
}

export interface LiveHub {
  /**
   * Sends `follower` every later revision of a topic, and the present one unless it is `known` already.
   * @returns a function that ends it
   */
  follow(topic: string, follower: Follower, known?: string): Promise<() => void>
  /** Followers of all topics. */
  size(): number
  close(): void
}

interface Topic {
  followers: Set<Follower>
  /** How many are about to follow. */
  arriving: number
  /** The last revision sent; the same is not sent twice. */
  last: string
}

/** One event in the form of Server-Sent Events; the id lets a browser that comes back say what it has seen. */
const event = (revision: string) => Buffer.from(`id: ${revision}\ndata: ${revision}\n\n`)

/** Starts hearing `live` notifications. */
export async function openLiveHub(db: Db, listener: Listener): Promise<LiveHub> {
  const topics = new Map<string, Topic>()

  const send = (name: string, revision: string) => {
    const topic = topics.get(name)
    // Two acts may be heard in the opposite order of their numbers: only a higher one is news.
    if (!topic || BigInt(revision) <= BigInt(topic.last)) return
    topic.last = revision
    const bytes = event(revision)
    for (const follower of topic.followers) follower.send(bytes)
  }
  const readAgain = async () => {
    for (const [topic, revision] of await revisions(db, [...topics.keys()])) send(topic, revision)
  }
  const unlisten = await listener.on('live', (payload) => {
    // What was announced while the connection was down is read; if that fails too, the next announcement tells.
    if (payload === null) return void readAgain().catch(() => {})
    const space = payload.indexOf(' ')
    send(payload.slice(space + 1), payload.slice(0, space))
  })

  return {
    async follow(name, follower, known) {
      const topic = topics.get(name) ?? { followers: new Set(), arriving: 0, last: '0' }
      topics.set(name, topic)
      // While the revision is being read, notifications of the topic must already be heard.
      topic.arriving++
      const present = await revisionOf(db, name).finally(() => topic.arriving--)
      send(name, present)
      topic.followers.add(follower)
      if (topic.last !== known) follower.send(event(topic.last))
      return () => {
        topic.followers.delete(follower)
        if (topic.followers.size + topic.arriving === 0) topics.delete(name)
      }
    },
    size: () => [...topics.values()].reduce((sum, topic) => sum + topic.followers.size, 0),
    close: unlisten,
  }
}
