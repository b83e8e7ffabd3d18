/** The key to a stage that is not open to all: given out with the page, checked by the stream without asking the database. */
import { createHmac, timingSafeEqual } from 'node:crypto'

/** Hours a key lasts: longer than any ceremony. */
const lasts = 18

const seal = (secretKey: Uint8Array, ceremony: string, until: number): string =>
  createHmac('sha256', secretKey).update(`watch stage ${ceremony} ${until}`).digest('base64url')

/** A key to one ceremony's stream, for whoever the page was shown to. */
export function watchKey(secretKey: Uint8Array, ceremony: string, now: Temporal.Instant): string {
  const until = now.add({ hours: lasts }).epochMilliseconds
  return `${until}.${seal(secretKey, ceremony, until)}`
}

export function holdsWatchKey(secretKey: Uint8Array, ceremony: string, key: string, now: Temporal.Instant): boolean {
  const [, until, mac] = /^(\d{1,16})\.([\w-]{43})$/.exec(key) ?? []
  if (!until || !mac || Number(until) < now.epochMilliseconds) return false
  return timingSafeEqual(Buffer.from(mac), Buffer.from(seal(secretKey, ceremony, Number(until))))
}
