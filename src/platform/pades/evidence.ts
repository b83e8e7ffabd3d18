/** What stands beside the signatures to judge them by: revocation lists, and the time-stamps that prove when something stood there. */
import type { Certificate } from '#src/platform/certificate.ts'
import { isAuthority, issued } from '#src/platform/certificate-uses.ts'
import { isListOf, type RevocationList, revokedSince } from './revocation-list.ts'
import { type StampFinding, tolerance } from './stamp-check.ts'
import type { Level } from './verdict.ts'

export interface KnownList {
  list: RevocationList
  /** Who signed it. */
  authority: Certificate
  /** The revision it was kept in with the document; null where it was brought from elsewhere. */
  revision: number | null
}

export interface Evidence {
  /** Whom one trusts to stamp. */
  stampRoots: Certificate[]
  /** Certificates that may stand between a signer and a root. */
  certificates: Certificate[]
  lists: KnownList[]
  /** Over the whole document, oldest first. */
  stamps: { finding: StampFinding; live: boolean; revision: number }[]
  now: Temporal.Instant | undefined
}

export const noEvidence: Evidence = { stampRoots: [], certificates: [], lists: [], stamps: [], now: undefined }

export const liveStamps = ({ stamps }: Evidence): StampFinding[] =>
  stamps.filter(({ live }) => live).map(({ finding }) => finding)

const listsFor = (certificate: Certificate, lists: KnownList[]) =>
  lists.filter(({ authority }) => issued(authority, certificate))

/** Since when the first of a path's certificates counts no more; null where none is revoked. */
export function revokedAtOf(path: Certificate[], { lists }: Evidence): Temporal.Instant | null {
  const since = path
    .slice(0, -1)
    .flatMap((certificate) => listsFor(certificate, lists).map(({ list }) => revokedSince(list, certificate)))
    .filter((at) => at !== undefined)
  return since.toSorted(Temporal.Instant.compare)[0] ?? null
}

/** A stamp given after its authority was revoked proves nothing. */
export function revokedStamp(stamp: StampFinding, { lists }: Pick<Evidence, 'lists'>): StampFinding {
  const { signer, at } = stamp
  const since = signer && listsFor(signer, lists).map(({ list }) => revokedSince(list, signer))
  const revoked = at && since?.some((from) => from && Temporal.Instant.compare(from, at) <= 0)
  return revoked ? { ...stamp, doubts: [...stamp.doubts, { code: 'stamp_authority_revoked' }] } : stamp
}

export interface Proven {
  path: Certificate[]
  signedAt: Temporal.Instant
  proven: Temporal.Instant | null
  /** The stamp in the signature, where it proves anything. */
  stamp: StampFinding | null
}

/**
 * How much proves a signature's time (EN 319 142-1, 6): B-T a stamp, in it or over it; B-LT also the lists that say none of its
 * certificates was revoked; B-LTA also a stamp over those.
 */
export function levelOf({ path, signedAt, proven, stamp }: Proven, evidence: Evidence): Level {
  if (!proven || path.length === 0) return 'B-B'
  const stamps = [...(stamp ? [stamp] : []), ...liveStamps(evidence).slice(0, stamp ? 0 : 1)]
  const enough = (before: number) => {
    const lists = evidence.lists.filter(({ revision }) => revision !== null && revision < before)
    const signers = stamps.map(({ signer, carried }) => pathOf(signer!, [...carried, ...evidence.certificates]))
    return [path, ...signers].every((one) => one.slice(0, -1).every((c) => isCovered(c, lists, signedAt, evidence.now)))
  }
  if (!enough(Number.POSITIVE_INFINITY)) return 'B-T'
  return evidence.stamps.some(({ live, revision }) => live && enough(revision)) ? 'B-LTA' : 'B-LT'
}

/** A list that was still current when it was signed, or came after. */
function isCovered(
  certificate: Certificate,
  lists: KnownList[],
  signedAt: Temporal.Instant,
  now: Temporal.Instant | undefined,
): boolean {
  return listsFor(certificate, lists).some(({ list: { thisUpdate, nextUpdate } }) => {
    const ahead = now && Temporal.Instant.compare(thisUpdate, now.add(tolerance)) > 0
    return !ahead && (!nextUpdate || Temporal.Instant.compare(nextUpdate, signedAt) >= 0)
  })
}

/** A certificate and those above it, as far as they are at hand. */
function pathOf(leaf: Certificate, authorities: Certificate[]): Certificate[] {
  const path = [leaf]
  while (path.length < 6) {
    const last = path.at(-1)!
    const next = authorities.find((one) => isAuthority(one) && !path.includes(one) && issued(one, last))
    if (!next) return path
    path.push(next)
  }
  return path
}

/** The lists some authority at hand signed; the others say nothing to us. */
export function knownLists(
  found: { list: RevocationList; revision: number | null }[],
  authorities: Certificate[],
): KnownList[] {
  return found.flatMap((one) => {
    const authority = authorities.find((a) => isListOf(one.list, a))
    return authority ? [{ ...one, authority }] : []
  })
}
