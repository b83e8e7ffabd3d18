/** Takes the root's key off the node. The file from the vault was opened with its passphrase before, so the copy is good. */
import { ourInstitution } from '#src/partners/index.ts'
import { queue } from '#src/platform/record.ts'
import { lockAuthority, saveRootKey } from './authority-store.ts'
import { lastListLasts } from './crl.ts'
import { crlNow } from './current-crl.ts'
import type { Perform } from './decide-key-act.ts'
import { keysEvidence } from './log-evidence.ts'
import { refuseKeys } from './refusals.ts'

/** @throws Refusal `root_is_away` where it was taken before */
export const takeRoot: Perform = async (tx, { house, act, at }) => {
  const row = (await lockAuthority(tx, act.about)) ?? refuseKeys('root_unknown', {}, 404)
  if (!row.sealed) refuseKeys('root_is_away')
  await crlNow(tx, house, at, { authority: row.id, lasts: lastListLasts })
  await saveRootKey(tx, row.id, { sealed: null, until: null })
  const us = await ourInstitution(tx)
  await queue(tx, at, [keysEvidence('keys.root_taken_away', us.ror, { authority: row.id }, at)])
  return undefined
}
