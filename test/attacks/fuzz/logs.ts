/** Damaged notes, checkpoints, cosignatures, proofs, policies, and what logs, witnesses and mirrors say to each other. */
import { generateKeyPairSync } from 'node:crypto'
import { sameBytes } from '#src/platform/bytes.ts'
import {
  bundle,
  type Checkpoint,
  consistencyProof,
  cosign,
  cosignature,
  cosignatureV1,
  ed25519,
  formatAddCheckpoint,
  formatAddEntries,
  formatNote,
  formatPolicy,
  formatProof,
  inclusionProof,
  leafHash,
  memoryTree,
  type NoteSigner,
  noteSigner,
  openCheckpoint,
  type Policy,
  PolicyError,
  packageRanges,
  readAddCheckpoint,
  readAddEntries,
  readBundle,
  readMirrorInfo,
  readNote,
  readPolicy,
  readSignatureLines,
  readTilePath,
  readVerifierKey,
  rootAt,
  satisfies,
  signCheckpoint,
  tileProof,
  verifierKey,
  verifyConsistency,
  verifyInclusion,
  verifyProof,
  verifyTile,
} from '#src/platform/tlog/index.ts'
import { damaged, damagedText } from './damage.ts'
import { oneOf, type Random } from './random.ts'
import { type Outcome, onlyIf, type Target } from './target.ts'

const signer = (name: string, type: number) => noteSigner(name, type, generateKeyPairSync('ed25519').privateKey)
const size = 700
const cosignedAt = Temporal.Instant.from('2026-09-06T14:20:00Z')

export interface HonestLog {
  log: NoteSigner
  witness: NoteSigner
  policy: Policy
  entries: Uint8Array[]
  read: ReturnType<typeof memoryTree>['read']
  root: Uint8Array
  /** Signed by the log, cosigned by witness and mirror. */
  checkpoint: string
}

/** A log of 700 entries, cosigned by a witness and a mirror; all proofs can be made of it. */
export async function honestLog(): Promise<HonestLog> {
  const [log, witness] = [signer('east.example/log', ed25519), signer('west.example/w', cosignatureV1)]
  const mirror = signer('west.example/m', cosignatureV1)
  const entries = Array.from({ length: size }, (_, i) => Buffer.from(`entry ${i}`))
  const tree = memoryTree()
  await tree.append(entries.map(leafHash))
  const root = await rootAt(tree.read, size)
  const note = readNote(signCheckpoint({ origin: log.key.name, size, root }, log))!
  const cosigned = [witness, mirror].map((by) => cosign(note.text, by, cosignedAt))
  const policy: Policy = {
    logs: [{ key: log.key }],
    witnesses: [
      { name: 'w', key: witness.key },
      { name: 'm', key: mirror.key },
    ],
    groups: [{ name: 'both', least: 2, members: ['w', 'm'] }],
    quorum: 'both',
  }
  const checkpoint = formatNote({ ...note, signatures: [...note.signatures, ...cosigned] })
  return { log, witness, policy, entries, read: tree.read, root, checkpoint }
}

const words = [
  '\n',
  '\n\n',
  '— ',
  ' ',
  '+',
  '=',
  'AAAA',
  '\u2014',
  '\u00a0',
  '\0',
  'index 0\n',
  'extra AA==\n',
  '\ud7ff',
]

/** Checkpoints, by the log's key, by each cosigner's, and by the policy for all of them. */
export function notes({ log, witness, policy, checkpoint }: HonestLog): Target {
  const { text } = readNote(checkpoint)!
  const honest = openCheckpoint(checkpoint, log.key) as Checkpoint
  const sameHead = (found: Checkpoint) =>
    found.size === honest.size && found.origin === honest.origin && sameBytes(found.root, honest.root)
  return {
    name: 'notes and checkpoints',
    share: 12,
    judge(random) {
      const bent = damagedText(checkpoint, random, words)
      const outcomes: Outcome[] = ['refused']
      const opened = openCheckpoint(bent, log.key)
      if (typeof opened === 'object') outcomes.push(onlyIf(sameHead(opened), 'another head'))
      const note = readNote(bent)
      const at = note && cosignature(note, witness.key)
      if (at && at !== 'wrong')
        outcomes.push(onlyIf(note.text === text && at.equals(cosignedAt), 'another cosignature'))
      const held = satisfies(bent, policy)
      if (typeof held === 'object') {
        const times = [...held.cosigned.values()]
        const both = times.length === 2 && times.every((time) => time.equals(cosignedAt))
        outcomes.push(onlyIf(sameHead(held.checkpoint) && both, 'another head or other cosigners'))
      }
      return outcomes.at(-1)!
    },
  }
}

const sameHashes = (one: Uint8Array[], other: Uint8Array[]) =>
  one.length === other.length && one.every((hash, i) => sameBytes(hash, other[i]!))

const bentHash = (hash: Uint8Array, random: Random) => damaged(hash, random)

