/** A photograph for stories of the public site: drawn, so that nobody is in it, and as large as a camera's. */
import sharp from 'sharp'
import { sha256 } from '#src/platform/canonical.ts'
import type { Tx } from '#src/platform/database/tables.ts'
import { putFile } from '#src/platform/files/index.ts'
import { type Rendition, renditions } from '#src/platform/images/index.ts'
import type { ContentPhoto } from '#src/stories/content.ts'
import { insertPhoto, savePermission, saveRenditions } from '#src/stories/photo-store.ts'

export interface DrawnPhoto {
  original: Uint8Array
  made: Rendition[]
  shared: string
}

const caption = {
  en: 'Two halls during the signing. A drawn picture, for a demonstration.',
  zh: '签署现场的两地会场。示意图，仅供示例。',
}
const alt = { en: 'A table with two chairs below a large screen', zh: '大屏幕下的一张桌子和两把椅子' }

const hall = `<svg xmlns="http://www.w3.org/2000/svg" width="2400" height="1600" viewBox="0 0 240 160">
  <defs><linearGradient id="w" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#cfc6b4"/><stop offset="1" stop-color="#5e5446"/></linearGradient>
  <linearGradient id="s" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#f4efe4"/><stop offset="1" stop-color="#d9cdb8"/></linearGradient></defs>
  <rect width="240" height="160" fill="url(#w)"/><rect x="50" y="24" width="140" height="66" rx="1" fill="url(#s)"/>
  <path d="M120 30c8 8 8 14 0 22s-8 20 0 32" fill="none" stroke="#a3282d" stroke-width="1.2"/>
  <path d="M30 128h180v6H30zM44 134l-4 26h6l4-26zM196 134l4 26h-6l-4-26z" fill="#3c332a"/>
  <path d="M78 104h22v24H78zM140 104h22v24h-22z" fill="#6d2226"/><rect x="98" y="124" width="44" height="3" fill="#fffefa"/></svg>`

export async function drawnPhoto(): Promise<DrawnPhoto> {
  const drawn = await sharp(Buffer.from(hall)).jpeg({ quality: 92 }).toBuffer()
  const original = new Uint8Array(drawn)
  const made = await renditions(original, { width: 2400 })
  return { original, made, shared: sha256(made.filter(({ format }) => format === 'jpg').at(-1)!.bytes) }
}

const size = ({ made }: DrawnPhoto) => ({ width: made.at(-1)!.width, height: made.at(-1)!.height })

export const contentPhoto = (photo: DrawnPhoto): ContentPhoto => ({
  ...{ number: 1, shared: photo.shared, ...size(photo), caption, alt, decorative: false, creator: '' },
  ...{ credit: 'International Office', rights: '', people: '', takenAt: '' },
})

/** As it stands once an editor has approved it for the site. */
export async function hangPhoto(tx: Tx, story: string, photo: DrawnPhoto): Promise<void> {
  const original = await putFile(tx, photo.original, 'image/jpeg')
  const files: (Omit<Rendition, 'bytes'> & { file: string })[] = []
  for (const { bytes, ...one } of photo.made)
    files.push({ ...one, file: await putFile(tx, bytes, one.format === 'jpg' ? 'image/jpeg' : 'image/webp') })
  await saveRenditions(tx, original, files)
  const at = Temporal.Instant.from('2026-10-24T00:00:00Z')
  await insertPhoto(tx, story, {
    ...contentPhoto(photo),
    ...{ position: 1, original, download: original, approved: { by: 'An editor', at }, permissions: [], sizes: [] },
  })
  const given = { purpose: 'site', givenBy: 'The office', givenOn: Temporal.PlainDate.from('2026-10-24') } as const
  await savePermission(tx, { story, number: 1 }, { ...given, notedBy: 'An editor', notedAt: at } as never)
}
