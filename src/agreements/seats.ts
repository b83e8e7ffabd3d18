/** Pins: how each signatory will consent, fixed before approval so that no key can be slipped in later. Rules only. */
import { z } from 'zod'
import { canonicalHash } from '#src/platform/canonical.ts'

const base64url = z.string().regex(/^[A-Za-z0-9_-]+$/)

/** Passkeys by credential id and COSE public key, with the RP ID and origin they answer for; or a mailed code, which is weaker. */
export const pinShape = z.discriminatedUnion('method', [
  z.strictObject({
    method: z.literal('passkey'),
    rpId: z.string().max(255),
    origin: z.url().max(255),
    credentials: z
      .array(z.strictObject({ id: base64url.max(1400), publicKey: base64url.max(4000) }))
      .min(1)
      .max(20),
  }),
  z.strictObject({ method: z.literal('code') }),
])
export type Pin = z.infer<typeof pinShape>

export interface SeatPin {
  seat: string
  pin: Pin
}

export const seatPinsShape = z.array(z.strictObject({ seat: z.string().max(40), pin: pinShape })).max(20)

/** SHA-256 over all seats' pins in order of seat id. Approvals name it; a changed pin clears them. */
export function seatsHash(pins: SeatPin[]): string {
  return canonicalHash([...pins].sort((a, b) => (a.seat < b.seat ? -1 : 1)).map(({ seat, pin }) => ({ seat, pin })))
}

/** Whether the other side's pins are for exactly its own seats. */
export function pinsFit(pins: SeatPin[], seats: string[]): boolean {
  const given = pins.map((p) => p.seat).sort()
  return given.length === seats.length && [...seats].sort().every((seat, i) => given[i] === seat)
}
