/** The photographs of a story as it was offered, where our database was set back to before that. */
import type { Tx } from '#src/platform/database/tables.ts'
import { getFile } from '#src/platform/files/index.ts'
import { renditions } from '#src/platform/images/index.ts'
import { NotYet } from '#src/platform/messages.ts'
import type { ContentPhoto } from './content.ts'
import { keepRenditions } from './keep-renditions.ts'
import { insertPhoto, photosOf, removePhoto, savePhoto, saveRenditions } from './photo-store.ts'

/**
 * Makes the story's photographs these. One whose original is still here keeps it, with the uses permitted.
 * @throws NotYet where a photograph has to come back first
 */
export async function photosAgain(tx: Tx, story: string, wanted: ContentPhoto[], at: Temporal.Instant): Promise<void> {
  const here = await photosOf(tx, story)
  for (const { number } of here)
    if (!wanted.some((photo) => photo.number === number)) await removePhoto(tx, story, number, at)
  for (const [index, photo] of wanted.entries()) {
    const held = here.find(({ number, shared }) => number === photo.number && shared === photo.shared)
    if (held) await savePhoto(tx, story, { ...held, ...photo, position: index + 1 })
    else await photoAgain(tx, story, photo, index + 1)
  }
}

/** What crossed is the best there still is, and stands for the original. Its use has to be permitted and approved anew. */
async function photoAgain(tx: Tx, story: string, photo: ContentPhoto, position: number): Promise<void> {
  const { shared, width, height } = photo
  const file = await getFile(tx, shared)
  if (!file) throw new NotYet('photo_missing')
  const made = await renditions(file.bytes, { width })
  const smaller = made.filter((one) => one.format !== 'jpg' || one.width !== width)
  await saveRenditions(tx, shared, [{ width, height, format: 'jpg', file: shared }])
  await keepRenditions(tx, shared, smaller)
  const unknown = { download: null, approved: null, permissions: [], sizes: [] }
  await insertPhoto(tx, story, { ...photo, ...unknown, position, original: shared })
}
