/**
 * What proof costs, each beside its bare cost in the same run. Packages judged a second: beside the document in them alone, and beside bare hashes and
 * signatures. Entries a second into a log the other side cosigns: beside the same without the other side. Bytes of the document with each
 * signature, and preserved: beside the document without any.
 *
 *   npm run bench -- evidence [--short]
 */
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign, verify } from 'node:crypto'
import { verifyFile } from '#src/evidence/index.ts'
import { verifyDocument } from '#src/platform/pades/index.ts'
import { readDocument } from '#src/platform/pades/reading.ts'
import { readZip } from '#src/platform/zip.ts'
import { concludedPair, type Packaged } from '#test/support/packaged.ts'
import { logEvents } from '#test/support/witnessed.ts'

const [judged, entries, bare] = process.argv.includes('--short') ? [2, 5, 20] : [40, 100, 500]

/** A figure, and what it is divided by. */
interface Figure {
  what: string
  value: number
  unit: 'a second' | 'bytes'
  beside?: { what: string; value: number }
}

async function perSecond(times: number, run: () => unknown): Promise<number> {
  await run()
  const began = performance.now()
  for (let i = 0; i < times; i++) await run()
  return (times * 1000) / (performance.now() - began)
}

/** Every file hashed, both signatures of the document, and of two logs the head and two cosignatures each, by Node's own crypto. */
function bareChecks(files: Iterable<Uint8Array>): () => void {
  const text = randomBytes(200)
  const digest = (key: KeyObject) => (key.asymmetricKeyType === 'ed25519' ? null : 'sha256')
  const ed25519 = generateKeyPairSync('ed25519')
  const pairs = [
    generateKeyPairSync('rsa', { modulusLength: 3072 }),
    generateKeyPairSync('ec', { namedCurve: 'prime256v1' }),
    ...Array.from({ length: 6 }, () => ed25519),
  ]
  const checks = pairs.map(({ privateKey, publicKey }) => {
    return { publicKey, value: sign(digest(privateKey), text, privateKey) }
  })
  const all = [...files]
  return () => {
    for (const bytes of all) createHash('sha256').update(bytes).digest()
    for (const { publicKey, value } of checks) verify(digest(publicKey), text, publicKey, value)
  }
}

async function judging({ bytes, pair }: Packaged, files: Map<string, Uint8Array>): Promise<Figure[]> {
  const roots = [pair.hust, pair.queenMary].map(({ signing }) => signing.authority.certificatePem)
  const lists = [...files].filter(([name]) => name.startsWith('crls/')).map(([, der]) => der)
  const complete = ({ state }: { state: string }) => {
    if (state !== 'complete') throw new Error(`the honest package is ${state}`)
  }
  const trust = { roots, lists, at: pair.now }
  const document = files.get('agreement.pdf')!
  const alone = await perSecond(judged!, async () => complete(await verifyDocument(document, trust)))
  const whole = await perSecond(judged!, async () => complete(await verifyFile(bytes, trust)))
  const hashes = await perSecond(bare!, bareChecks(files.values()))
  const beside = { what: 'bare hashes and signatures', value: hashes }
  return [
    { what: 'bare hashes and signatures of a package', value: hashes, unit: 'a second' },
    { what: 'documents judged', value: alone, unit: 'a second', beside },
    { what: 'packages judged', value: whole, unit: 'a second', beside: { what: 'the document alone', value: alone } },
  ]
}

async function logging({ pair }: Packaged): Promise<Figure[]> {
  const cosigned = await perSecond(entries!, async () => {
    await logEvents(pair, pair.hust, 1)
    await pair.deliver()
  })
  pair.queenMary.down = true
  const alone = await perSecond(entries!, async () => {
    await logEvents(pair, pair.hust, 1)
    await pair.deliverFrom(pair.hust)
  })
  const beside = { what: 'without the other side', value: alone }
  return [
    { what: 'entries, the other side not reached', value: alone, unit: 'a second' },
    { what: 'entries cosigned by witness and mirror', value: cosigned, unit: 'a second', beside },
  ]
}

function sizes({ bytes }: Packaged, document: Uint8Array): Figure[] {
  const { sections, revisions } = {
    ...readDocument(document).layout,
    revisions: ['first signature', 'second signature'],
  }
  const ends = sections.map(({ end }) => end)
  const unsigned = { what: 'the unsigned document', value: ends[0]! }
  const sized = (what: string, value: number): Figure => ({ what, value, unit: 'bytes', beside: unsigned })
  return [
    { what: 'document without signatures', value: ends[0]!, unit: 'bytes' },
    ...ends.slice(1).map((end, i) => sized(`with ${revisions[i] ?? `what preserves it, part ${i - 1}`}`, end)),
    sized('evidence package', bytes.length),
  ]
}

const line = ({ what, value, unit, beside }: Figure) =>
  `${what.padEnd(42)} ${value.toFixed(0).padStart(9)} ${unit.padEnd(9)}${beside ? ` ${(value / beside.value).toFixed(3)} of ${beside.what}` : ''}`

const honest = await concludedPair()
try {
  const files = readZip(honest.bytes)
  const figures = [
    ...(await judging(honest, files)),
    ...(await logging(honest)),
    ...sizes(honest, files.get('agreement.pdf')!),
  ]
  for (const figure of figures) console.log(line(figure))
  const told = figures.map((f) => ({ ...f, ratio: f.beside ? f.value / f.beside.value : null }))
  console.log(JSON.stringify({ bench: 'evidence', figures: told }))
} finally {
  await honest.pair.close()
}
