/** Makes the file for the vault: the first administrator gave one half of its passphrase, the second gives the other. */
import { ourInstitution } from '#src/partners/index.ts'
import { queue } from '#src/platform/record.ts'
import { opened, withKey } from './authority.ts'
import { lockAuthority } from './authority-store.ts'
import type { Perform } from './decide-key-act.ts'
import { keysEvidence } from './log-evidence.ts'
import { refuseKeys } from './refusals.ts'
import { leastHalf, vaultFile } from './vault-file.ts'

/** @throws Refusal `passphrase_short`, `root_is_away` */
export const exportRoot: Perform = async (tx, { house, act, secret, given, at }) => {
  const second = given.passphrase ?? ''
  if (second.length < leastHalf) refuseKeys('passphrase_short', { least: leastHalf }, 422)
  const row = (await lockAuthority(tx, act.about)) ?? refuseKeys('root_unknown', {}, 404)
  const root = withKey(opened(house, row)) ?? refuseKeys('root_is_away')
  const us = await ourInstitution(tx)
  await queue(tx, at, [keysEvidence('keys.root_exported', us.ror, { authority: row.id }, at)])
  return vaultFile(root, secret! + second)
}
