/**
 * What proof costs, each beside its bare price in the same run: evidence packages judged a second, beside the hashes and signatures in one by
 * Node's own crypto; entries a second into a log that the other side cosigns, beside hash and signatures of one; bytes a signature adds
 * to the document, beside the value of the signature.
 */
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign, verify } from 'node:crypto'
import { verifyFile } from '#src/evidence/index.ts'
import { readDocument } from '#src/platform/pades/reading.ts'
import { readZip } from '#src/platform/zip.ts'
import { concludedPair } from '#test/support/packaged.ts'
import { logEvents } from '#test/support/witnessed.ts'

const [packages, entries, bare] = process.argv.includes('--short') ? [2, 5, 20] : [50, 100, 500]

async function perSecond(times: number, run: () => unknown): Promise<number> {
  await run()
  const began = performance.now()
  for (let i = 0; i < times; i++) await run()
  return (times * 1000) / (performance.now() - began)
}

const rsa = generateKeyPairSync('rsa', { modulusLength: 3072 })
const ecdsa = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
const ed25519 = generateKeyPairSync('ed25519')
const text = randomBytes(200)
const digest = (key: KeyObject) => (key.asymmetricKeyType === 'ed25519' ? null : 'sha256')
const checks = [rsa, ecdsa, ...Array.from({ length: 6 }, () => ed25519)].map(({ privateKey, publicKey }) => {
  return { publicKey, value: sign(digest(privateKey), text, privateKey) }
})

/** Every file hashed, both signatures of the document, and of two logs the head and two cosignatures each. */
function bareCheck(files: Map<string, Uint8Array>): void {
  for (const bytes of files.values()) createHash('sha256').update(bytes).digest()
  for (const { publicKey, value } of checks) verify(digest(publicKey), text, publicKey, value)
}

/** The leaf's hash, the log's signature, two cosignatures. */
function bareEntry(): void {
  createHash('sha256').update(text).digest()
  for (let i = 0; i < 3; i++) sign(null, text, ed25519.privateKey)
}

const honest = await concludedPair()
try {
  const { pair, bytes } = honest
  const files = readZip(bytes)
  const document = files.get('agreement.pdf')!
  const roots = [pair.hust, pair.queenMary].map(({ signing }) => signing.authority.certificatePem)
  const judge = async () => {
    const { state } = await verifyFile(bytes, { roots, at: pair.now })
    if (state !== 'complete') throw new Error(`the honest package is ${state}`)
  }
  const ends = readDocument(document).layout.sections.map(({ end }) => end)
  const figures = {
    'packages judged, a second': await perSecond(packages!, judge),
    'bare hashes and signatures of one, a second': await perSecond(bare!, () => bareCheck(files)),
    'entries cosigned by the other side, a second': await perSecond(entries!, async () => {
      await logEvents(pair, pair.hust, 1)
      await pair.deliver()
    }),
    'bare hash and signatures of one, a second': await perSecond(bare!, bareEntry),
    'bytes of the document before signatures': ends[0]!,
    'bytes added by the first signature': ends[1]! - ends[0]!,
    'bytes of a bare RSA-3072 value': checks[0]!.value.length,
    'bytes added by the second signature': ends[2]! - ends[1]!,
    'bytes of a bare P-256 value': checks[1]!.value.length,
    'bytes of the package': bytes.length,
  }
  for (const [what, value] of Object.entries(figures)) console.log(`${what.padEnd(46)} ${value.toFixed(0).padStart(9)}`)
  console.log(JSON.stringify({ bench: 'evidence', figures }))
} finally {
  await honest.pair.close()
}
