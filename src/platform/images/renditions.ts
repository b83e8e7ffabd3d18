/** The sizes a photograph is shown in. Nothing of the original's metadata is in them: no place, no camera, no serial number. */
import sharp from 'sharp'
import { opening, refusePhoto } from './read-photo.ts'

export interface Rendition {
  width: number
  height: number
  format: 'jpg' | 'webp'
  bytes: Uint8Array
}

const widths = [480, 960, 1600]

/** A picture on its way to a size. sharp leaves out all metadata unless told otherwise; the turn the camera noted is applied, colours become sRGB. */
export const clean = (bytes: Uint8Array, width: number) =>
  sharp(bytes, opening).autoOrient().flatten({ background: '#ffffff' }).resize({ width, withoutEnlargement: true })

/** The header was sound, but what follows it is cut off or broken. */
const damaged = () => refusePhoto('photo_not_readable', {}, 422)

/** Every size as JPEG and WebP; a photograph is never enlarged. @throws Refusal `photo_not_readable`. @param width of the original, upright */
export async function renditions(bytes: Uint8Array, { width }: { width: number }): Promise<Rendition[]> {
  const sizes = [...widths.filter((one) => one < width), Math.min(width, widths.at(-1)!)]
  const made: Rendition[] = []
  for (const size of new Set(sizes)) {
    const jpg = clean(bytes, size).jpeg({ quality: 80, mozjpeg: true })
    const webp = clean(bytes, size).webp({ quality: 78 })
    for (const [format, picture] of [['jpg', jpg] as const, ['webp', webp] as const]) {
      const { data, info } = await picture.toBuffer({ resolveWithObject: true }).catch(damaged)
      made.push({ width: info.width, height: info.height, format, bytes: data })
    }
  }
  return made
}
