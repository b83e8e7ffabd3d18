/** Keeps the sizes of a photograph. */
import type { Tx } from '#src/platform/database/tables.ts'
import { putFile } from '#src/platform/files/index.ts'
import type { Rendition } from '#src/platform/images/index.ts'
import { saveRenditions } from './photo-store.ts'

/** @returns the hash of the largest JPEG kept, which stands for the photograph in what both sides approve; undefined where none was */
export async function keepRenditions(tx: Tx, original: string, made: Rendition[]): Promise<string | undefined> {
  const files: (Omit<Rendition, 'bytes'> & { file: string })[] = []
  for (const { bytes, ...one } of made) {
    const file = await putFile(tx, bytes, one.format === 'jpg' ? 'image/jpeg' : 'image/webp')
    files.push({ ...one, file })
  }
  await saveRenditions(tx, original, files)
  return files.filter(({ format }) => format === 'jpg').at(-1)?.file
}
