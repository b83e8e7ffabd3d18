/** What an HTTP Message Signature covers (RFC 9421 section 2.5), and the digest of the body (RFC 9530). */
import { createHash } from 'node:crypto'
import { type InnerList, parseDictionary, serializeDictionary, serializeInnerList } from 'structured-headers'

/** Values of the covered components, e.g. `{ '@method': 'POST', 'content-digest': 'sha-256=:…:' }`. */
export type Components = Record<string, string>

export interface SignatureParameters {
  /** Seconds since 1970. */
  created: number
  keyid: string
  nonce: string
  tag: string
}

/** The value of `Content-Digest` for a body: `sha-256=:base64:`. */
export function contentDigest(body: Uint8Array): string {
  return `sha-256=:${createHash('sha256').update(body).digest('base64')}:`
}

/** The covered components with their parameters, as the signature input. Order of components is part of what is signed. */
export function innerList(components: Components, p: SignatureParameters): InnerList {
  const parameters = new Map<string, string | number>([
    ['created', p.created],
    ['keyid', p.keyid],
    ['alg', 'ed25519'],
    ['nonce', p.nonce],
    ['tag', p.tag],
  ])
  return [Object.keys(components).map((name) => [name, new Map()]), parameters]
}

/** The bytes that are signed: a line for each component, then the parameters (RFC 9421 section 2.5). */
export function signatureBase(components: Components, list: InnerList): Uint8Array {
  const lines = Object.entries(components).map(([name, value]) => `"${name}": ${value}`)
  return new TextEncoder().encode([...lines, `"@signature-params": ${serializeInnerList(list)}`].join('\n'))
}

/** `Signature-Input` and `Signature` header values for one signature labelled `chirograph`. */
export function signatureHeaders(list: InnerList, signature: Uint8Array): { input: string; signature: string } {
  const bytes = new Uint8Array(signature).buffer
  return {
    input: serializeDictionary(new Map([['chirograph', list]])),
    signature: serializeDictionary(new Map([['chirograph', [bytes, new Map()]]])),
  }
}

/** Reads both headers back. Undefined where either is missing, malformed or has no signature labelled `chirograph`. */
export function readSignatureHeaders(
  input: string,
  signature: string,
): { list: InnerList; bytes: Uint8Array } | undefined {
  try {
    const list = parseDictionary(input).get('chirograph')
    const item = parseDictionary(signature).get('chirograph')
    if (!list || !item || !Array.isArray(list[0]) || !(item[0] instanceof ArrayBuffer)) return undefined
    return { list: list as InnerList, bytes: new Uint8Array(item[0]) }
  } catch {
    return undefined
  }
}
