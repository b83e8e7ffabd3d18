/** Damaged messages between nodes: the signed request, the envelope in it, and, with two offices at hand, what handlers make of a body. */
import { generateKeyPairSync } from 'node:crypto'
import { sampleText } from '#cast/agreement.ts'
import { textHash, textShape } from '#src/agreements/text-rules.ts'
import { versionShape } from '#src/agreements/wire.ts'
import { answerShape, type Envelope, envelopeShape, isSealed, seal } from '#src/federation/envelope.ts'
import { rootShape } from '#src/keys/wire.ts'
import { fromUtf8, sameBytes, utf8 } from '#src/platform/bytes.ts'
import { canonical } from '#src/platform/canonical.ts'
import { readSignature, signMessage } from '#src/platform/http-signatures/sign.ts'
import { consentShape, openShape, signatureShape } from '#src/signing/wire.ts'
import { stateShape } from '#src/stage/wire.ts'
import { keysShape } from '#src/witness/wire.ts'
import { damaged, damagedJson, damagedText } from './damage.ts'
import { oneOf, type Random } from './random.ts'
import { type Outcome, onlyIf, type Target } from './target.ts'

const at = Temporal.Instant.from('2026-09-06T14:20:00Z')
const hash = '0123456789abcdef'.repeat(4)
const typesetter = { name: 'typst', version: '0.14.2', template: hash, fonts: [{ file: 'a.ttf', sha256: hash }] }
const text = sampleText(typesetter)
const byName = 'Wang Xiaoming'

/** A body that fits each shape. */
const bodies = {
  version: { number: 1, kind: 'key', text, textHash: textHash(text), note: 'A note', byName, at: String(at) },
  open: {
    attempt: 1,
    textHash: hash,
    documentHash: hash,
    seatsHash: hash,
    deadline: String(at),
    byName,
    at: String(at),
  },
  signature: { session: hash, number: 1, seat: 'seat-a', previousSha256: hash, sha256: hash, delta: 'AAAA' },
  consent: {
    session: hash,
    statement: {
      format: 'chirograph-consent-1',
      ...{ session: hash, agreement: text.agreement, textHash: hash, documentHash: hash, seat: 'seat-a', order: 1 },
      ...{ name: text.seats[0]!.name, title: text.seats[0]!.title, method: 'passkey', nonce: hash.slice(0, 32) },
    },
    assertion: { id: 'x', response: {} },
    at: String(at),
  },
  state: {
    state: {
      ...{ ceremony: text.agreement, term: 1, leader: text.parties[0]!.ror, rev: 1, phase: 'live', scene: 'doors' },
      ...{ item: null, itemStartedAt: null, itemEndsAt: null, heldAt: null, slide: null, actual: [] },
    },
    byName,
  },
  keys: { log: 'a', witness: 'b', mirror: 'c', stampCertificate: '-----BEGIN CERTIFICATE-----' },
  root: { certificate: '-----BEGIN CERTIFICATE-----', old: null, signature: null },
  answer: { answer: 'refused', reason: 'text_differs', details: { where: ['a'] } },
}
const shapes = {
  version: versionShape,
  open: openShape,
  signature: signatureShape,
  consent: consentShape,
  state: stateShape,
  keys: keysShape,
  root: rootShape,
  answer: answerShape,
}
const kinds = Object.keys(bodies) as (keyof typeof bodies)[]

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

const jsonWords = [
  '"',
  '\\u0000',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  'null',
  '1e999',
  '\\ud800',
  '"id":"x",',
  '"to":"x",',
  ' ',
]

/** The envelope: damaged and not sealed again, it is none. */
function envelope(random: Random): Outcome {
  const [from, to] = text.parties.map(({ ror }) => ror) as [string, string]
  const honest = seal({
    kind: 'agreement.version',
    from,
    to,
    about: text.agreement,
    body: bodies[oneOf(random, kinds)],
  })
  const bent = random(2) > 0 ? parsed(damagedText(canonical(honest), random, jsonWords)) : damagedJson(honest, random)
  const read = envelopeShape.safeParse(bent)
  if (!read.success || !isSealed(read.data as Envelope)) return 'refused'
  return onlyIf(canonical(read.data) === canonical(honest), 'another message under the same id')
}

function hasHash(value: unknown): boolean {
  try {
    return canonical(value) !== ''
  } catch {
    return false
  }
}

/** A body, as a partner that may say anything could send it: it is read or refused, and read it says something of a size we can keep. */
function body(random: Random): Outcome {
  const kind = oneOf(random, kinds)
  const bent = damagedJson(bodies[kind], random)
  // What has no hash never gets as far as its shape: see `isSealed`.
  if (!hasHash(bent)) return 'refused'
  const read = shapes[kind].safeParse(bent)
  if (!read.success) return onlyIf(read.error.issues.length > 0, kind) && 'refused'
  if (kind === 'version') return onlyIf(textShape.safeParse((read.data as { text: unknown }).text).success, kind)
  return onlyIf(canonical(read.data).length < 3_000_000, kind)
}

/** The request around it: what is covered cannot be changed. */
function request(): (random: Random) => Outcome {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const sent: Uint8Array = utf8(canonical(seal({ kind: 'x', from: 'a', to: 'b', about: 'c', body: bodies.open })))
  const components = {
    '@method': 'POST',
    '@target-uri': 'https://b.example/federation/messages',
    'content-type': 'application/json',
  }
  const signed = signMessage(components, sent, { keyid: 'a', key: privateKey }, at, 'bm9uY2Vub25jZW5vbmNl')
  const headers = { digest: signed['content-digest'], input: signed['signature-input'], signature: signed.signature }
  return (random) => {
    const bent = { ...headers, target: components['@target-uri'], body: sent }
    const what = oneOf(random, ['digest', 'input', 'signature', 'target', 'body'] as const)
    if (what === 'body') bent.body = damaged(sent, random, jsonWords)
    else bent[what] = damagedText(bent[what], random, [';', '"', ':', '=', ',', '()', 'chirograph=', '?1', '\\'])
    const found = readSignature({ ...components, '@target-uri': bent.target }, bent.body, bent)
    if (typeof found === 'string' || !found.isBy(publicKey)) return 'refused'
    const same = bent.target === components['@target-uri'] && sameBytes(bent.body, sent)
    return onlyIf(same && found.keyid === 'a' && found.created.equals(at), fromUtf8(bent.body))
  }
}

export function messages(): Target {
  const all = [envelope, envelope, body, body, request()]
  for (const kind of kinds) shapes[kind].parse(bodies[kind])
  return { name: 'protocol messages', share: 20, judge: (random) => oneOf(random, all)(random) }
}
