/** Damage to bytes and to JSON, of the kinds that find mistakes: small changes, things moved, numbers at the edges, words of the format. */
import { oneOf, type Random } from './random.ts'

const edges = ['0', '1', '-1', '255', '256', '65536', '2147483648', '4294967296', '9007199254740993', '1e400', '']

/** Where something happens, and how much of it. */
function run(random: Random, length: number): [from: number, to: number] {
  const from = random(length + 1)
  return [from, Math.min(length, from + 1 + random(oneOf(random, [2, 8, 64, 1_024])))]
}

function put(bytes: Buffer, at: number, what: Uint8Array, over: number): Buffer {
  return Buffer.concat([bytes.subarray(0, at), what, bytes.subarray(at + over)])
}

type Change = (bytes: Buffer, random: Random, words: readonly string[]) => Buffer

const changes: Change[] = [
  (bytes, random) => {
    const at = random(bytes.length)
    return put(bytes, at, Buffer.from([bytes[at]! ^ (1 << random(8))]), 1)
  },
  (bytes, random) =>
    put(bytes, random(bytes.length), Buffer.from([oneOf(random, [0, 1, 0x7f, 0x80, 0xff, 10, 32])]), 1),
  (bytes, random) => put(bytes, random(bytes.length), Buffer.from([random(256)]), 1),
  (bytes, random) => {
    const [from, to] = run(random, bytes.length)
    return put(bytes, from, Buffer.alloc(0), to - from)
  },
  (bytes, random) => {
    const [from, to] = run(random, bytes.length)
    return put(bytes, random(bytes.length + 1), bytes.subarray(from, to), 0)
  },
  (bytes, random) => {
    const [from, to] = run(random, bytes.length)
    return put(bytes, random(bytes.length + 1), bytes.subarray(from, to), to - from)
  },
  (bytes, random) => bytes.subarray(0, random(bytes.length)),
  (bytes, random) => put(bytes, random(bytes.length + 1), Buffer.alloc(1 + random(300), random(256)), 0),
  (bytes, random, words) => put(bytes, random(bytes.length + 1), Buffer.from(oneOf(random, words)), random(2) * 8),
  changedNumber,
]

/** A number near some place becomes one at an edge. */
function changedNumber(bytes: Buffer, random: Random): Buffer {
  const start = random(bytes.length + 1)
  const found = /\d+/.exec(bytes.toString('latin1', start, start + 400))
  if (!found) return bytes
  return put(bytes, start + found.index, Buffer.from(oneOf(random, edges)), found[0].length)
}

/**
 * Bytes with one to four things wrong, most often one.
 * @param words of the format, put in here and there
 * @param from where damage may begin; most of a document is fonts
 */
export function damaged(bytes: Uint8Array, random: Random, words: readonly string[] = ['\n'], from = 0): Buffer {
  let tail: Buffer = Buffer.from(bytes.subarray(from))
  for (let left = oneOf(random, [1, 1, 1, 2, 4]); left > 0 && tail.length > 0; left--) {
    tail = oneOf(random, changes)(tail, random, words)
  }
  return Buffer.concat([bytes.subarray(0, from), tail])
}

/** A text with the same kinds of damage; what is no UTF-8 any more comes back as it would from a file. */
export function damagedText(text: string, random: Random, words: readonly string[] = ['\n']): string {
  if (random(3) > 0) return damaged(Buffer.from(text), random, words).toString('utf8')
  const lines = text.split('\n')
  const [from, to] = [random(lines.length), random(lines.length)]
  const line = lines[from]!
  if (random(2) > 0) lines.splice(from, random(2))
  lines.splice(to, random(2), line)
  return lines.join('\n')
}

const odd: (() => unknown)[] = [
  ...[() => null, () => true, () => 0, () => -1, () => 0.5, () => 2 ** 53, () => '', () => [], () => ({})],
  () => '\ud800',
  () => '\u0000\u202e',
  () => 'x'.repeat(5_000),
  () => 'A'.repeat(5_001).concat('='),
  () => '0'.repeat(64),
  () => '9999-99-99T99:99:99Z',
  () => '-271821-04-20T00:00:00Z',
  () => nested(200),
  () => nested(20_000),
  () => Array(2_000).fill(0),
  () => JSON.parse('{"__proto__":{"polluted":true},"constructor":1,"toString":2}'),
]

function nested(deep: number): unknown {
  let value: unknown = 0
  for (let i = 0; i < deep; i++) value = [value]
  return value
}

/** A value of JSON with one thing wrong somewhere in it: missing, doubled, exchanged, of another kind. */
export function damagedJson(value: unknown, random: Random): unknown {
  const inner = Array.isArray(value) || (typeof value === 'object' && value !== null)
  if (!inner || random(8) === 0) {
    const text = typeof value === 'string' && random(2) > 0
    return text ? damagedText(value, random, ['\u200b', '\u202e', '\u0000', '=', '0']) : oneOf(random, odd)()
  }
  if (Array.isArray(value)) {
    const at = random(value.length + 1)
    if (random(4) === 0) return [...value.slice(0, at), ...value.slice(at + 1)]
    if (random(4) === 0) return [...value.slice(0, at), ...value.slice(0, 1), ...value.slice(at)]
    return value.map((member, i) => (i === at ? damagedJson(member, random) : member))
  }
  const entries = Object.entries(value as object)
  const at = random(entries.length)
  if (random(6) === 0) return Object.fromEntries(entries.filter((_, i) => i !== at))
  if (random(6) === 0)
    return { ...value, [oneOf(random, ['extra', 'constructor', 'then', 'id'])]: oneOf(random, odd)() }
  return Object.fromEntries(entries.map(([name, of], i) => [name, i === at ? damagedJson(of, random) : of]))
}
