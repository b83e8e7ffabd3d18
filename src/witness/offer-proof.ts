/** Agreements that wait for both logs: once the partner has cosigned our entry, its proof is kept, and crosses. */
import { proveSigned, unprovenHere } from '#src/agreements/index.ts'
import { message } from '#src/platform/messages.ts'
import { queue } from '#src/platform/record.ts'
import { verifyProof } from '#src/platform/tlog/index.ts'
import { announceSigning } from '#src/signing/index.ts'
import type { Asking } from './asked-cosigner.ts'
import { eventsAbout } from './event-store.ts'
import { policyWith, proofOf } from './proofs.ts'
import { provenAt } from './proven.ts'

/** After every cosignature, and every minute by the clock; whatever has been proven is not looked at again. */
export async function offerProofs({ db, house, now }: Pick<Asking, 'db' | 'house' | 'now'>): Promise<void> {
  for (const { id, partner, sha256 } of await unprovenHere(db)) {
    const events = await eventsAbout(db, 'agreement', id)
    const logged = events.find(({ event, facts }) => event === 'agreement.signed' && facts?.sha256 === sha256)
    const made = logged && (await proofOf(db, house, logged.index, partner))
    const policy = await policyWith(db, house, partner, null)
    const held = made && policy && verifyProof(made.proof, made.entry, policy)
    if (!made || typeof held !== 'object') continue
    const at = now()
    const body = { proof: made.proof }
    // A way of its own: what is said about the agreement itself must not wait until the other node can check a proof.
    const sent = { ...message(partner, 'witness.proof', id, body), stream: `message:${partner}:${id}:log` }
    await db.transaction().execute(async (tx) => {
      const ours = { side: 'ours' as const, sha256, proof: made.proof, cosignedAt: provenAt(held) }
      if (await proveSigned(tx, id, ours, at)) await queue(tx, at, [sent])
      await announceSigning(tx, id)
    })
  }
}
