/** What stands in the way of publication. Rules only: each is told as a sentence that says who can do what. */
import type { RefusalDetails } from '#src/platform/refusal.ts'
import type { StoryApproval } from './approval-store.ts'
import { readyLanguages } from './content.ts'
import type { StoryPhoto } from './photo-store.ts'
import type { Story } from './store.ts'
import type { StoryRefusal } from './story.ts'
import { placedPhotos } from './story-body.ts'

export interface Blocker {
  reason: StoryRefusal
  details: RefusalDetails
}

export interface Subject {
  story: Story
  photos: StoryPhoto[]
  approvals: StoryApproval[]
  /** Of the content as it is now. */
  hash: string
  /** What the partner is called, for the sentences; both languages. */
  partner?: { en: string; zh: string }
}

/** Everything in the way of publishing at an instant, in the order in which it is best put right. */
export function blockersOf(subject: Subject, at: Temporal.Instant): Blocker[] {
  return [...textBlockers(subject), ...photoBlockers(subject), ...approvalBlockers(subject), ...embargo(subject, at)]
}

function textBlockers({ story, photos }: Subject): Blocker[] {
  const ready = readyLanguages(story)
  if (ready.length === 0) return [{ reason: 'story_no_language', details: {} }]
  const numbers = photos.map(({ number }) => number)
  return ready.flatMap((language): Blocker[] => {
    const { headline, body } = story.translations[language]
    const missing = [...(headline ? [] : ['headline']), ...(body ? [] : ['body'])]
    const lost = placedPhotos(body).filter((number) => !numbers.includes(number))
    return [
      ...(missing.length > 0
        ? [{ reason: 'story_language_incomplete' as const, details: { language, fields: missing } }]
        : []),
      ...(lost.length > 0
        ? [{ reason: 'story_photo_not_found' as const, details: { language, photos: lost.map(String) } }]
        : []),
    ]
  })
}

function photoBlockers({ story, photos }: Subject): Blocker[] {
  const ready = readyLanguages(story)
  const wrong = (reason: StoryRefusal, is: (photo: StoryPhoto) => boolean): Blocker[] => {
    const found = photos.filter(is).map(({ number }) => String(number))
    return found.length > 0 ? [{ reason, details: { photos: found } }] : []
  }
  return [
    ...wrong('story_photo_undescribed', (p) => !p.decorative && ready.some((language) => p.alt[language] === '')),
    ...wrong('story_photo_not_permitted', (p) => !p.permissions.some(({ purpose }) => purpose === 'site')),
    ...wrong('story_photo_unapproved', (p) => p.approved === null),
  ]
}

function approvalBlockers({ story, approvals, hash, partner }: Subject): Blocker[] {
  const has = (side: 'ours' | 'theirs') => approvals.some((a) => a.side === side && a.hash === hash)
  const who = { en: partner?.en ?? '', zh: partner?.zh ?? '' }
  return [
    ...(has('ours') ? [] : [{ reason: 'story_not_approved' as const, details: {} }]),
    ...(story.joint && !has('theirs')
      ? [
          {
            reason: 'story_partner_unconfirmed' as const,
            details: { ...who, offered: has('ours') },
          },
        ]
      : []),
  ]
}

function embargo({ story }: Subject, at: Temporal.Instant): Blocker[] {
  const until = story.embargoUntil
  if (!until || Temporal.Instant.compare(at, until) >= 0) return []
  return [{ reason: 'story_embargoed', details: { until: until.toString() } }]
}
