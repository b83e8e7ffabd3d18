/** `chirograph verify`: judges an agreement or an evidence package by its bytes and the roots one trusts. No server is asked. */
import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { type FileVerdict, type PackageVerdict, packageProblemWords, verifyFile } from '#src/evidence/index.ts'
import { problemWords, type StampVerdict, type Verdict } from '#src/platform/pades/index.ts'

const usage =
  'usage: chirograph verify FILE.pdf|EVIDENCE.zip [--trust ROOT.pem …] [--stamps ROOT.pem …] [--revoked LIST.crl …] [--json]'

/** @returns 0 only for a complete, unaltered agreement with every signature trusted; 1 for any other verdict; 2 for wrong use */
export async function verify(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      trust: { type: 'string', multiple: true, default: [] },
      stamps: { type: 'string', multiple: true, default: [] },
      revoked: { type: 'string', multiple: true, default: [] },
      json: { type: 'boolean', default: false },
    },
  })
  // `--trust a.pem b.pem`: certificates without their own --trust are roots too.
  const isRoot = (path: string) => /\.(pem|crt|cer)$/i.test(path)
  const [file] = positionals.filter((path) => !isRoot(path))
  if (!file) {
    console.error(usage)
    return 2
  }
  const roots = await readAll([...values.trust, ...positionals.filter(isRoot)])
  const given = await readAll([file])
  const [stamps, lists] = [await readAll(values.stamps), await readAll(values.revoked)]
  const unread = [roots, given, stamps, lists].find((read) => typeof read === 'string')
  if (
    typeof roots === 'string' ||
    typeof given === 'string' ||
    typeof stamps === 'string' ||
    typeof lists === 'string'
  ) {
    console.error(unread)
    return 2
  }
  const found = await verifyFile(given[0]!, {
    roots: roots.map((r) => r.toString('utf8')),
    stampRoots: stamps.map((r) => r.toString('utf8')),
    lists,
    at: Temporal.Now.instant(),
  })
  const said = found.kind === 'package' ? found : found.document
  console.log(values.json ? JSON.stringify(said, null, 2) : report(found).join('\n'))
  return found.state === 'complete' ? 0 : 1
}

async function readAll(paths: string[]): Promise<Buffer[] | string> {
  const read: Buffer[] = []
  for (const path of paths) {
    try {
      read.push(await readFile(path))
    } catch (error) {
      return `${path} cannot be read: ${(error as Error).message}`
    }
  }
  return read
}

const headline: Record<Verdict['state'], (v: Verdict) => string> = {
  complete: (v) => `COMPLETE: signed by ${v.signed} of ${v.of}, unaltered`,
  partial: (v) => `INCOMPLETE: signed by ${v.signed} of ${v.of}`,
  unsigned: (v) => `NOT SIGNED: signed by 0 of ${v.of}`,
  altered: () => 'ALTERED: this file is not what was signed',
  untrusted: (v) =>
    `UNKNOWN SIGNER: signed by ${v.signed} of ${v.of}, but not every signature leads to a root you trust (--trust ROOT.pem)`,
  not_an_agreement: () => 'NOT AN AGREEMENT: this file was not made by Chirograph, or cannot be read',
}

function report(found: FileVerdict): string[] {
  const { document: v } = found
  return [
    headline[found.state](v),
    ...(found.kind === 'package' && found.state === 'complete' && !found.parties.every(({ given }) => given)
      ? [
          'BY THE ROOTS IN THE PACKAGE: compare their fingerprints, below, or give the roots you trust (--trust ROOT.pem)',
        ]
      : []),
    ...(v.demonstration ? ['DEMONSTRATION: nothing here is meant in earnest'] : []),
    `sha256 ${v.sha256}`,
    ...(v.revisionZeroSha256 ? [`revision 0 sha256 ${v.revisionZeroSha256}`] : []),
    ...v.signatures.map(
      (s) =>
        `${s.trusted ? 'trusted' : 'NOT TRUSTED'}: ${s.signer}, ${s.subject.replaceAll('\n', ', ')}, ${s.signedAt}, ${s.algorithm}, consent by ${s.variant}, ${s.level}`,
    ),
    ...v.signatures.flatMap((s) => (s.timeStamp ? [stampLine(s.signer, s.timeStamp)] : [])),
    ...v.timeStamps.map((t) => stampLine('document', t)),
    ...(v.level ? [`level ${v.level}`] : []),
    ...v.waiting.map((w) => `not signed: ${w.signer}`),
    ...v.problems.map(
      (p) =>
        `problem: ${problemText(p.code)}${p.revision === undefined ? '' : ` (revision ${p.revision})`}${p.detail ? `: ${p.detail}` : ''}`,
    ),
    ...v.notes.map((n) => `note: ${problemText(n.code)}${n.detail ? ` (${n.detail})` : ''}`),
    ...(found.kind === 'package' ? ofPackage(found) : []),
  ]
}

function ofPackage({ parties, logs, stamps, problems }: PackageVerdict): string[] {
  return [
    ...problems.map(({ code, detail }) => `problem: ${packageProblemWords[code].en} ${detail}`),
    ...logs.map(({ origin, size, entries, cosigned }) => {
      const by = cosigned.map(({ by, at }) => `${by} ${at}`).join(', ')
      return `log ${origin}: ${entries} entries proven under a head of ${size}, cosigned by ${by || 'nobody'}`
    }),
    ...stamps.map(({ log, at, by }) => `time-stamp on the log of ${log}: ${at}, by ${by}`),
    ...parties.map(({ name, root, given }) => {
      const how = given ? 'a root you trust' : 'COMES WITH THE PACKAGE: compare it with what the university publishes'
      return `root of ${name.en}: ${root ?? 'none'} (${how})`
    }),
  ]
}

function stampLine(of: string, { at, authority, trusted, until }: StampVerdict): string {
  const lasts = until ? `, lasts until ${until}` : ''
  return `time-stamp${trusted ? '' : ' NOT COUNTED'}: ${of}, ${at ?? 'unreadable'}, by ${authority || 'nobody known'}${lasts}`
}

function problemText(code: string): string {
  const words = (problemWords as Record<string, { en: string }>)[code]
  return words ? words.en : code
}
