/** Replaces the root: a new one is made, the old one signs for it, and every partner is asked to accept it. */
import { ourInstitution } from '#src/partners/index.ts'
import { createAuthority, fingerprint } from '#src/platform/keys/index.ts'
import { message } from '#src/platform/messages.ts'
import { queue } from '#src/platform/record.ts'
import { keepAuthority, opened, withKey } from './authority.ts'
import { lockAuthority, retireAuthority } from './authority-store.ts'
import { crlNow } from './current-crl.ts'
import type { Perform } from './decide-key-act.ts'
import { keysEvidence } from './log-evidence.ts'
import { refuseKeys } from './refusals.ts'
import { vouch } from './root-statement.ts'
import { saveAnnouncement } from './root-store.ts'

/**
 * Where the old root's key is at hand it vouches for the new one; where it was lost, nobody does, and partners are told so.
 * Until a partner accepted the new root, what it gets is signed under the old one, as long as that key is here.
 */
export const replaceRoot: Perform = async (tx, { house, act, at }) => {
  const row = (await lockAuthority(tx, act.about)) ?? refuseKeys('root_unknown', {}, 404)
  if (row.retired_at) refuseKeys('root_replaced_before')
  const { name, country, algorithm } = house
  const made = await createAuthority({ name, country, algorithm, notBefore: at.subtract({ hours: 1 }) })
  const next = fingerprint(made.certificatePem)
  const us = await ourInstitution(tx)
  const old = withKey(opened(house, row))
  const signature = old ? vouch(old, { institution: us.ror, old: row.id, next }) : null
  await retireAuthority(tx, row.id, at)
  await keepAuthority(tx, house, made, at)
  const said = { certificate: made.certificatePem, old: row.id, signature }
  const partners = await house.partners(tx)
  for (const institution of partners)
    await saveAnnouncement(tx, { authority: next, institution, ...said, asked_at: at })
  await queue(tx, at, [
    keysEvidence('keys.root_replaced', us.ror, { old: row.id, next, vouched: signature !== null }, at),
    ...partners.map((partner) => message(partner, 'keys.root', 'keys', said)),
  ])
  await crlNow(tx, house, at, { authority: next })
  return undefined
}
