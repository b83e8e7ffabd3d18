/** A proposal from the form of the keys page: what it is about must be there, what it needs must be right. */

import type { Tx } from '#src/platform/database/tables.ts'
import { isId } from '#src/platform/id.ts'
import { describeCertificate } from '#src/platform/keys/index.ts'
import { certificateById, lockAuthority } from './authority-store.ts'
import { mostHours } from './bring-root.ts'
import { revocationsOf } from './crl-store.ts'
import type { KeyProposal } from './propose-key-act.ts'
import { refuseKeys } from './refusals.ts'
import { revocationReasons } from './revoke-certificate.ts'
import type { RevocationReason } from './tables.ts'
import { leastHalf, openVaultFile } from './vault-file.ts'

export interface ProposalForm {
  kind: string
  about: string
  reason: string
  why: string
  passphrase: string
  second: string
  hours: string
  /** The file from the vault. */
  file: string
}

type Read = Omit<KeyProposal, 'at'>

/** @throws Refusal naming what is wrong; nothing is proposed then */
export async function readProposal(tx: Tx, form: ProposalForm): Promise<Read> {
  if (form.kind === 'revoke') return revoking(tx, form)
  const row = (await lockAuthority(tx, form.about)) ?? refuseKeys('root_unknown', {}, 404)
  const { about, reason } = form
  const passphrase = form.passphrase + form.second
  switch (form.kind) {
    case 'export_root':
      if (!row.sealed) refuseKeys('root_is_away')
      if (form.passphrase.length < leastHalf) refuseKeys('passphrase_short', { least: leastHalf }, 422)
      return { kind: 'export_root', about, reason, secret: form.passphrase }
    case 'take_root':
      if (!row.sealed) refuseKeys('root_is_away')
      openVaultFile(form.file, passphrase, row.certificate)
      return { kind: 'take_root', about, reason }
    case 'bring_root': {
      if (row.sealed) refuseKeys('root_is_here')
      const hours = Number(form.hours)
      if (!Number.isInteger(hours) || hours < 1 || hours > mostHours) refuseKeys('hours_wrong', {}, 422)
      const secret = openVaultFile(form.file, passphrase, row.certificate)
      return { kind: 'bring_root', about, reason, detail: { hours }, secret }
    }
    case 'replace_root':
      if (row.retired_at) refuseKeys('root_replaced_before')
      return { kind: 'replace_root', about, reason }
    default:
      return refuseKeys('key_act_unknown', {}, 422)
  }
}

async function revoking(tx: Tx, { about, reason, why }: ProposalForm): Promise<Read> {
  const row = (isId(about) && (await certificateById(tx, about))) || refuseKeys('certificate_unknown', {}, 404)
  if (!revocationReasons.includes(why as RevocationReason)) refuseKeys('key_act_unknown', {}, 422)
  const { name, title, serial } = describeCertificate(row.certificate)
  if ((await revocationsOf(tx, row.authority ?? '')).some((r) => r.serial === serial))
    refuseKeys('certificate_revoked_before')
  return { kind: 'revoke', about, reason, detail: { name, title, serial, why } }
}
