/**
 * The verdict on a file, from its bytes alone: an evidence package, or a lone document. One function for the command line, for the public
 * page in the browser and for the page that lies in the package itself.
 */
import { fromUtf8, toHex } from '#src/platform/bytes.ts'
import { canonical } from '#src/platform/canonical.ts'
import { certificatesIn, fingerprintOf } from '#src/platform/certificate.ts'
import { sha256 } from '#src/platform/digest.ts'
import { readDocument } from '#src/platform/pades/reading.ts'
import type { RootText } from '#src/platform/pades/trust.ts'
import type { Verdict } from '#src/platform/pades/verdict.ts'
import { verifyDocument } from '#src/platform/pades/verify.ts'
import { type Files, isZip, readZip } from '#src/platform/zip.ts'
import { consentProblems } from './check-consents.ts'
import { checkLog, type LogFinding } from './check-log.ts'
import { storyProblems } from './check-story.ts'
import { checkTimes } from './check-times.ts'
import {
  consentsShape,
  fileIn,
  jsonIn,
  keysShape,
  type Manifest,
  manifestShape,
  names,
  PackageFault,
  textShape,
} from './package-shape.ts'
import {
  checks,
  type FileVerdict,
  type PackageProblem,
  type PackageProblemCode,
  type PackageVerdict,
  packageProblems,
} from './package-verdict.ts'

export interface Trust {
  /** Roots one knows already, as PEM; with none, those in the package are taken and shown to be compared. */
  roots: RootText[]
  /** The time here. */
  at?: Temporal.Instant
  /** PEM of other time-stamping authorities one trusts. */
  stampRoots?: string[]
  /** DER of revocation lists newer than those in the file. */
  lists?: Uint8Array[]
}

/** Judges a document or a package. Never throws on any bytes. @throws {Error} only where one of `roots` is not a certificate */
export async function verifyFile(bytes: Uint8Array, trust: Trust): Promise<FileVerdict> {
  if (isZip(bytes)) return verifyPackage(bytes, trust)
  const document = await verifyDocument(bytes, trust)
  return { kind: 'document', state: document.state, document }
}

/** Judges a package. Never throws on any bytes. */
export async function verifyPackage(bytes: Uint8Array, trust: Trust): Promise<PackageVerdict> {
  let files: Files = new Map()
  try {
    files = readZip(bytes)
    const manifest = jsonIn(files, names.manifest, manifestShape)
    return await judge(files, manifest, trust)
  } catch (error) {
    const file = error instanceof PackageFault ? error.file : String((error as Error).message)
    const code = error instanceof PackageFault ? error.code : 'file_malformed'
    return unreadable(await verifyDocument(files.get(names.agreement) ?? new Uint8Array(), trust), code, file)
  }
}

function unreadable(document: Verdict, code: PackageProblemCode, detail: string): PackageVerdict {
  const state = document.state === 'not_an_agreement' ? document.state : 'altered'
  const problems = [{ code, detail }]
  const empty = { title: { en: '', zh: '' }, parties: [], logs: [], stamps: [] }
  return { kind: 'package', state, document, ...empty, problems, failed: [packageProblems[code]] }
}

async function judge(
  files: Files,
  manifest: Manifest,
  { roots, at, stampRoots, lists: newer = [] }: Trust,
): Promise<PackageVerdict> {
  const sides = manifest.parties.map(({ ror }) => ror)
  const packed = sides.map((party) => ({ party, pem: fromUtf8(fileIn(files, names.root(party))) }))
  const trusted = roots.length > 0 ? roots : packed
  const lists = [...newer, ...[...files].filter(([name]) => name.startsWith('crls/')).map(([, der]) => der)]
  const file = fileIn(files, names.agreement)
  const document = await verifyDocument(file, { roots: trusted, at, lists, stampRoots })
  const logs = sides.map((side, i) => checkLog(files, jsonIn(files, names.keys, keysShape), side, sides[1 - i] ?? side))
  const known = trusted.flatMap((root) => certificatesIn(typeof root === 'string' ? root : root.pem))
  const times = checkTimes(files, logs, [...known, ...(stampRoots ?? []).flatMap(certificatesIn)], at)
  const problems = [
    ...documentProblems(files, manifest, document),
    ...logs.flatMap((log) => log.problems),
    ...contentProblems(files, manifest, { document, file, logs }),
    ...times.problems,
  ]
  const prints = new Set(known.map(fingerprintOf))
  return {
    kind: 'package',
    state: stateOf(document, problems),
    document,
    title: manifest.title,
    parties: manifest.parties.map(({ ror, name }, i) => {
      const root = rootShown(packed[i]!.pem, prints)
      return { ror, name, root, given: roots.length > 0 && root !== null && prints.has(root) }
    }),
    logs: logs.map(({ ror, origin, size, events, cosigned }) => {
      return {
        ror,
        origin,
        size,
        entries: events.length,
        cosigned: cosigned.map(({ by, at: t }) => ({ by, at: String(t) })),
      }
    }),
    stamps: times.stamps,
    problems,
    failed: checks.filter((check) => problems.some(({ code }) => packageProblems[code] === check)),
  }
}

