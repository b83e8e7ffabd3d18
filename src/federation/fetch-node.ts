/** Asks another node what it says of itself. Nothing of it is believed until both offices have compared the fingerprint. */
import { X509Certificate } from 'node:crypto'
import { z } from 'zod'
import type { Fetch } from '#src/platform/near.ts'
import { type NodeDocument, publicKey, refusePeer } from './peer.ts'
import { readAtMost } from './read-at-most.ts'

const ror = z.string().regex(/^0[a-z0-9]{8}$/)
const bilingual = z.strictObject({ en: z.string().min(1).max(300), zh: z.string().min(1).max(300) })
const maybeBilingual = z.strictObject({ en: z.string().max(300), zh: z.string().max(300) })
const origin = z.url({ protocol: /^https?$/ }).refine((url) => new URL(url).origin === url, 'an address without a path')

const isZone = (zone: string): boolean => {
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone) !== undefined
  } catch {
    return false
  }
}

const isKey = (raw: string): boolean => {
  try {
    return publicKey(raw).asymmetricKeyType === 'ed25519'
  } catch {
    return false
  }
}

const onePem = /^-----BEGIN CERTIFICATE-----\n[A-Za-z0-9+/=\n]+\n-----END CERTIFICATE-----\n?$/

/** One certificate and nothing else: with a second one beside it, a node could sign for two sides. */
const isRoot = (pem: string): boolean => {
  try {
    const root = new X509Certificate(pem)
    return onePem.test(pem) && root.ca && root.checkIssued(root) && root.verify(root.publicKey)
  } catch {
    return false
  }
}

export const nodeShape = z.strictObject({
  format: z.literal('chirograph-node-1'),
  institution: z.strictObject({
    ror,
    name: bilingual,
    short: bilingual,
    city: maybeBilingual,
    country: z.string().regex(/^[A-Z]{2}$/),
    zone: z.string().max(60).refine(isZone),
    website: z.url().max(300).nullable(),
  }),
  address: origin,
  site: origin,
  key: z.string().refine(isKey),
  rootCertificate: z.string().max(10_000).refine(isRoot),
  accent: z.string().regex(/^#[0-9a-f]{6}$/),
  keptBy: ror.optional(),
})

const longest = 100_000

/**
 * Fetches `/federation/node` of an address.
 * @param patience milliseconds
 * @throws Refusal `node_not_reached`, or `node_document_invalid` naming the fields that do not fit
 */
export async function fetchNode(address: string, patience = 10_000, ask: Fetch = fetch): Promise<NodeDocument> {
  const text = await fetchText(`${address}/federation/node`, patience, ask)
  const document = nodeShape.safeParse(parse(text))
  if (!document.success) {
    return refusePeer('node_document_invalid', { fields: document.error.issues.map((i) => i.path.join('.')) }, 422)
  }
  return document.data
}

async function fetchText(url: string, patience: number, ask: Fetch): Promise<string> {
  try {
    const response = await ask(url, { signal: AbortSignal.timeout(patience), redirect: 'error' })
    if (!response.ok) throw new Error(`status ${response.status}`)
    return new TextDecoder().decode(await readAtMost(response, longest))
  } catch (problem) {
    const why = problem instanceof Error ? problem.message : String(problem)
    return refusePeer('node_not_reached', { address: new URL(url).origin, why }, 422)
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
