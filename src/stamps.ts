/** Where this node's time-stamps come from: the authorities it was told of, in order, then the partner's node. */
import { readFileSync } from 'node:fs'
import { CannotStart } from '#src/platform/database/cannot-start.ts'
import { askAuthority } from '#src/platform/timestamp/index.ts'
import type { StampGot, Stamps } from '#src/signing/index.ts'
import { type Asking, stampFor } from '#src/witness/index.ts'
import type { Config } from './config.ts'

/** Milliseconds each is waited for: somebody is watching the signing. */
const patience = 3_000

/** A partner's token carries one certificate of ours; other authorities send theirs and all above. */
const rooms = { partner: 4_096, authority: 12_288 }

/** A stamp further from our own clock than this is not used: one of the two clocks is wrong. */
const apart = Temporal.Duration.from({ minutes: 5 })

/** @throws CannotStart where the roots cannot be read */
export function stampsOf({ timestamps }: Pick<Config, 'timestamps'>, asking: Asking): Stamps {
  const roots = timestamps ? readRoots(timestamps.rootsFile) : []
  const urls = timestamps?.urls ?? []
  const ask = async (partner: string, imprint: Uint8Array): Promise<StampGot> => {
    const missing: string[] = []
    for (const url of urls) {
      const got = judged(await askAuthority(url, { imprint, roots, patience }), asking.now())
      if ('token' in got) return got
      missing.push(`${new URL(url).host}: ${got.none}`)
    }
    const got = judged(await stampFor(asking, partner, imprint, patience), asking.now())
    return 'token' in got ? got : { none: [...missing, got.none].join(', ') }
  }
  return { room: urls.length > 0 ? rooms.authority : rooms.partner, roots, ask }
}

function judged(stamp: Awaited<ReturnType<typeof stampFor | typeof askAuthority>>, now: Temporal.Instant): StampGot {
  if (typeof stamp === 'string') return { none: stamp }
  const far = Temporal.Duration.compare(stamp.at.since(now).abs(), apart) > 0
  return far ? { none: 'clocks_differ' } : { token: stamp.token, at: stamp.at }
}

function readRoots(file: string): string[] {
  let pem = ''
  try {
    pem = readFileSync(file, 'utf8')
  } catch (problem) {
    throw new CannotStart(`TIMESTAMP_ROOTS_FILE cannot be read: ${(problem as Error).message}`)
  }
  const roots = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []
  if (roots.length === 0) throw new CannotStart('TIMESTAMP_ROOTS_FILE holds no certificate in PEM.')
  return roots
}
