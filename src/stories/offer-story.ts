/** What a joint story sends to the partner when we have approved it: its photographs, then the whole content with its hash. */
import type { Tx } from '#src/platform/database/tables.ts'
import { getFile } from '#src/platform/files/index.ts'
import { message } from '#src/platform/messages.ts'
import type { Following, Json } from '#src/platform/record.ts'
import type { StoryContent } from './content.ts'
import type { Story } from './store.ts'

export interface Offering {
  content: StoryContent
  hash: string
  byName: string
  at: Temporal.Instant
}

/** Messages in their order; each photograph in one of its own, so that no message grows with their number. */
export async function offerStory(tx: Tx, story: Story, o: Offering): Promise<Following[]> {
  const to = story.partner!
  const photos: Following[] = []
  for (const { shared } of o.content.photos) {
    const file = (await getFile(tx, shared))!
    const jpeg = Buffer.from(file.bytes).toString('base64')
    photos.push(message(to, 'story.offer_photo', story.id, { sha256: shared, jpeg }))
  }
  const body = {
    number: story.offers + 1,
    content: o.content as unknown as Json,
    hash: o.hash,
    embargoUntil: story.embargoUntil?.toString() ?? null,
    byName: o.byName,
    at: o.at.toString(),
  }
  return [...photos, message(to, 'story.offer', story.id, body)]
}
