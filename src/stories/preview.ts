/** A story that is not published, as it would be read. Rules only. */
import type { Bilingual, StoryContent } from './content.ts'
import { languages } from './content.ts'
import type { ImageAddress } from './figure.ts'
import type { PublishedPhoto, PublishedStory, RelatedStory } from './published.ts'
import { parseBody } from './story-body.ts'

/** A content with what is around it; every language with any text counts as there. */
export function previewOf(
  o: { id: string; content: StoryContent; sizes: (photo: number) => number[]; related?: RelatedStory[] },
  now: Temporal.Instant,
): PublishedStory {
  const { content } = o
  const said = (field: 'headline' | 'summary' | 'body'): Bilingual => ({
    en: content.translations.en[field],
    zh: content.translations.zh[field],
  })
  const body = said('body')
  const photos = content.photos.map(
    ({ shared, ...photo }): PublishedPhoto => ({
      ...photo,
      sha256: shared,
      sizes: o.sizes(photo.number),
      download: null,
    }),
  )
  return {
    ...{ id: o.id, slug: '', section: content.section, photos, editors: content.editors },
    ...{ partner: content.partner, agreement: content.agreement, ceremony: content.ceremony },
    heldOn: content.heldOn ? Temporal.PlainDate.from(content.heldOn) : null,
    ...{ publishedAt: now, modifiedAt: now, corrections: [], withdrawn: null, mentions: [] },
    languages: languages.filter((one) => content.translations[one].headline || content.translations[one].body),
    ...{ headline: said('headline'), summary: said('summary'), related: o.related ?? [] },
    body: { en: parseBody(body.en), zh: parseBody(body.zh) },
  }
}

/** Where the office sees the photographs of a story of its own. */
export const officeImage =
  (story: string): ImageAddress =>
  (photo, width, format) =>
    `/stories/${story}/photos/${photo.number}/${width}.${format}`
