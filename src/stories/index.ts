/** The front door of the stories area. */

export type { StoryParts } from './answers.ts'
export { type ArticleOptions, storyArticle } from './article.ts'
export { checkLinks } from './check-links.ts'
export type { Bilingual, Editor, EditorRole } from './content.ts'
export { storyDeliverers } from './deliverers.ts'
export type { PartnerSite, StoryHouse } from './house.ts'
export { storyMessages } from './messages.ts'
export {
  type Mention,
  type PublishedPhoto,
  type PublishedStory,
  photoPath,
  type RelatedStory,
  sizeFor,
  storyPath,
} from './published.ts'
export { findPublished, publishedStories, searchStories } from './published-store.ts'
export { storyRoutes } from './routes.ts'
export type { StoryBlock } from './story-body.ts'
export { publishDue } from './timed.ts'
export { storyJournalWords, storyRefusalWords } from './words.ts'
