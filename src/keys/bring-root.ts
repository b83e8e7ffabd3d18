/** Brings the root's key back from the vault for some hours; then it goes away again by itself. */
import { ourInstitution } from '#src/partners/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import { queue, record } from '#src/platform/record.ts'
import { sealedKey } from './authority.ts'
import { lockAuthority, rootsDue, saveRootKey } from './authority-store.ts'
import { lastListLasts } from './crl.ts'
import { crlNow } from './current-crl.ts'
import type { Perform } from './decide-key-act.ts'
import type { KeyHouse } from './house.ts'
import { keysEvidence } from './log-evidence.ts'
import { refuseKeys } from './refusals.ts'

export const mostHours = 72

/** What was revoked meanwhile is published at once. */
export const bringRoot: Perform = async (tx, { house, act, secret, at }) => {
  const row = (await lockAuthority(tx, act.about)) ?? refuseKeys('root_unknown', {}, 404)
  const until = at.add({ hours: Number(act.detail.hours) })
  await saveRootKey(tx, row.id, { sealed: sealedKey(house, { privateKeyPem: secret! }), until })
  const us = await ourInstitution(tx)
  const facts = { authority: row.id, until: until.toString() }
  await queue(tx, at, [keysEvidence('keys.root_brought_back', us.ror, facts, at)])
  await crlNow(tx, house, at, { authority: row.id })
  return undefined
}

/** Once the hours are over. */
export async function sendRootsAway(db: Db, house: KeyHouse, at: Temporal.Instant): Promise<void> {
  for (const { id } of await rootsDue(db, at))
    await db.transaction().execute(async (tx) => {
      const row = await lockAuthority(tx, id)
      if (!row?.sealed || !row.key_until || Temporal.Instant.compare(row.key_until, at) > 0) return
      await crlNow(tx, house, at, { authority: id, lasts: lastListLasts })
      await saveRootKey(tx, id, { sealed: null, until: null })
      const then = [keysEvidence('keys.root_taken_away', (await ourInstitution(tx)).ror, { authority: id }, at)]
      await record(tx, { at, by: { kind: 'node' }, about: { kind: 'keys', id }, act: 'keys.root_went_away', then })
    })
}
