/** The agreement at the beginning of a chain, held, with what is in force of it. */
import type { Tx } from '#src/platform/database/tables.ts'
import { type Agreement, refuse } from './agreement.ts'
import { readChain } from './chain-store.ts'
import { findAgreement, lockAgreement } from './store.ts'
import type { AgreementText } from './text.ts'
import { findVersion } from './version-store.ts'

export interface InForceHeld {
  root: Agreement
  /** The last concluded change, or the root itself. */
  head: Agreement
  text: AgreementText
}

/** @throws Refusal `agreement_does_not_allow` where nothing of it is in force */
export async function lockInForce(tx: Tx, id: string): Promise<InForceHeld> {
  const root = (await lockAgreement(tx, id))!
  const { line } = await readChain(tx, id)
  const last = line.at(-1) ?? refuse('agreement_does_not_allow', { state: root.state })
  const head = (await findAgreement(tx, last.id))!
  return { root, head, text: (await findVersion(tx, head.id, head.version))!.text }
}
