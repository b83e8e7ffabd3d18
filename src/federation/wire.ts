/** Shapes of what nodes tell each other of themselves. */
import { z } from 'zod'

const origin = z
  .url({ protocol: /^https?$/ })
  .max(300)
  .refine((url) => new URL(url).origin === url)

export const movedShape = z.strictObject({ address: origin, site: origin })
export type Moved = z.infer<typeof movedShape>
