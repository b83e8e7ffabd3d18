/** An editor approves a photograph; who allowed which use of it is noted. */

import type { Db } from '#src/platform/database/tables.ts'
import { readDay } from '#src/platform/day.ts'
import { getFile, putFile } from '#src/platform/files/index.ts'
import { labelled } from '#src/platform/images/index.ts'
import { actorOf } from '#src/platform/people/index.ts'
import { record } from '#src/platform/record.ts'
import { isEditor, mayWrite, type WritersStory } from './access.ts'
import { photoNumbered, stampOf } from './change-photo.ts'
import { headlineOf } from './content.ts'
import { dropPermission, photosOf, type StoryPhoto, savePermission, savePhoto } from './photo-store.ts'
import { lockStory, type Story } from './store.ts'
import { refuse } from './story.ts'
import type { Purpose } from './tables.ts'

export interface PhotoApproval {
  number: number
  /** `stampOf` the photograph the editor had before them. */
  stamp: string
  at: Temporal.Instant
}

/** Also writes the file the press may take, with caption, credit and copyright in it. @throws Refusal `story_editors_only` */
export async function approvePhoto(db: Db, { person, story }: WritersStory, input: PhotoApproval): Promise<void> {
  if (!isEditor(person)) refuse('story_editors_only', {}, 403)
  const seen = photoNumbered(await photosOf(db, story.id), input.number)
  const jpeg = await labelled((await getFile(db, seen.original))!.bytes, labelOf(seen, story))
  await db.transaction().execute(async (tx) => {
    const before = (await lockStory(tx, story.id))!
    const photo = photoNumbered(await photosOf(tx, before.id), input.number)
    if (stampOf(photo) !== input.stamp || stampOf(seen) !== input.stamp) refuse('story_changed_meanwhile')
    if (photo.approved) return
    const download = await putFile(tx, jpeg, 'image/jpeg')
    await savePhoto(tx, before.id, { ...photo, download, approved: { by: person.account.name.latin, at: input.at } })
    const detail = { photo: input.number }
    const about = { kind: 'story', id: before.id }
    await record(tx, { at: input.at, by: actorOf(person), about, act: 'story.photo_approved', detail })
  })
}

const labelOf = (photo: StoryPhoto, { translations }: Story) => ({
  caption: photo.caption,
  alt: photo.decorative ? { en: '', zh: '' } : photo.alt,
  headline: headlineOf(translations, 'en'),
  creator: photo.creator,
  credit: photo.credit,
  rights: photo.rights,
  people: photo.people.split(/[,，、;；]/).map((name) => name.trim()),
  takenAt: photo.takenAt,
})

export interface PermissionInput {
  number: number
  purpose: Purpose
  /** Who allowed it; empty takes the permission back. */
  givenBy: string
  /** ISO date. */
  givenOn: string
  at: Temporal.Instant
}

/** @throws Refusal `story_permission_incomplete` where it is not said who gave it and when */
export async function notePermission(db: Db, { person, story }: WritersStory, input: PermissionInput): Promise<void> {
  if (!mayWrite(person)) refuse('story_writers_only', {}, 403)
  const { number, purpose, givenBy, at } = input
  const givenOn = givenBy === '' ? null : dateOf(input.givenOn)
  await db.transaction().execute(async (tx) => {
    const before = (await lockStory(tx, story.id))!
    photoNumbered(await photosOf(tx, before.id), number)
    const where = { story: before.id, number }
    const notedBy = person.account.name.latin
    if (givenOn) await savePermission(tx, where, { purpose, givenBy, givenOn, notedBy, notedAt: at })
    else await dropPermission(tx, { ...where, purpose })
    const act = givenOn ? 'story.photo_permitted' : 'story.photo_permission_ended'
    const about = { kind: 'story', id: before.id }
    await record(tx, { at, by: actorOf(person), about, act, detail: { photo: number, purpose, givenBy } })
  })
}

const dateOf = (typed: string): Temporal.PlainDate => readDay(typed) ?? refuse('story_permission_incomplete', {}, 422)
