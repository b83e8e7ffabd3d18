/** Damaged evidence packages: the zip file itself, or one file in it with the package made again around it. */
import { type FileVerdict, verifyFile } from '#src/evidence/index.ts'
import { fromUtf8, sameBytes, utf8 } from '#src/platform/bytes.ts'
import { packZip, readZip } from '#src/platform/zip.ts'
import type { Packaged } from '#test/support/packaged.ts'
import { damaged, damagedJson, damagedText } from './damage.ts'
import { oneOf, type Random } from './random.ts'
import { onlyIf, type Target } from './target.ts'

const words = [
  ...['PK\x01\x02', 'PK\x03\x04', 'PK\x05\x06', '{', '}', '"', '[', ',', '\n', '\n\n', '— ', 'index 0\n', '0', 'null'],
  ...['\0', '../x', '-----BEGIN CERTIFICATE-----'],
]

/** What nothing in a package vouches for: words for people, and the verifier itself. */
const beside = ['README.md', 'verifier.html']
const proven = ['agreement.pdf', 'revision-0.pdf', 'text.json']

/** Everything a verdict says that somebody would rely on. */
function vouched(found: FileVerdict): string {
  if (found.kind !== 'package') return found.state
  const { title, parties, document, logs, state } = found
  const names = parties.map(({ ror, name }) => ({ ror, name }))
  const heads = logs.map(({ ror, origin, size, cosigned }) => ({ ror, origin, size, cosigned }))
  return JSON.stringify({ state, title, names, heads, signatures: document.signatures })
}

function bent(file: Uint8Array, name: string, random: Random): Uint8Array {
  if (name.endsWith('.json') && random(2) > 0)
    return utf8(JSON.stringify(damagedJson(JSON.parse(fromUtf8(file)), random)))
  return /\.(txt|pem|tlog-proof)$/.test(name) && random(2) > 0
    ? utf8(damagedText(fromUtf8(file), random, words))
    : damaged(file, random, words)
}

/** What may become of a package: the file damaged, a member damaged, missing, or in the place of another. */
function change(bytes: Uint8Array, honest: Map<string, Uint8Array>, random: Random): [string, Uint8Array] {
  const names = [...honest.keys()].filter((name) => !beside.includes(name))
  const [name, other] = [oneOf(random, names), oneOf(random, names)]
  const files = new Map(honest)
  const kind = random(10)
  if (kind < 2) return ['the zip file', damaged(bytes, random, words, random(2) > 0 ? bytes.length - 6_000 : 0)]
  if (kind === 2) files.delete(name)
  else if (kind === 3) files.set(name, honest.get(other)!)
  else files.set(name, bent(honest.get(name)!, name, random))
  return [`${name} (${['', '', 'left out', `as ${other}`][kind] ?? 'damaged'})`, packZip(files)]
}

/** Judged with the roots a judge knows: whoever takes the package's own is told to compare them. */
export async function packages({ bytes, pair }: Packaged): Promise<Target> {
  const honest = readZip(bytes)
  const roots = [pair.hust, pair.queenMary].map(({ signing }) => signing.authority.certificatePem)
  const at = pair.now
  const whole = vouched(await verifyFile(bytes, { roots, at }))
  return {
    name: 'packages',
    share: 4,
    async judge(random) {
      const [what, file] = change(bytes, honest, random)
      const found = await verifyFile(file, { roots, at })
      if (found.state !== 'complete') return 'refused'
      const files = found.kind === 'package' ? readZip(file) : new Map()
      const same = proven.every((one) => sameBytes(files.get(one) ?? new Uint8Array(), honest.get(one)!))
      return onlyIf(same && vouched(found) === whole, `${what}: ${vouched(found)}`)
    },
  }
}
