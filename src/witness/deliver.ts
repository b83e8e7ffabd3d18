/** Delivers what the log has to do between nodes: the outbox topics `cosign` and `stamp`. */
import { z } from 'zod'
import type { Deliverer, Item } from '#src/platform/outbox/index.ts'
import { askForStamp } from './ask-stamp.ts'
import { askForCosignatures } from './ask-witness.ts'
import type { Asking, Delivered } from './asked-cosigner.ts'
import { offerProofs } from './offer-proof.ts'

const cosignShape = z.union([
  z.object({ institution: z.string(), fresh: z.boolean() }),
  z.object({ third: z.literal(true), fresh: z.boolean() }),
])
const stampShape = z.object({ institution: z.string() })

/** A node that cannot be reached is an error like any other: it is kept with the item, and the item tried again. */
export function witnessDeliverers(asking: Asking): Record<'cosign' | 'stamp', Deliverer> {
  return {
    cosign: async (item: Item): Promise<Delivered> => {
      const { fresh, ...cosigner } = cosignShape.parse(item.body)
      const delivered = await askForCosignatures(asking, cosigner, fresh)
      if (delivered === 'done') await offerProofs(asking)
      return delivered
    },
    stamp: (item: Item): Promise<Delivered> => askForStamp(asking, stampShape.parse(item.body).institution),
  }
}
