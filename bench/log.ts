/**
 * Entries a second into the log: as two nodes do it, cosigned by the other's witness and mirror; without the other; and what the bare hashes and
 * signatures of one such entry cost. Also how many `.tlog-proof` files are made and checked a second.
 */
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import {
  cosign,
  cosignatureV1,
  ed25519,
  leafHash,
  memoryTree,
  noteSigner,
  readNote,
  rootAt,
  signCheckpoint,
  verifyProof,
} from '#src/platform/tlog/index.ts'
import { policyWith, proofOf } from '#src/witness/index.ts'
import { logEvents, openWitnessedPair } from '#test/support/witnessed.ts'

const [alone, witnessed, proofs] = process.argv.includes('--short') ? [20, 10, 20] : [300, 100, 300]

async function perSecond(times: number, run: (i: number) => Promise<unknown>): Promise<number> {
  await run(0)
  const began = performance.now()
  for (let i = 0; i < times; i++) await run(i)
  return (times * 1000) / (performance.now() - began)
}

/** Leaf, way to the root, the log's signature, two cosignatures: nothing stored, nothing sent. */
async function bareEntries(): Promise<number> {
  const signer = (name: string, type: number) => noteSigner(name, type, generateKeyPairSync('ed25519').privateKey)
  const [log, witness, mirror] = [signer('log', ed25519), signer('w', cosignatureV1), signer('m', cosignatureV1)]
  const tree = memoryTree()
  const at = Temporal.Now.instant()
  return perSecond(2_000, async () => {
    await tree.append([leafHash(randomBytes(80))])
    const root = await rootAt(tree.read, tree.size)
    const { text } = readNote(signCheckpoint({ origin: 'log', size: tree.size, root }, log))!
    for (const by of [witness, mirror]) cosign(text, by, at)
  })
}

const pair = await openWitnessedPair()
try {
  const { db } = pair.hust.database
  const { house } = pair.askings.get(pair.hust)!
  const cosigned = await perSecond(witnessed!, async () => {
    await logEvents(pair, pair.hust, 1)
    await pair.deliver()
  })
  const partner = pair.queenMary.ror
  const policy = (await policyWith(db, house, partner, null))!
  const made = await perSecond(proofs!, (i) => proofOf(db, house, i % witnessed!, partner))
  const one = (await proofOf(db, house, 3, partner))!
  const checked = await perSecond(proofs! * 5, async () => verifyProof(one.proof, one.entry, policy))
  pair.queenMary.down = true
  const appended = await perSecond(alone!, async () => {
    await logEvents(pair, pair.hust, 1)
    await pair.deliverFrom(pair.hust)
  })
  const figures = {
    'entries, cosigned by witness and mirror': cosigned,
    'entries, the partner not reached': appended,
    'entries, bare hashes and signatures': await bareEntries(),
    'proofs made': made,
    'proofs checked': checked,
  }
  for (const [what, rate] of Object.entries(figures))
    console.log(`${what.padEnd(44)} ${rate.toFixed(0).padStart(7)} a second`)
  console.log(JSON.stringify({ bench: 'log', unit: 'per second', figures }))
} finally {
  await pair.close()
}
