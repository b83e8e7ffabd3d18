/** What stories need to know of this node and of its confirmed partners. */
import { peers } from '#src/federation/index.ts'
import type { StoryHouse } from '#src/stories/index.ts'

/** Asked anew each time: a partner confirmed a minute ago counts. */
export function storyHouse(publicUrl: string): StoryHouse {
  return {
    publicUrl,
    sites: async (db) => {
      const confirmed = (await peers(db)).filter((peer) => peer.confirmed_at)
      return confirmed.map(({ institution: ror, site }) => ({ ror, origin: new URL(site).origin }))
    },
  }
}
