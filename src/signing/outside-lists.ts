/**
 * Revocation lists of outside authorities: wanted when a document is to be preserved, fetched by the clock, kept, and put into the
 * document. An address that is down costs a level, never a signature.
 */
import { type Certificate, fingerprintOf } from '#src/platform/certificate.ts'
import type { Db } from '#src/platform/database/tables.ts'
import { fetchOutside } from '#src/platform/outside/index.ts'
import type { VerifyOptions } from '#src/platform/pades/index.ts'
import { isCurrentListOf, type Listed, listedCertificates, listTimes } from '#src/platform/pades/outside.ts'
import {
  dueLists,
  noteFailed,
  type OutsideListTable,
  outsideLists,
  saveFetched,
  wantList,
} from './outside-list-store.ts'

export interface OutsideMaterial {
  /** DER of the authorities whose lists these are. */
  certificates: Uint8Array[]
  lists: Uint8Array[]
  /** Whether one is still to come. */
  waiting: boolean
}

export interface Preserved extends VerifyOptions {
  file: Uint8Array
  /** Fingerprints of authorities whose lists are at hand another way: ours, and the partner's. */
  have: string[]
  now: Temporal.Instant
}

/** What is kept of the lists a document needs; what is not is asked for. */
export async function outsideMaterial(db: Db, { file, have, now, ...options }: Preserved): Promise<OutsideMaterial> {
  const needed = listedCertificates(file, options).filter(({ issuer }) => !have.includes(fingerprintOf(issuer)))
  const kept = await outsideLists(
    db,
    needed.flatMap(({ addresses }) => addresses),
  )
  const authorities = new Map<string, Certificate>()
  const lists = new Map<string, Uint8Array>()
  let waiting = false
  for (const one of needed) {
    const found = currentOf(one, kept, now)
    if (found) {
      authorities.set(fingerprintOf(one.issuer), one.issuer)
      lists.set(fingerprintOf(one.issuer), new Uint8Array(found))
      continue
    }
    waiting = true
    for (const address of one.addresses) await wantList(db, address, now)
  }
  return { certificates: [...authorities.values()].map(({ raw }) => raw), lists: [...lists.values()], waiting }
}

function currentOf({ issuer, addresses }: Listed, kept: OutsideListTable[], now: Temporal.Instant): Buffer | undefined {
  const held = addresses.flatMap((address) => kept.find((row) => row.address === address)?.der ?? [])
  return held.find((der) => isCurrentListOf(der, issuer, now))
}

/** Lists of large authorities are long. */
const longest = 10 * 1024 * 1024
const patience = 10_000
/** After this many attempts, a day apart at last, nobody asks any more until it is wanted again. */
const mostAttempts = 12

/** Every minute: asks for what is wanted. @param trusted origins the operator named, asked whatever their address */
export async function fetchLists(db: Db, trusted: string[], now: Temporal.Instant): Promise<void> {
  for (const row of await dueLists(db, now)) {
    try {
      const { status, bytes } = await fetchOutside(row.address, { trusted, patience, longest })
      const times = status === 200 ? listTimes(new Uint8Array(bytes)) : undefined
      if (!times) throw new Error(status === 200 ? 'not a list' : `answered ${status}`)
      await saveFetched(db, row.address, { der: bytes, ...times }, now)
    } catch (problem) {
      const last = row.attempts + 1 >= mostAttempts
      const minutes = Math.min(2 ** row.attempts, 24 * 60)
      await noteFailed(db, row, (problem as Error).message, last ? null : now.add({ minutes }))
    }
  }
}
