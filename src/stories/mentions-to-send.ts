/** Webmentions that follow from a publication: whoever a story links is told that it does. */
import type { Tx } from '#src/platform/database/tables.ts'
import type { Language } from '#src/platform/i18n/words.ts'
import type { Following } from '#src/platform/record.ts'
import type { StoryHouse } from './house.ts'
import { storyPath } from './published.ts'
import { relatedOf } from './related-store.ts'
import type { Story } from './store.ts'

/** The outbox topic; items for one host go one after the other. */
export const mentionTopic = 'webmention'

/** One item for each link in each language the story is published in. */
export async function mentionsToSend(
  tx: Tx,
  house: StoryHouse,
  story: Story,
  languages: Language[],
): Promise<Following[]> {
  const links = await relatedOf(tx, [story.id])
  return links.flatMap(({ url }) => languages.map((language) => mentionOf(house, story.slug!, language, url)))
}

export function mentionOf(house: StoryHouse, slug: string, language: Language, target: string): Following {
  const source = `${house.publicUrl}${storyPath(slug, language)}`
  return { topic: mentionTopic, stream: `webmention:${new URL(target).host}`, body: { source, target } }
}
