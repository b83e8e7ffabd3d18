/** Tells a partner the keys of our log, witness and mirror, and the certificate we stamp with. */
import { canonicalHash } from '#src/platform/canonical.ts'
import type { Tx } from '#src/platform/database/tables.ts'
import { message } from '#src/platform/messages.ts'
import { queue } from '#src/platform/record.ts'
import { verifierKey } from '#src/platform/tlog/index.ts'
import type { WitnessHouse } from './house.ts'
import { introducedWith, saveIntroduction } from './peer-store.ts'

/** The message's body: verifier keys as C2SP writes them, and PEM. */
export function ownKeys({ log, witness, mirror, stamps }: WitnessHouse) {
  return {
    log: verifierKey(log.key),
    witness: verifierKey(witness.key),
    mirror: verifierKey(mirror.key),
    stampCertificate: stamps.certificatePem,
  }
}

/** Sends our keys, once for each set of keys. */
export async function introduce(tx: Tx, house: WitnessHouse, partner: string, at: Temporal.Instant): Promise<void> {
  const keys = ownKeys(house)
  const sha256 = canonicalHash(keys)
  if ((await introducedWith(tx, partner)) === sha256) return
  await saveIntroduction(tx, partner, sha256, at)
  await queue(tx, at, [message(partner, 'witness.keys', 'log', keys)])
}
