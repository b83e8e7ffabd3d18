/** Whether one side's log holds what happened, cosigned by the other side's witness and mirror. */
import { fromUtf8, sameBytes } from '#src/platform/bytes.ts'
import { entryFor } from '#src/platform/log-entry.ts'
import { pairPolicy } from '#src/platform/log-policy.ts'
import { fromBase64 } from '#src/platform/tlog/base64.ts'
import { readCheckpointText } from '#src/platform/tlog/checkpoint.ts'
import { leafHash } from '#src/platform/tlog/hashing.ts'
import { readNote } from '#src/platform/tlog/note.ts'
import { readVerifierKey } from '#src/platform/tlog/note-key.ts'
import { formatPolicy, type Policy, type PolicyFault, satisfies } from '#src/platform/tlog/policy.ts'
import { readProof } from '#src/platform/tlog/proof-file.ts'
import { verifyInclusion } from '#src/platform/tlog/verify-proof.ts'
import type { Files } from '#src/platform/zip.ts'
import { eventsShape, fileIn, jsonIn, type Keys, names, type PackedEvent } from './package-shape.ts'
import type { PackageProblem, PackageProblemCode } from './package-verdict.ts'

export interface LogFinding {
  ror: string
  origin: string
  size: number
  /** The text that was time-stamped. */
  head: string
  /** The entries that are proven. */
  events: PackedEvent[]
  cosigned: { by: string; at: Temporal.Instant }[]
  problems: PackageProblem[]
}

const codes: Record<PolicyFault, PackageProblemCode> = {
  no_known_log: 'log_unknown',
  log_signature_wrong: 'log_signature_wrong',
  cosignature_wrong: 'cosignature_wrong',
  quorum_missed: 'cosignature_missing',
}

/** A log is believed where the other side's witness and its mirror both cosigned. */
export function policyFor(keys: Keys, side: string, other: string): Policy | undefined {
  const [log, witness, mirror] = [keys[side]?.log, keys[other]?.witness, keys[other]?.mirror].map((text) =>
    readVerifierKey(text ?? ''),
  )
  if (!log || !witness || !mirror) return undefined
  return pairPolicy({ log, witness, mirror })
}

/** @throws {PackageFault} where a file is missing or malformed */
export function checkLog(files: Files, keys: Keys, side: string, other: string): LogFinding {
  const policy = policyFor(keys, side, other)
  const nothing = { ror: side, origin: '', size: 0, head: '', events: [], cosigned: [] }
  if (!policy || fromUtf8(fileIn(files, names.policy(side))) !== formatPolicy(policy))
    return { ...nothing, problems: [{ code: 'policy_differs', detail: side }] }
  const signed = fromUtf8(fileIn(files, names.checkpoint(side)))
  const held = satisfies(signed, policy)
  if (typeof held === 'string') return { ...nothing, problems: [{ code: codes[held], detail: side }] }
  const { origin, size, note } = held.checkpoint
  const by = { 'partner-witness': keys[other]!.witness, 'partner-mirror': keys[other]!.mirror } as Record<
    string,
    string
  >
  const cosigned = [...held.cosigned].map(([name, at]) => ({ by: by[name]!.split('+')[0]!, at }))
  const problems: PackageProblem[] = []
  const events = jsonIn(files, names.events(side), eventsShape).filter((event) => {
    const code = entryProblem(fromUtf8(fileIn(files, names.proof(side, event.index))), event, { policy, signed, held })
    if (code) problems.push({ code, detail: names.proof(side, event.index) })
    return !code
  })
  return { ror: side, origin, size, head: note.text, events, cosigned, problems }
}

interface Head {
  policy: Policy
  /** With its signatures, word for word. */
  signed: string
  held: Exclude<ReturnType<typeof satisfies>, string>
}

/** Each entry is proven to be in the tree of the one checkpoint, at its own place. */
function entryProblem(text: string, event: PackedEvent, head: Head): PackageProblemCode | undefined {
  const proof = readProof(text)
  const salt = fromBase64(event.salt)
  if (!proof || !salt || proof.index !== event.index) return 'entry_not_proven'
  const other = otherHead(proof.checkpoint, head.signed, proof.index)
  if (other) return other
  // The same head word for word needs no second look at its signatures, which are what takes time.
  const held = proof.checkpoint === head.signed ? head.held : satisfies(proof.checkpoint, head.policy)
  if (typeof held === 'string') return codes[held]
  const { size, root } = held.checkpoint
  const leaf = leafHash(entryFor({ ...event, at: Temporal.Instant.from(event.at) }, salt))
  const included = verifyInclusion({ leaf, index: proof.index, size, proof: proof.path, root })
  return included ? undefined : 'entry_not_proven'
}

/** Two heads of one size that differ prove a fork; an older one than the package's own has been rolled back. */
function otherHead(one: string, own: string, index: number): PackageProblemCode | undefined {
  const [given, head] = [one, own].map((text) => readCheckpointText(readNote(text)?.text ?? ''))
  if (!given || !head || given.origin !== head.origin) return 'log_unknown'
  if (given.size < head.size || index >= head.size) return 'checkpoint_rolled_back'
  return given.size > head.size || !sameBytes(given.root, head.root) ? 'log_forked' : undefined
}
