/** An officer notes what became of a post: its holder moved, left or retired; or begins a new one. Nothing old is rewritten. */

import type { Db } from '#src/platform/database/tables.ts'
import { readDay } from '#src/platform/day.ts'
import { actorOf, type Visitor } from '#src/platform/people/index.ts'
import { record } from '#src/platform/record.ts'
import { endPost, type PostEnd, refusePerson } from './person.ts'
import type { Person } from './person-store.ts'
import { insertPost, lockPost, type NewPost, savePostEnd } from './post-store.ts'
import { institutionNamed } from './store.ts'

export interface OfficersPerson {
  officer: Visitor
  person: Person
}

/** @throws Refusal `post_title_missing`, `post_institution_unknown`, `post_date_wrong` */
export async function beginPost(
  db: Db,
  { officer, person }: OfficersPerson,
  input: { post: NewPost; at: Temporal.Instant },
): Promise<void> {
  const post = { ...input.post, since: dayOf(input.post.since) }
  if (!post.title.en && !post.title.zh) refusePerson('post_title_missing', {}, 422)
  await db.transaction().execute(async (tx) => {
    const { ror: institution } =
      (await institutionNamed(tx, post.institution)) ?? refusePerson('post_institution_unknown', {}, 422)
    await insertPost(tx, person.id, { ...post, institution })
    const { title, since } = post
    await record(tx, {
      at: input.at,
      by: actorOf(officer),
      about: { kind: 'person', id: person.id },
      act: 'person.post_begun',
      detail: { institution, title: title.en || title.zh, since },
    })
  })
}

/** @throws Refusal `post_has_ended`, `post_date_wrong` where it would end before it began */
export async function endPersonsPost(
  db: Db,
  { officer, person }: OfficersPerson,
  input: { post: string; until: string; as: PostEnd; at: Temporal.Instant },
): Promise<void> {
  const until = dayOf(input.until) ?? refusePerson('post_date_wrong', {}, 422)
  await db.transaction().execute(async (tx) => {
    const post = (await lockPost(tx, person.id, input.post)) ?? refusePerson('post_has_ended')
    endPost(post, Temporal.PlainDate.from(until))
    await savePostEnd(tx, post.id, until, input.as)
    await record(tx, {
      at: input.at,
      by: actorOf(officer),
      about: { kind: 'person', id: person.id },
      act: `person.${input.as}`,
      detail: { institution: post.institution, title: post.title_en || post.title_zh, until },
    })
  })
}

/** `2021-09-23` as it stands; null where nothing was typed. */
const dayOf = (typed: string | null): string | null =>
  typed ? (readDay(typed) ?? refusePerson('post_date_wrong', {}, 422)).toString() : null
