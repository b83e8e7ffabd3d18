/** Whether bytes are a photograph we take, before anything is made of them. */
import sharp from 'sharp'
import { refuser } from '#src/platform/refusal.ts'

export type PhotoRefusal = 'photo_not_readable' | 'photo_kind_not_taken' | 'photo_too_many_pixels' | 'photo_too_small'

export const refusePhoto = refuser<PhotoRefusal>()

const kinds: Record<string, string> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  heif: 'image/heif',
}

/** 100 megapixels: the largest cameras make that; a bomb of some kilobytes declares more. */
export const mostPixels = 100_000_000
/** Below this, a picture is blurred on every page. */
const least = 480

/** How every picture is opened: nothing is decoded that declares more pixels, and damaged data is an error. */
export const opening = { limitInputPixels: mostPixels, failOn: 'error' } as const

export interface Photo {
  /** Media type. */
  type: string
  /** Upright, as it will be shown. */
  width: number
  height: number
}

/**
 * Looks at the header only, so that a bomb costs nothing.
 * @throws Refusal for what is no picture, of another kind, too large in pixels or too small to show
 */
export async function readPhoto(bytes: Uint8Array): Promise<Photo> {
  const header = await sharp(bytes, opening)
    .metadata()
    .catch((problem: Error) =>
      /pixel limit/i.test(problem.message)
        ? refusePhoto('photo_too_many_pixels', { most: mostPixels / 1_000_000 }, 413)
        : refusePhoto('photo_not_readable', {}, 422),
    )
  const { format = '', width = 0, height = 0, autoOrient } = header
  const type = kinds[format] ?? refusePhoto('photo_kind_not_taken', { kind: format }, 422)
  if (width * height > mostPixels) refusePhoto('photo_too_many_pixels', { most: mostPixels / 1_000_000 }, 413)
  if (Math.max(width, height) < least) refusePhoto('photo_too_small', { least }, 422)
  return { type, width: autoOrient?.width ?? width, height: autoOrient?.height ?? height }
}
