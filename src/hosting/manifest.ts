/** What stands first in a hand-over: whose node it is, and what it needs to go on. */
import { z } from 'zod'

export const handOverFormat = 'chirograph-hand-over-1'

export const manifestShape = z.strictObject({
  format: z.literal(handOverFormat),
  institution: z.string().regex(/^0[a-z0-9]{8}$/),
  name: z.strictObject({ en: z.string(), zh: z.string() }),
  /** Who kept it until now. */
  keptBy: z.string().regex(/^0[a-z0-9]{8}$/),
  /** The node's secret key, 64 hexadecimal digits. */
  secretKey: z.string().regex(/^[0-9a-f]{64}$/),
  /** Applied to its database: the version of the program that can go on from there. */
  migrations: z.array(z.string()),
  at: z.string(),
})
export type Manifest = z.infer<typeof manifestShape>
