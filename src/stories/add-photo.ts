/** A photograph is taken into a story: looked at, its sizes made, what the photographer wrote in it taken over. */
import { findRecord } from '#src/ceremonies/index.ts'
import { sha256 } from '#src/platform/canonical.ts'
import type { Db, Tx } from '#src/platform/database/tables.ts'
import { putFile } from '#src/platform/files/index.ts'
import { type PhotoFacts, photoFacts, readPhoto, renditions } from '#src/platform/images/index.ts'
import type { WritersStory } from './access.ts'
import { momentCaption } from './caption-moment.ts'
import { changeContent } from './change-content.ts'
import type { Bilingual } from './content.ts'
import { keepRenditions } from './keep-renditions.ts'
import { insertPhoto, nextNumber, type StoryPhoto } from './photo-store.ts'
import { refuse } from './story.ts'

/** As many as an offer to the partner may carry. */
export const mostPhotos = 60
/** 25 MiB: the JPEG of a large camera. */
export const largestPhoto = 25 * 1024 * 1024

/**
 * @throws Refusal of `platform/images` where it is no photograph we take; `story_photos_too_many`
 * @returns the photograph's number
 */
export async function addPhoto(
  db: Db,
  held: WritersStory,
  { bytes, at }: { bytes: Uint8Array; at: Temporal.Instant },
): Promise<number> {
  const { type, width } = await readPhoto(bytes)
  const made = await renditions(bytes, { width })
  const facts = photoFacts(bytes)
  const original = sha256(bytes)
  let number = 0
  const change = { act: 'story.photo_added', at, writes: false, detail: { original } }
  await changeContent(db, held, change, async (tx, before, photos) => {
    if (photos.length >= mostPhotos) refuse('story_photos_too_many', { most: mostPhotos })
    await putFile(tx, bytes, type, largestPhoto)
    const shared = (await keepRenditions(tx, original, made))!
    number = await nextNumber(tx, before.id)
    const position = (photos.at(-1)?.position ?? 0) + 1
    const caption = await captionFor(tx, before.ceremony, facts)
    const largest = made.at(-1)!
    await insertPhoto(tx, before.id, {
      ...{ number, position, original, shared, caption },
      ...{ width: largest.width, height: largest.height },
      ...fromFacts(facts),
      ...untouched,
    })
    return before
  })
  return number
}

const untouched: Pick<StoryPhoto, 'decorative' | 'download' | 'approved' | 'permissions' | 'sizes'> = {
  decorative: false,
  download: null,
  approved: null,
  permissions: [],
  sizes: [],
}

/** Chinese metadata goes to the Chinese field. */
const inItsLanguage = (text: string): Bilingual =>
  /\p{Script=Han}/u.test(text) ? { en: '', zh: text } : { en: text, zh: '' }

const fromFacts = ({ alt, creator, credit, rights, people, takenAt }: PhotoFacts) => ({
  alt: inItsLanguage(alt.slice(0, 1000)),
  creator: creator.slice(0, 200),
  credit: credit.slice(0, 200),
  rights: rights.slice(0, 200),
  people: people.slice(0, 1000),
  takenAt: takenAt.slice(0, 40),
})

/** What the photographer wrote; else, in a story of a ceremony, what happened at the minute it was taken. */
async function captionFor(tx: Tx, ceremony: string | null, facts: PhotoFacts): Promise<Bilingual> {
  if (facts.caption) return inItsLanguage(facts.caption.slice(0, 1000))
  const took = ceremony && facts.takenAt ? await findRecord(tx, ceremony) : undefined
  return took ? momentCaption(took, facts.takenAt) : { en: '', zh: '' }
}
