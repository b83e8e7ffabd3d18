/** What the node has still to do with its log, as items of the outbox. */
import type { Following } from '#src/platform/record.ts'

type Streamed = Following & { stream: string }

/** Whom to ask for cosignatures: a partner by its ROR id, or the third witness. */
export type Cosigner = { institution: string } | { third: true }

/** @param name a partner's ROR id, or `third` */
export const cosignStream = (name: string) => `cosign:${name}`

/** Asks for cosignatures on the head; `fresh`: also where it has them already, to see that the other is there. */
export function cosignWork(cosigner: Cosigner, { fresh = false } = {}): Streamed {
  const name = 'third' in cosigner ? 'third' : cosigner.institution
  return { topic: 'cosign', stream: cosignStream(name), body: { ...cosigner, fresh } }
}

/** Asks a partner to time-stamp our head. */
export function stampWork(institution: string): Streamed {
  return { topic: 'stamp', stream: `stamp:${institution}`, body: { institution } }
}
