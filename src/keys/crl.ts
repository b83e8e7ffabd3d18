/** When a list of revoked certificates (CRL) must be made anew. Rules only. */

export interface Crl {
  /** SHA-256 of the root's certificate. */
  authority: string
  number: number
  der: Uint8Array
  sha256: string
  thisUpdate: Temporal.Instant
  nextUpdate: Temporal.Instant
}

const day = { hours: 24 }
/** Whoever reads a list may rely on it so long. */
export const listLasts = Temporal.Duration.from({ hours: 24 * 7 })
/** The last list before a root's key goes away: until it comes back there is no other. */
export const lastListLasts = Temporal.Duration.from({ hours: 24 * 365 })

/** A new one each day, and at once when something was revoked that the old one does not say. */
export function isStale(
  list: { thisUpdate: Temporal.Instant; entries: number },
  revoked: number,
  now: Temporal.Instant,
) {
  return list.entries !== revoked || Temporal.Instant.compare(list.thisUpdate.add(day), now) <= 0
}

/** Where everyone finds the newest list of a root. */
export const listAddress = (publicUrl: string, authority: string): string => `${publicUrl}/crl/${authority}.crl`
