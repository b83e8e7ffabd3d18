/** A story on its way to the public: its states, and the rules of moving on. */
import { refuser } from '#src/platform/refusal.ts'

export const storyStates = [
  'draft',
  'in_review',
  'changes_requested',
  'approved',
  'scheduled',
  'published',
  'corrected',
  'withdrawn',
] as const
export type StoryState = (typeof storyStates)[number]

export type StoryAct =
  | 'edit'
  | 'submit'
  | 'approve'
  | 'ask_changes'
  | 'partner_asks_changes'
  | 'complete_approvals'
  | 'schedule'
  | 'unschedule'
  | 'hold_back'
  | 'publish'
  | 'correct'
  | 'withdraw'

/** `writer`: officers and editors; `node`: the clock, or what follows from both sides' acts. */
export interface StoryRow {
  from: StoryState
  act: StoryAct
  who: 'writer' | 'editor' | 'partner' | 'node'
  to: StoryState
}

const row = (from: StoryState, act: StoryAct, who: StoryRow['who'], to: StoryState): StoryRow => ({
  from,
  act,
  who,
  to,
})

/** The whole lifecycle. The buttons, the tests and the diagram in the README come from these rows. */
export const storyLifecycle: StoryRow[] = [
  row('draft', 'edit', 'writer', 'draft'),
  row('draft', 'submit', 'writer', 'in_review'),
  row('in_review', 'edit', 'editor', 'in_review'),
  row('in_review', 'approve', 'editor', 'in_review'),
  row('in_review', 'ask_changes', 'editor', 'changes_requested'),
  row('in_review', 'partner_asks_changes', 'partner', 'changes_requested'),
  row('in_review', 'complete_approvals', 'node', 'approved'),
  row('changes_requested', 'edit', 'writer', 'changes_requested'),
  row('changes_requested', 'submit', 'writer', 'in_review'),
  row('approved', 'edit', 'editor', 'in_review'),
  row('approved', 'ask_changes', 'editor', 'changes_requested'),
  row('approved', 'partner_asks_changes', 'partner', 'changes_requested'),
  row('approved', 'schedule', 'editor', 'scheduled'),
  row('approved', 'publish', 'editor', 'published'),
  row('scheduled', 'edit', 'editor', 'in_review'),
  row('scheduled', 'unschedule', 'editor', 'approved'),
  row('scheduled', 'partner_asks_changes', 'partner', 'changes_requested'),
  row('scheduled', 'hold_back', 'node', 'approved'),
  row('scheduled', 'publish', 'editor', 'published'),
  row('published', 'edit', 'editor', 'published'),
  row('published', 'approve', 'editor', 'published'),
  row('published', 'partner_asks_changes', 'partner', 'published'),
  row('published', 'correct', 'editor', 'corrected'),
  row('published', 'withdraw', 'editor', 'withdrawn'),
  row('corrected', 'edit', 'editor', 'corrected'),
  row('corrected', 'approve', 'editor', 'corrected'),
  row('corrected', 'partner_asks_changes', 'partner', 'corrected'),
  row('corrected', 'correct', 'editor', 'corrected'),
  row('corrected', 'withdraw', 'editor', 'withdrawn'),
]

export type StoryRefusal =
  | 'story_does_not_allow'
  | 'story_writers_only'
  | 'story_editors_only'
  | 'story_changed_meanwhile'
  | 'story_malformed'
  | 'story_date_malformed'
  | 'story_slug_taken'
  | 'story_slug_kept'
  | 'story_photo_unknown'
  | 'story_partner_missing'
  | 'story_partner_has_no_node'
  | 'story_headline_missing'
  | 'story_language_incomplete'
  | 'story_no_language'
  | 'story_photo_unapproved'
  | 'story_photo_undescribed'
  | 'story_photo_not_permitted'
  | 'story_photo_not_found'
  | 'story_photos_too_many'
  | 'story_not_approved'
  | 'story_partner_unconfirmed'
  | 'story_embargoed'
  | 'story_author_may_not_approve'
  | 'story_already_approved'
  | 'story_nothing_to_correct'
  | 'story_note_missing'
  | 'story_reason_missing'
  | 'story_time_missing'
  | 'story_time_past'
  | 'story_address_malformed'
  | 'story_permission_incomplete'
  | 'story_offer_gone'
  | 'story_offer_does_not_fit'
  | 'story_not_the_partner'
  | 'ceremony_not_held'
  | 'mention_malformed'
  | 'mention_not_ours'

export const refuse = refuser<StoryRefusal>()

/** The state an act leads to. @throws Refusal `story_does_not_allow` where the state has no such act */
export function move({ state }: { state: StoryState }, act: StoryAct): StoryState {
  const found = storyLifecycle.find((r) => r.from === state && r.act === act)
  return found?.to ?? refuse('story_does_not_allow', { state, act })
}

/** Whether the act is open in this state. Pages show a button exactly then. */
export const allows = ({ state }: { state: StoryState }, act: StoryAct): boolean =>
  storyLifecycle.some((r) => r.from === state && r.act === act)

/** Whether editors alone may do this now; before, officers may as well. */
export const editorsOnly = ({ state }: { state: StoryState }, act: StoryAct): boolean =>
  storyLifecycle.some((r) => r.from === state && r.act === act && r.who === 'editor')

/** Whether the public can read it. */
export const isOut = ({ state }: { state: StoryState }): boolean => state === 'published' || state === 'corrected'
