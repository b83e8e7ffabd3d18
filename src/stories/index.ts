/** The front door of the stories area. */

export { isEditor, maySeeStories, mayWrite } from './access.ts'
export type { StoryParts } from './answers.ts'
export { type ArticleOptions, storyArticle } from './article.ts'
export { checkLinks } from './check-links.ts'
export type { Bilingual, Editor, EditorRole } from './content.ts'
export { storyDeliverers } from './deliverers.ts'
export { findStories, type StoryFound } from './find-stories.ts'
export { forgetPhotos, photosDue } from './forget-photos.ts'
export type { PartnerSite, StoryHouse } from './house.ts'
export { storyMessages } from './messages.ts'
export { storyActivity } from './partner-activity.ts'
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
export { stateWords as storyStateWords } from './state-words.ts'
export { storiesFollow } from './stories-follow.ts'
export type { StoryBlock } from './story-body.ts'
export { publishDue } from './timed.ts'
export { type StoryDuty, storiesWaitingFor, type WaitingStory } from './waiting-stories.ts'
export { storyJournalWords, storyRefusalWords } from './words.ts'
