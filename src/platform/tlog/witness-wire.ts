/** What a log and its witness say to each other over HTTP (C2SP tlog-witness, `add-checkpoint`). */
import { fromBase64, readNumber, toBase64 } from './base64.ts'

export interface AddCheckpoint {
  /** The size the witness is believed to have cosigned last. */
  old: number
  proof: Uint8Array[]
  /** The signed checkpoint. */
  checkpoint: string
}

/** The type of the answer 409: the size the witness has cosigned last. */
export const sizeType = 'text/x.tlog.size'

export function formatAddCheckpoint({ old, proof, checkpoint }: AddCheckpoint): string {
  return `old ${old}\n${proof.map((hash) => `${toBase64(hash)}\n`).join('')}\n${checkpoint}`
}

/** @returns undefined where the body is not as it must be */
export function readAddCheckpoint(body: string): AddCheckpoint | undefined {
  const end = body.indexOf('\n\n')
  if (end < 0) return undefined
  const [first, ...lines] = body.slice(0, end).split('\n')
  const old = readNumber(/^old (\d+)$/.exec(first!)?.[1] ?? '')
  const proof = lines.map(fromBase64)
  if (old === undefined || proof.length > 63 || !proof.every((hash) => hash?.length === 32)) return undefined
  return { old, proof: proof as Uint8Array[], checkpoint: body.slice(end + 2) }
}
