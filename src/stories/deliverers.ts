/** What the outbox delivers for this area: mentions of others' pages, and looks at pages that mention ours. */
import type { Deliverer } from '#src/platform/outbox/index.ts'
import type { Clock } from '#src/platform/time.ts'
import { mentionChecker } from './check-mention.ts'
import type { StoryHouse } from './house.ts'
import { mentionSender } from './send-mention.ts'

export function storyDeliverers(parts: {
  house: StoryHouse
  clock: Clock
}): Record<'webmention' | 'webmention_check', Deliverer> {
  return { webmention: mentionSender(parts.house), webmention_check: mentionChecker(parts) }
}
