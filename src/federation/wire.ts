/** Shapes of what nodes tell each other of themselves. */
import { z } from 'zod'

const origin = z
  .url({ protocol: /^https?$/ })
  .max(300)
  .refine((url) => new URL(url).origin === url)

/** Where nodes reach a node, and where people do. */
export const addressShape = z.strictObject({ address: origin, site: origin })
/** `at` makes each move a message of its own: a node may come back to where it was. */
export const movedShape = addressShape.extend({ at: z.iso.datetime() })
export type Moved = z.infer<typeof movedShape>
