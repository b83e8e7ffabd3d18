/** The partner proves that its log holds an agreement all have signed: we check the proof with our own witness and mirror. */
import { findAgreement, proveSigned } from '#src/agreements/index.ts'
import type { Tx } from '#src/platform/database/tables.ts'
import { readExtra } from '#src/platform/log-entry.ts'
import { pairPolicy } from '#src/platform/log-policy.ts'
import { NotYet, type Received, type Sent } from '#src/platform/messages.ts'
import { record } from '#src/platform/record.ts'
import { type Policy, readProof, verifyProof } from '#src/platform/tlog/index.ts'
import { announceSigning } from '#src/signing/index.ts'
import { refuse } from './alarm.ts'
import type { WitnessHouse } from './house.ts'
import { findLogPeer, type LogPeer } from './peer-store.ts'
import { policyWith } from './proofs.ts'
import { provenAt } from './proven.ts'

/**
 * @throws Refusal `proof_not_acceptable` where it is of another agreement or event, or our own keys did not cosign it;
 * NotYet where the partner has not told us the keys of its log
 */
export async function receiveProof(tx: Tx, house: WitnessHouse, received: Received, proof: string): Promise<void> {
  const { about, from, at } = received
  const agreement = await findAgreement(tx, about)
  if (!agreement) throw new NotYet('agreement_missing')
  if (agreement.partner !== from) refuse('not_the_partner', {}, 403)
  const peer = await findLogPeer(tx, from)
  if (!peer) throw new NotYet('log_keys_missing')
  const said = readExtra(readProof(proof)?.extra)
  if (said?.event !== 'agreement.signed' || said.about !== `agreement:${about}`) return notAcceptable('another_event')
  const held = verifyProof(proof, said.entry, policyOf(house, peer))
  if (typeof held === 'string') return notAcceptable(held)
  const { sha256 } = said.facts
  if (typeof sha256 !== 'string' || !/^[0-9a-f]{64}$/.test(sha256)) return notAcceptable('another_event')
  await proveSigned(tx, about, { side: 'theirs', sha256, proof, cosignedAt: provenAt(held) }, at)
  await announceSigning(tx, about)
}

/** A proof of ours the partner holds, and our database, set back, no longer: the very one comes back, so both conclude at the same moment. */
export async function sayProofAgain(
  tx: Tx,
  house: WitnessHouse,
  { about, to, at }: Sent,
  proof: string,
): Promise<void> {
  const said = readExtra(readProof(proof)?.extra)
  const policy = await policyWith(tx, house, to, null)
  if (said?.event !== 'agreement.signed' || said.about !== `agreement:${about}` || !policy)
    return notAcceptable('another_event')
  const held = verifyProof(proof, said.entry, policy)
  if (typeof held === 'string') return notAcceptable(held)
  if (!(await findAgreement(tx, about))) throw new NotYet('agreement_missing')
  const kept = { side: 'ours' as const, sha256: String(said.facts.sha256), proof, cosignedAt: provenAt(held) }
  await proveSigned(tx, about, kept, at)
  await announceSigning(tx, about)
}

const notAcceptable = (why: string): never => refuse('proof_not_acceptable', { why }, 422)

/** The partner's log is believed where our own witness and mirror cosigned it. */
const policyOf = ({ witness, mirror }: WitnessHouse, { log }: LogPeer): Policy =>
  pairPolicy({ log, witness: witness.key, mirror: mirror.key })

/** The partner's node did not accept our proof: until that is cleared up, it waits, and both sides read why. */
export async function proofRefused(tx: Tx, { to, about, at }: Sent, reason: string): Promise<void> {
  const by = { kind: 'partner' as const, institution: to, name: '' }
  await record(tx, {
    at,
    by,
    about: { kind: 'agreement', id: about },
    act: 'agreement.proof_refused',
    detail: { reason },
  })
}

/** We did not accept the partner's proof. */
export async function noteRefusedProof(tx: Tx, { about, from, at }: Received, reason: string): Promise<void> {
  if ((await findAgreement(tx, about))?.partner !== from) return
  const noted = { at, by: { kind: 'node' as const }, about: { kind: 'agreement', id: about } }
  await record(tx, { ...noted, act: 'agreement.refused_proof', detail: { reason } })
}
