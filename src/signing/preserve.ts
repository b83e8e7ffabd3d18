/**
 * Adds what keeps a signed agreement provable: the certificates and revocation lists of both sides, then a time-stamp over it all.
 * Called from the outbox, as often as need be; asks over the network outside any transaction.
 */
import { X509Certificate } from 'node:crypto'
import { currentCrl, ownRoots, partnerLists } from '#src/keys/index.ts'
import { sameBytes } from '#src/platform/bytes.ts'
import { sha256 } from '#src/platform/canonical.ts'
import type { Db, Tx } from '#src/platform/database/tables.ts'
import { getFile, putFile } from '#src/platform/files/index.ts'
import { fingerprint } from '#src/platform/keys/index.ts'
import { announce } from '#src/platform/live/index.ts'
import { message } from '#src/platform/messages.ts'
import { addMaterial, addStamp, type Material, preservable, verifyDocument } from '#src/platform/pades/index.ts'
import { record } from '#src/platform/record.ts'
import { preservationEvidence } from './log-evidence.ts'
import { outsideMaterial } from './outside-lists.ts'
import { type Preservation, waitsForLists } from './preservation.ts'
import { insertPreservation, preservationsOf } from './preservation-store.ts'
import type { RootOf } from './receive-signature.ts'
import type { SigningHouse } from './sign.ts'
import { askingOnce, noStamps } from './stamps.ts'
import { lockSession } from './store.ts'
import { type Preservable, whyPreserve } from './why-preserve.ts'

export interface Preserving {
  db: Db
  house: SigningHouse
  rootOf: RootOf
  now: Temporal.Instant
}

interface Held extends Preservable {
  previous: Uint8Array
}

/** Nothing happens where the agreement is not concluded, or nothing is due here. */
export async function preserveIfDue(preserving: Preserving, id: string): Promise<'done' | { retry: string }> {
  const held = await hold(preserving, id)
  if (!held) return 'done'
  const material = await materialFor(preserving, held)
  if ('retry' in material) return material
  // Only where nothing is missing any more is it worth another stamp before its time.
  if (held.why === 'lists' && material.lacks) return 'done'
  const asking = askingOnce(preserving.house.stamps ?? noStamps, held.partner)
  const next = await addStamp(addMaterial(held.previous, material), asking)
  if (!next) return { retry: `no time-stamp: ${'none' in asking.got ? asking.got.none : ''}` }
  await keep(preserving, held, next, material.lacks)
  return 'done'
}

/** The agreement as it stands, where it is our turn. */
async function hold({ db, now }: Preserving, id: string): Promise<Held | undefined> {
  const found = await whyPreserve(db, id, now)
  if (!found) return undefined
  const { progress, done } = found
  const file = await getFile(db, done.at(-1)?.sha256 ?? progress.revisions.at(-1)!.sha256)
  return { ...found, previous: file!.bytes }
}

interface Gathered extends Material {
  /** Whether a list is still to come. */
  lacks: boolean
}

/** Roots and lists of both sides, and of authorities outside. The partner's list is on its way since it signed; it is waited for, but not for ever. */
async function materialFor(preserving: Preserving, held: Held): Promise<Gathered | { retry: string }> {
  const { db, house, now } = preserving
  const { progress, partner } = held
  const signedAt = progress.revisions.at(-1)!.signedAt
  const roots = await bothRoots(preserving, held)
  const { signatures } = await verifyDocument(held.previous, { roots })
  // What belongs to no signature may not stand in the document: a root that was replaced before, its list.
  const used = (root: string) => signatures.some((s) => s.root === root)
  const own = await currentCrl(db, house, now)
  const theirs = (await partnerLists(db, partner)).filter(({ authority }) => used(authority))
  const current = theirs.filter((list) => Temporal.Instant.compare(list.next_update, signedAt) >= 0)
  const waits = Temporal.Instant.compare(now, progress.session.concludedAt!.add(waitsForLists)) < 0
  if (current.length === 0 && waits) return { retry: 'the partner’s list of revoked certificates is not here yet' }
  const inHouse = [...(own && used(own.authority) ? [own] : []), ...current]
  const have = inHouse.map(({ authority }) => authority)
  const stampRoots = house.stamps?.roots
  const outside = await outsideMaterial(db, { file: held.previous, roots, stampRoots, have, now })
  if (outside.waiting && waits) return { retry: 'a list of an outside authority is not here yet' }
  const pems = roots.flatMap(certificatesOf).filter((pem) => used(fingerprint(pem)))
  const certificates = pems.map((pem) => new Uint8Array(new X509Certificate(pem).raw))
  const others = outside.certificates.filter((one) => !certificates.some((known) => sameBytes(known, one)))
  return {
    certificates: [...certificates, ...others],
    lists: [...inHouse.map(({ der }) => new Uint8Array(der)), ...outside.lists],
    lacks: outside.waiting || current.length === 0,
  }
}

const certificatesOf = (pem: string) => pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []

async function keep(preserving: Preserving, held: Held, next: Uint8Array, lacksLists: boolean): Promise<void> {
  const { db, house, now: at } = preserving
  const roots = await bothRoots(preserving, held)
  const { accepted, problems, stamp } = preservable(held.previous, next, { roots, stampRoots: house.stamps?.roots, at })
  if (!accepted || !stamp?.at) throw new Error(problems.map(({ code }) => code).join())
  const until = stamp.until === null ? null : Temporal.Instant.from(stamp.until)
  if (held.why === 'time' && !lastsLonger(until, held.done.at(-1)?.until)) return
  const preservation = {
    number: held.done.length + 1,
    side: 'ours' as const,
    sha256: sha256(next),
    previousSha256: sha256(held.previous),
    stampedAt: Temporal.Instant.from(stamp.at),
    until,
    storedAt: at,
    confirmedAt: null,
    lacksLists,
  }
  await db.transaction().execute((tx) => store(tx, held, next, { preservation, authority: stamp.authority }))
}

async function bothRoots({ db, rootOf }: Preserving, { partner }: Held): Promise<string[]> {
  const theirs = await rootOf(db, partner)
  return [await ownRoots(db), ...(theirs ? [theirs] : [])]
}

type New = Omit<Preservation, 'refusedAt' | 'again'>

async function store(
  tx: Tx,
  { progress: { session }, partner, done, previous }: Held,
  next: Uint8Array,
  { preservation, authority }: { preservation: New; authority: string },
): Promise<void> {
  await lockSession(tx, session.id)
  // Something else came first: whether anything is still due is asked anew.
  if ((await preservationsOf(tx, session.id)).length !== done.length) return
  await putFile(tx, next, 'application/pdf')
  await insertPreservation(tx, session.id, preservation)
  const { number, previousSha256, sha256: hash, storedAt: at } = preservation
  const delta = Buffer.from(next.subarray(previous.length)).toString('base64')
  const body = { session: session.id, number, previousSha256, sha256: hash, delta }
  await record(tx, {
    at,
    by: { kind: 'node' },
    about: { kind: 'agreement', id: session.agreement },
    act: 'signing.preserved',
    detail: { session: session.id, number, sha256: hash, authority },
    then: [
      message(partner, 'signing.preservation', session.agreement, body),
      preservationEvidence(session, preservation),
    ],
  })
  await announce(tx, `session:${session.id}`)
}

/** A stamp by a certificate that ends no later renews nothing: it is asked for again once its authority has a newer one. */
const lastsLonger = (until: Temporal.Instant | null, before: Temporal.Instant | null | undefined) =>
  !before || (until !== null && Temporal.Instant.compare(until, before) > 0)
