/** `chirograph verify`: judges a PDF by its bytes and the roots one trusts. No server is asked. */
import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { problemWords, type StampVerdict, type Verdict, verifyDocument } from '#src/platform/pades/index.ts'

const usage =
  'usage: chirograph verify FILE.pdf [--trust ROOT.pem …] [--stamps ROOT.pem …] [--revoked LIST.crl …] [--json]'

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
  const pdf = await readAll([file])
  const [stamps, lists] = [await readAll(values.stamps), await readAll(values.revoked)]
  const unread = [roots, pdf, stamps, lists].find((read) => typeof read === 'string')
  if (typeof roots === 'string' || typeof pdf === 'string' || typeof stamps === 'string' || typeof lists === 'string') {
    console.error(unread)
    return 2
  }
  const verdict = await verifyDocument(pdf[0]!, {
    roots: roots.map((r) => r.toString('utf8')),
    stampRoots: stamps.map((r) => r.toString('utf8')),
    lists,
    at: Temporal.Now.instant(),
  })
  console.log(values.json ? JSON.stringify(verdict, null, 2) : report(verdict).join('\n'))
  return verdict.state === 'complete' ? 0 : 1
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
  complete: (v) => `COMPLETE: signed by ${v.signed} of ${v.of}, unaltered, every signer trusted`,
  partial: (v) => `INCOMPLETE: signed by ${v.signed} of ${v.of}`,
  unsigned: (v) => `NOT SIGNED: signed by 0 of ${v.of}`,
  altered: () => 'ALTERED: this file is not what was signed',
  untrusted: (v) =>
    `UNKNOWN SIGNER: signed by ${v.signed} of ${v.of}, but not every signature leads to a root you trust (--trust ROOT.pem)`,
  not_an_agreement: () => 'NOT AN AGREEMENT: this file was not made by Chirograph, or cannot be read',
}

function report(v: Verdict): string[] {
  return [
    headline[v.state](v),
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
