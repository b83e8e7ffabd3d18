/** The `.tlog-proof` file (C2SP tlog-proof): one entry's place in a log, with the checkpoint and whoever cosigned it. */
import { fromBase64, readNumber, toBase64 } from './base64.ts'
import { leafHash } from './hashing.ts'
import { type Policy, type PolicyFault, satisfies } from './policy.ts'
import { verifyInclusion } from './verify-proof.ts'

const header = 'c2sp.org/tlog-proof@v1'

export interface Proof {
  /** What the application adds; nothing vouches for it. */
  extra?: Uint8Array
  index: number
  path: Uint8Array[]
  /** The checkpoint with its signatures, word for word. */
  checkpoint: string
}

export function formatProof({ extra, index, path, checkpoint }: Proof): string {
  const more = extra ? `extra ${toBase64(extra)}\n` : ''
  return `${header}\n${more}index ${index}\n${path.map((hash) => `${toBase64(hash)}\n`).join('')}\n${checkpoint}`
}

/** Takes a proof apart. @returns undefined where it is not one */
export function readProof(text: string): Proof | undefined {
  const end = text.indexOf('\n\n')
  const lines = text.slice(0, Math.max(end, 0)).split('\n')
  if (lines.shift() !== header) return undefined
  const extra = lines[0]?.startsWith('extra ') ? fromBase64(lines.shift()!.slice(6)) : null
  const [, number] = /^index (\d+)$/.exec(lines.shift() ?? '') ?? []
  const index = readNumber(number ?? '')
  const path = lines.map(fromBase64)
  if (extra === undefined || index === undefined || path.length > 63 || !path.every((hash) => hash?.length === 32))
    return undefined
  return { ...(extra && { extra }), index, path: path as Uint8Array[], checkpoint: text.slice(end + 2) }
}

export interface ProvenEntry {
  origin: string
  size: number
  index: number
  /** When each of the policy's witnesses cosigned, by its name in the policy. */
  cosigned: Map<string, Temporal.Instant>
}

export type ProofFault = PolicyFault | 'proof_malformed' | 'not_included'

/** Checks a proof for an entry off line: the checkpoint satisfies the policy, and the entry is in its tree. */
export function verifyProof(text: string, entry: Uint8Array, policy: Policy): ProvenEntry | ProofFault {
  const proof = readProof(text)
  if (!proof) return 'proof_malformed'
  const held = satisfies(proof.checkpoint, policy)
  if (typeof held === 'string') return held
  const { size, root, origin } = held.checkpoint
  const { index, path } = proof
  if (!verifyInclusion({ leaf: leafHash(entry), index, size, proof: path, root })) return 'not_included'
  return { origin, size, index, cosigned: held.cosigned }
}
