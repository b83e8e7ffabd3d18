/** When each log's head is known to have stood: the other side's time-stamp over it, and the cosigners' own dates. */
import { utf8 } from '#src/platform/bytes.ts'
import { type Certificate, certificatesIn, pemOf } from '#src/platform/certificate.ts'
import { sha256 } from '#src/platform/digest.ts'
import { verifyToken } from '#src/platform/timestamp/verify.ts'
import type { Files } from '#src/platform/zip.ts'
import type { LogFinding } from './check-log.ts'
import { names } from './package-shape.ts'
import type { PackageProblem, PackageVerdict } from './package-verdict.ts'

export interface TimesFinding {
  stamps: PackageVerdict['stamps']
  problems: PackageProblem[]
}

/** Clocks differ by so much at most. */
const tolerance = Temporal.Duration.from({ minutes: 10 })

/** @param roots of the sides one trusts @param now where it is known */
export function checkTimes(
  files: Files,
  logs: LogFinding[],
  roots: Certificate[],
  now: Temporal.Instant | undefined,
): TimesFinding {
  const found: TimesFinding = { stamps: [], problems: [] }
  const ahead = (at: Temporal.Instant) => now && Temporal.Instant.compare(at, now.add(tolerance)) > 0
  for (const { ror, head, cosigned } of logs) {
    for (const { by, at } of cosigned) if (ahead(at)) found.problems.push({ code: 'time_in_the_future', detail: by })
    const token = files.get(names.stamp(ror))
    if (!token || !head) continue
    const stamp = verifyToken(token, { imprint: sha256(utf8(head)), roots: roots.map(pemOf) })
    // Whom one does not trust has said nothing; the document's own verdict tells that its signer is unknown too.
    if (stamp === 'no_trusted_root') continue
    if (typeof stamp === 'string') found.problems.push({ code: 'stamp_wrong', detail: `${ror}: ${stamp}` })
    else if (ahead(stamp.at)) found.problems.push({ code: 'time_in_the_future', detail: String(stamp.at) })
    else found.stamps.push({ log: ror, at: String(stamp.at), by: certificatesIn(stamp.certificate)[0]!.issuer })
  }
  return found
}
