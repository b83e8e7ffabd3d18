/** A story's content put together from its working copy and its photographs. */
import type { Db } from '#src/platform/database/tables.ts'
import { contentHash, type StoryContent } from './content.ts'
import { photosOf, type StoryPhoto } from './photo-store.ts'
import type { Story } from './store.ts'

export function contentOf(story: Story, photos: StoryPhoto[]): StoryContent {
  return {
    section: story.section,
    heldOn: story.heldOn?.toString() ?? null,
    partner: story.partner,
    agreement: story.agreement,
    ceremony: story.ceremony,
    translations: story.translations,
    editors: story.editors,
    photos: photos.map(({ number, shared, width, height, caption, alt, decorative, ...rest }) => ({
      ...{ number, shared, width, height, caption, alt, decorative },
      ...{ creator: rest.creator, credit: rest.credit, rights: rest.rights },
      ...{ people: rest.people, takenAt: rest.takenAt },
    })),
  }
}

/** Content and hash of the working copy as it is now. */
export async function readContent(
  db: Db,
  story: Story,
): Promise<{ content: StoryContent; hash: string; photos: StoryPhoto[] }> {
  const photos = await photosOf(db, story.id)
  const content = contentOf(story, photos)
  return { content, hash: contentHash(content), photos }
}
