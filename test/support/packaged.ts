/** Two offices that concluded an agreement, and the evidence package of one of them. */
import { findAgreement } from '#src/agreements/index.ts'
import { buildPackage } from '#src/evidence/index.ts'
import type { WitnessHouse } from '#src/witness/index.ts'
import type { Office, OfficePlan } from './office.ts'
import { openedSession, signTogether } from './signing-play.ts'
import { openWitnessedPair, otherOf, type WitnessedPair } from './witnessed.ts'

export interface Packaged {
  pair: WitnessedPair
  agreement: string
  /** Made by the first office. */
  bytes: Uint8Array
}

export const houseOf = ({ pair }: Packaged, office: Office): WitnessHouse => pair.askings.get(office)!.house

/** The package an office gives out. */
export async function packageOf(pair: WitnessedPair, office: Office, id: string): Promise<Uint8Array> {
  const { db } = office.database
  const other = otherOf(pair, office)
  const rootOf = async () => other.signing.authority.certificatePem
  const { house } = pair.askings.get(office)!
  return buildPackage({ db, house, rootOf }, (await findAgreement(db, id))!)
}

/** Close `pair` afterwards. `change` alters the second office's plan. */
export async function concludedPair(change: Partial<OfficePlan> = {}): Promise<Packaged> {
  const pair = await openWitnessedPair(null, change)
  const play = await openedSession(pair)
  await signTogether(pair, play)
  await pair.deliver()
  const { agreement } = play
  return { pair, agreement, bytes: await packageOf(pair, pair.hust, agreement) }
}