/** Of a side that has had several roots, the one the reader knows; else the newest. */
function rootShown(pem: string, known: Set<string>): string | null {
  const roots = certificatesIn(pem).map(fingerprintOf)
  return roots.find((print) => known.has(print)) ?? roots[0] ?? null
}

/** Where the document itself is no whole agreement, that is what must be said first, and loudest. */
function stateOf({ state }: Verdict, problems: PackageProblem[]): Verdict['state'] {
  if (state !== 'complete' && state !== 'untrusted') return state
  return problems.length > 0 ? 'altered' : state
}

/** Whether the files are those of one agreement. */
function documentProblems(files: Files, manifest: Manifest, document: Verdict): PackageProblem[] {
  const problems: PackageProblem[] = []
  const about = document.about as { agreement?: unknown; textHash?: unknown } | null
  const zero = toHex(sha256(fileIn(files, names.revisionZero)))
  if (zero !== document.revisionZeroSha256 || zero !== manifest.documentHash)
    problems.push({ code: 'revision_zero_differs', detail: names.revisionZero })
  const text = toHex(sha256(fileIn(files, names.text)))
  if (text !== about?.textHash || text !== manifest.textHash)
    problems.push({ code: 'text_differs', detail: names.text })
  const parties = new Set([...document.signatures, ...document.waiting].map(({ party }) => party))
  const same = about?.agreement === manifest.agreement && manifest.parties.every(({ ror }) => parties.has(ror))
  if (!same || !listsTheFiles(files, manifest)) problems.push({ code: 'another_agreement', detail: names.manifest })
  return problems
}

/** What the manifest says is what the signed text says, whose hash is in the document; so nobody is shown another title or name. */
function listsTheFiles(files: Files, manifest: Manifest): boolean {
  const { demonstration, title, parties } = jsonIn(files, names.text, textShape)
  const said = { demonstration: manifest.demonstration, title: manifest.title, parties: manifest.parties }
  const file = toHex(sha256(fileIn(files, names.agreement)))
  return file === manifest.sha256 && canonical(said) === canonical({ demonstration, title, parties })
}

/** Consents and what the logs tell of them, held against the document. */
function contentProblems(
  files: Files,
  manifest: Manifest,
  { document, file, logs }: { document: Verdict; file: Uint8Array; logs: LogFinding[] },
): PackageProblem[] {
  const { agreement, seats } = jsonIn(files, names.text, textShape)
  const consents = jsonIn(files, names.consents, consentsShape)
  const { textHash, documentHash } = manifest
  const { signatures } = document
  const signed = seats.filter(({ id }) => signatures.some(({ field }) => field === id))
  const ways = new Map(signatures.map(({ field, variant }) => [field, variant]))
  const { sections } = readDocument(file).layout
  const story = {
    ...{ agreement, textHash, documentHash, consents },
    parties: manifest.parties.map(({ ror }) => ror),
    signatures: signatures.map(({ field: seat, party }, i) => {
      return { seat, party, sha256: toHex(sha256(file.subarray(0, sections[i + 1]?.end ?? 0))) }
    }),
  }
  return [
    ...consentProblems(consents, { agreement, textHash, documentHash, seats: signed, ways }),
    ...logs.flatMap((log) => storyProblems(log, story)),
  ]
}
