/** A person's posts and what becomes of them. Pure rules. */
import { refuser } from '#src/platform/refusal.ts'

export const postEnds = ['moved', 'left', 'retired'] as const
export type PostEnd = (typeof postEnds)[number]

/** Why we may keep how someone is reached. `published`: their own university shows it; `contract`: an agreement names them as contact. */
export const bases = ['none', 'published', 'contract', 'consent'] as const
export type Basis = (typeof bases)[number]

export interface Post {
  id: string
  institution: string
  since: Temporal.PlainDate | null
  until: Temporal.PlainDate | null
}

/** Held on a day: begun, and not ended before it. A post without dates is held. */
export function isHeld(post: Post, on: Temporal.PlainDate): boolean {
  const { compare } = Temporal.PlainDate
  return (!post.since || compare(post.since, on) <= 0) && (!post.until || compare(post.until, on) >= 0)
}

export interface Lead {
  institution: string
  person: string
  until: Temporal.PlainDate | null
}

/**
 * The universities of a partnership where nobody leads any more: no lead who still has a post there. Two leads a side are
 * the aim; none is what someone must be told of.
 */
export function contactNeeded(
  institutions: string[],
  leads: Lead[],
  postsOf: (person: string) => Post[],
  on: Temporal.PlainDate,
): string[] {
  const leads_ = (institution: string) =>
    leads.some(
      (lead) =>
        lead.institution === institution &&
        !lead.until &&
        postsOf(lead.person).some((post) => post.institution === institution && isHeld(post, on)),
    )
  return institutions.filter((institution) => !leads_(institution))
}

export type PersonRefusal =
  | 'person_name_missing'
  | 'person_basis_missing'
  | 'person_changed_meanwhile'
  | 'post_title_missing'
  | 'post_institution_unknown'
  | 'post_date_wrong'
  | 'post_has_ended'
  | 'lead_not_of_either_side'
  | 'lead_already'
export const refusePerson = refuser<PersonRefusal>()

/** When a post ends it must have begun before. @throws Refusal `post_has_ended`, `post_date_wrong` */
export function endPost(post: Post, on: Temporal.PlainDate): void {
  if (post.until) refusePerson('post_has_ended')
  if (post.since && Temporal.PlainDate.compare(on, post.since) < 0) refusePerson('post_date_wrong', {}, 422)
}