/** Proof files as they are kept, and the bare proofs in them. */
export function proofs({ policy, entries, read, root, checkpoint }: HonestLog): Target {
  const file = async (random: Random) => {
    const index = random(size)
    const path = await inclusionProof(read, index, size)
    const extra = random(2) > 0 ? Buffer.from('salt') : undefined
    const text = formatProof({ index, path, checkpoint, ...(extra && { extra }) })
    const entry = random(4) > 0 ? entries[index]! : damaged(entries[index]!, random)
    const bent = entry === entries[index] ? damagedText(text, random, words) : text
    const found = verifyProof(bent, entry, policy)
    if (typeof found === 'string') return 'refused'
    return onlyIf(found.index === index && found.size === size && sameBytes(entry, entries[index]!), `${found.index}`)
  }
  const inclusion = async (random: Random) => {
    const index = random(size)
    const honest = {
      leaf: leafHash(entries[index]!),
      index,
      size,
      proof: await inclusionProof(read, index, size),
      root,
    }
    const { proof, leaf } = honest
    const at = random(proof.length)
    const bent = oneOf(random, [
      { ...honest, index: random(size) },
      { ...honest, leaf: bentHash(leaf, random) },
      { ...honest, proof: proof.with(at, bentHash(proof[at]!, random)) },
      { ...honest, proof: proof.toSpliced(at, random(2), ...proof.slice(0, random(3))) },
    ])
    const same = bent.index === index && sameBytes(bent.leaf, leaf) && sameHashes(bent.proof, proof)
    return verifyInclusion(bent) ? onlyIf(same, `entry ${bent.index}`) : 'refused'
  }
  const consistency = async (random: Random) => {
    const old = 1 + random(size - 1)
    const [oldRoot, proof] = [await rootAt(read, old), await consistencyProof(read, old, size)]
    const at = random(proof.length)
    const bent = oneOf(random, [
      { oldRoot: bentHash(oldRoot, random), proof },
      { oldRoot, proof: proof.with(at, bentHash(proof[at]!, random)) },
      { oldRoot, proof: proof.toSpliced(at, random(2), ...proof.slice(0, random(3))) },
    ])
    const same = sameBytes(bent.oldRoot, oldRoot) && sameHashes(bent.proof, proof)
    return verifyConsistency({ ...bent, old, size, root }) ? onlyIf(same, `${old}`) : 'refused'
  }
  return { name: 'proofs', share: 12, judge: (random) => oneOf(random, [file, file, inclusion, consistency])(random) }
}

/** What is said over HTTP between a log, its witness and its mirror, and what stands in files beside a proof. */
export async function logWire({ log, policy, entries, read, root, checkpoint }: HonestLog): Promise<Target> {
  const packages = await Promise.all(
    packageRanges(0, size).map(async ([from, to]) => {
      return { entries: entries.slice(from, to), proof: await tileProof(read, from, size) }
    }),
  )
  const request = formatAddEntries({ origin: log.key.name, start: 0, end: size, ticket: Buffer.from('t'), packages })
  const addEntries = async (random: Random) => {
    const found = readAddEntries(damaged(request, random, ['\0\0', '\xff\xff']))
    if (found?.start !== 0 || found.end !== size) return 'refused'
    let taken: Outcome = 'refused'
    for (const [i, { entries: carried, proof }] of found.packages.entries()) {
      const tree = memoryTree()
      await tree.append(carried.map(leafHash))
      const subtree = await rootAt(tree.read, tree.size)
      if (!verifyTile({ subtree, start: i * 256, size, proof, root })) break
      const same = carried.every((entry, at) => sameBytes(entry, entries[i * 256 + at]!))
      taken = onlyIf(same, `package ${i}`)
    }
    return taken
  }
  const old = 600
  const proof = await consistencyProof(read, old, size)
  const oldRoot = await rootAt(read, old)
  const submission = formatAddCheckpoint({ old, proof, checkpoint })
  const addCheckpoint = (random: Random) => {
    const found = readAddCheckpoint(damagedText(submission, random, words))
    const opened = found && openCheckpoint(found.checkpoint, log.key)
    if (found?.old !== old || typeof opened !== 'object') return 'refused'
    const claim = { old, oldRoot, size: opened.size, root: opened.root, proof: found.proof }
    return verifyConsistency(claim) ? onlyIf(opened.size === size && sameBytes(opened.root, root), 'a head') : 'refused'
  }
  return {
    name: 'log protocols',
    share: 8,
    judge: (random) => oneOf(random, [addEntries, addCheckpoint, beside(policy)])(random),
  }
}

/** Small texts: a policy, a verifier key, a bundle of entries, the path of a tile, the answers of a witness and a mirror. */
function beside(policy: Policy): (random: Random) => Outcome {
  const [text, key] = [formatPolicy(policy), verifierKey(policy.logs[0]!.key)]
  const entries = bundle([Buffer.from('a'), Buffer.alloc(300)])
  const read = (found: unknown): Outcome => (found === undefined ? 'refused' : 'harmless')
  const all: ((random: Random) => Outcome)[] = [
    (random) => {
      const found = readVerifierKey(damagedText(key, random, words))
      return found ? onlyIf(verifierKey(found) === key, 'another key') : 'refused'
    },
    (random) => {
      const found = readBundle(damaged(entries, random))
      return found
        ? onlyIf(
            found.every((entry) => entry.length < 65_536),
            'too long',
          )
        : 'refused'
    },
    (random) => read(readTilePath(damagedText('tile/0/x001/x234/067.p/17', random, ['x', '/', '.p/']))),
    (random) => read(readMirrorInfo(damagedText('600\n256\nAQI=\n', random, words))),
    (random) => read(readSignatureLines(damagedText('— w CMp+6LWBU0anHGH5aNDTJkH/gj79\n', random, words))),
    (random) => {
      try {
        return onlyIf(readPolicy(formatPolicy(readPolicy(damagedText(text, random, words)))) !== undefined, '')
      } catch (error) {
        if (error instanceof PolicyError) return 'refused'
        throw error
      }
    },
  ]
  return (random) => oneOf(random, all)(random)
}
