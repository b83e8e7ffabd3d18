/** The list of what a root of ours revoked, as of now: made, numbered, logged and sent to the partners when it is due. */
import { ourInstitution } from '#src/partners/index.ts'
import { sha256 } from '#src/platform/canonical.ts'
import type { Db, Tx } from '#src/platform/database/tables.ts'
import { makeRevocationList } from '#src/platform/keys/index.ts'
import { message } from '#src/platform/messages.ts'
import { queue } from '#src/platform/record.ts'
import { opened, withKey } from './authority.ts'
import { authorities, lockAuthority } from './authority-store.ts'
import { type Crl, isStale, listLasts } from './crl.ts'
import { latestList, revocationsOf, saveList } from './crl-store.ts'
import type { KeyHouse } from './house.ts'
import { crlEvidence } from './log-evidence.ts'

/** As `crlNow`, in a transaction of its own. */
export async function currentCrl(db: Db, house: KeyHouse, now: Temporal.Instant): Promise<Crl | undefined> {
  return db.transaction().execute((tx) => crlNow(tx, house, now))
}

/**
 * The newest list of a root of ours, made if none is fresh. While the root's key is away, the last one there is.
 * @param authority the root in use unless given
 * @returns undefined where no list was ever made and none can be
 */
export async function crlNow(
  tx: Tx,
  house: KeyHouse,
  now: Temporal.Instant,
  { authority, lasts = listLasts }: { authority?: string; lasts?: Temporal.Duration } = {},
): Promise<Crl | undefined> {
  const id = authority ?? (await authorities(tx)).find(({ retired_at }) => !retired_at)?.id
  const row = id && (await lockAuthority(tx, id))
  if (!row) return undefined
  const [latest, revoked] = [await latestList(tx, row.id), await revocationsOf(tx, row.id)]
  const long = Temporal.Duration.compare(lasts, listLasts) > 0
  if (latest && !long && !isStale(latest, revoked.length, now)) return latest
  const root = withKey(opened(house, row))
  if (!root) return latest
  // A list says whole seconds.
  const thisUpdate = now.round({ smallestUnit: 'second', roundingMode: 'floor' })
  const times = { number: (latest?.number ?? 0) + 1, thisUpdate, nextUpdate: thisUpdate.add(lasts) }
  const entries = revoked.map(({ serial, revoked_at: at, reason }) => ({ serial, at, reason }))
  const der = Buffer.from(await makeRevocationList(root, times, entries))
  return publish(tx, house, { authority: row.id, ...times, der, sha256: sha256(der) }, entries.length, now)
}

async function publish(tx: Tx, house: KeyHouse, crl: Crl, entries: number, at: Temporal.Instant): Promise<Crl> {
  const { authority, number, sha256: hash, thisUpdate, nextUpdate } = crl
  const der = Buffer.from(crl.der)
  const row = { authority, number, sha256: hash, der, entries, this_update: thisUpdate, next_update: nextUpdate }
  await saveList(tx, row)
  const us = await ourInstitution(tx)
  const body = { authority, der: der.toString('base64') }
  const partners = (await house.partners(tx)).map((partner) => message(partner, 'keys.crl', 'keys', body))
  await queue(tx, at, [crlEvidence(us.ror, crl, entries, at), ...partners])
  return crl
}

/** Makes every list that is due. */
export async function publishLists(db: Db, house: KeyHouse, now: Temporal.Instant): Promise<void> {
  for (const { id } of await authorities(db))
    await db.transaction().execute((tx) => crlNow(tx, house, now, { authority: id }))
}
