/** The shapes of the files in a package. What stands in one is checked here once, whoever made it. */
import { z } from 'zod'
import { fromUtf8 } from '#src/platform/bytes.ts'
import { foreignJson } from '#src/platform/foreign-json.ts'
import type { Files } from '#src/platform/zip.ts'

const ror = z.string().regex(/^0[a-z0-9]{8}$/)
const hash = z.string().regex(/^[0-9a-f]{64}$/)
const bilingual = z.object({ en: z.string(), zh: z.string() })
const json: z.ZodType<unknown> = z.unknown()

export const format = 'chirograph-evidence-1'

export const manifestShape = z.strictObject({
  format: z.literal(format),
  agreement: z.string(),
  demonstration: z.boolean(),
  title: bilingual,
  parties: z.array(z.strictObject({ ror, name: bilingual })).min(2),
  textHash: hash,
  documentHash: hash,
  sha256: hash,
  concludedAt: z.string(),
})
export type Manifest = z.infer<typeof manifestShape>

/** The shared text, as far as it is looked at here; its hash covers all of it. */
export const textShape = z.object({
  agreement: z.string(),
  demonstration: z.boolean(),
  title: bilingual,
  parties: z.array(z.object({ ror, name: bilingual })),
  seats: z.array(
    z.object({
      id: z.string(),
      party: ror,
      order: z.int(),
      name: z.object({ latin: z.string(), native: z.string().nullable() }),
      title: bilingual,
    }),
  ),
})

const pin = z.discriminatedUnion('method', [
  z.strictObject({
    method: z.literal('passkey'),
    rpId: z.string(),
    origin: z.string(),
    credentials: z.array(z.strictObject({ id: z.string(), publicKey: z.string() })),
  }),
  z.strictObject({ method: z.literal('code') }),
])

export const consentsShape = z.strictObject({
  pins: z.array(z.strictObject({ seat: z.string(), pin })),
  consents: z.array(
    z.strictObject({ seat: z.string(), at: z.string(), statement: z.record(z.string(), json), assertion: json }),
  ),
})
export type Consents = z.infer<typeof consentsShape>

/** Verifier keys (C2SP signed-note) of each side's log, witness and mirror, by ROR id. */
export const keysShape = z.record(ror, z.strictObject({ log: z.string(), witness: z.string(), mirror: z.string() }))
export type Keys = z.infer<typeof keysShape>

export const eventsShape = z.array(
  z.strictObject({
    index: z.int().min(0),
    event: z.string(),
    about: z.strictObject({ kind: z.string(), id: z.string() }),
    at: z.string(),
    /** Base 64. */
    salt: z.string(),
    facts: z.record(z.string(), foreignJson),
  }),
)
export type PackedEvent = z.infer<typeof eventsShape>[number]

export const names = {
  manifest: 'manifest.json',
  agreement: 'agreement.pdf',
  revisionZero: 'revision-0.pdf',
  text: 'text.json',
  consents: 'consents.json',
  keys: 'keys.json',
  readme: 'README.md',
  verifier: 'verifier.html',
  root: (side: string) => `roots/${side}.pem`,
  list: (side: string, n: number) => `crls/${side}-${n}.crl`,
  policy: (side: string) => `logs/${side}/policy.txt`,
  checkpoint: (side: string) => `logs/${side}/checkpoint.txt`,
  events: (side: string) => `logs/${side}/events.json`,
  proof: (side: string, index: number) => `logs/${side}/${index}.tlog-proof`,
  stamp: (side: string) => `logs/${side}/stamp.tst`,
}

/** A file that is missing, or is not what it should be. */
export class PackageFault extends Error {
  readonly code: 'file_missing' | 'file_malformed'
  readonly file: string
  constructor(code: PackageFault['code'], file: string) {
    super(`${code}: ${file}`)
    this.code = code
    this.file = file
  }
}

/** @throws {PackageFault} */
export function fileIn(files: Files, name: string): Uint8Array {
  const found = files.get(name)
  if (!found) throw new PackageFault('file_missing', name)
  return found
}

/** @throws {PackageFault} */
export function jsonIn<T extends z.ZodType>(files: Files, name: string, shape: T): z.infer<T> {
  const bytes = fileIn(files, name)
  try {
    return shape.parse(JSON.parse(fromUtf8(bytes)))
  } catch {
    throw new PackageFault('file_malformed', name)
  }
}
