/** Changing a photograph in a story: its words, its place, taking it out. Whatever it says anew has to be approved anew. */
import { canonicalHash } from '#src/platform/canonical.ts'
import type { Db } from '#src/platform/database/tables.ts'
import type { WritersStory } from './access.ts'
import { changeContent } from './change-content.ts'
import { removePhoto, type StoryPhoto, savePhoto } from './photo-store.ts'
import { refuse } from './story.ts'

export type PhotoText = Pick<
  StoryPhoto,
  'caption' | 'alt' | 'decorative' | 'creator' | 'credit' | 'rights' | 'people' | 'takenAt'
>

const textOf = ({ caption, alt, decorative, creator, credit, rights, people, takenAt }: PhotoText): PhotoText => ({
  ...{ caption, alt, decorative, creator },
  ...{ credit, rights, people, takenAt },
})

/** Tells one state of a photograph's words from another: a form begun from an older one is refused. */
export const stampOf = (photo: PhotoText): string => canonicalHash(textOf(photo)).slice(0, 16)

/** The photograph with this number. @throws Refusal `story_photo_unknown` */
export const photoNumbered = (photos: StoryPhoto[], number: number): StoryPhoto =>
  photos.find((photo) => photo.number === number) ?? refuse('story_photo_unknown', {}, 404)

export interface PhotoInput {
  number: number
  text: PhotoText
  /** `stampOf` the photograph the writer began from. */
  stamp: string
  at: Temporal.Instant
}

/** @throws Refusal `story_changed_meanwhile` where a colleague changed it in between */
export async function savePhotoText(db: Db, held: WritersStory, input: PhotoInput): Promise<void> {
  const { number, text, stamp, at } = input
  const change = { act: 'story.photo_changed', at, writes: true, detail: { photo: number } }
  await changeContent(db, held, change, async (tx, before, photos) => {
    const photo = photoNumbered(photos, number)
    if (stampOf(photo) !== stamp) refuse('story_changed_meanwhile')
    if (stampOf(text) === stamp) return before
    await savePhoto(tx, before.id, { ...photo, ...text, approved: null, download: null })
    return before
  })
}

export async function takeOutPhoto(
  db: Db,
  held: WritersStory,
  { number, at }: { number: number; at: Temporal.Instant },
): Promise<void> {
  const change = { act: 'story.photo_taken_out', at, writes: false, detail: { photo: number } }
  await changeContent(db, held, change, async (tx, before, photos) => {
    await removePhoto(tx, before.id, photoNumbered(photos, number).number, at)
    return before
  })
}

/** Puts a photograph one place forward: the first that the text does not place leads the story. */
export async function moveForward(
  db: Db,
  held: WritersStory,
  { number, at }: { number: number; at: Temporal.Instant },
): Promise<void> {
  const change = { act: 'story.photo_moved', at, writes: false, detail: { photo: number } }
  await changeContent(db, held, change, async (tx, before, photos) => {
    const photo = photoNumbered(photos, number)
    const other = photos[photos.indexOf(photo) - 1]
    if (!other) return before
    await savePhoto(tx, before.id, { ...photo, position: other.position })
    await savePhoto(tx, before.id, { ...other, position: photo.position })
    return before
  })
}
