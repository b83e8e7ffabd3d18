/**
 * Milliseconds for each step of making, signing and checking an agreement, beside the bare cost of the signature itself and,
 * where it is installed or pip can fetch it, pyHanko signing the same file with the same keys.
 */
import { execFileSync } from 'node:child_process'
import { sampleText } from '#cast/agreement.ts'
import { signerName, typesetterIdentity } from '#src/agreements/index.ts'
import { typesetAgreement } from '#src/agreements/typeset-agreement.ts'
import { createAuthority, issueLeaf, type KeyAlgorithm } from '#src/platform/keys/index.ts'
import { countersignable, fillField, localSigner, verifyDocument } from '#src/platform/pades/index.ts'
import { openTypesetter } from '#src/platform/typeset/index.ts'
import { pyhankoSigns } from './sign-with-pyhanko.ts'

const now = Temporal.Instant.from('2026-01-01T00:00:00Z')
/** How often each step is measured. */
const times = 30
const typesetter = openTypesetter()
const text = sampleText(typesetterIdentity(typesetter))

/** Mean milliseconds of a step, after one run to warm up. */
async function mean(times: number, run: () => unknown): Promise<number> {
  await run()
  const began = performance.now()
  for (let i = 0; i < times; i++) await run()
  return (performance.now() - began) / times
}

async function signerOf(algorithm: KeyAlgorithm, i: 0 | 1) {
  const authority = await createAuthority({
    name: text.parties[i]!.name.en,
    algorithm,
    notBefore: now.subtract({ hours: 24 }),
  })
  const seat = text.seats[i]!
  const leaf = await issueLeaf(authority, {
    commonName: signerName(seat),
    title: seat.title.en,
    organisation: text.parties[i]!.name.en,
    algorithm,
    notBefore: now.subtract({ hours: 1 }),
    notAfter: now.add({ hours: 24 * 365 }),
  })
  return { signer: localSigner(leaf), leaf, root: authority.certificatePem }
}

/** Signatures a second of the bare key, by `openssl speed` on this machine; null where there is no openssl. */
function opensslSpeed(name: string, row: RegExp): number | null {
  try {
    const said = execFileSync('openssl', ['speed', '-seconds', '2', name], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    return Number(row.exec(said)?.[1] ?? Number.NaN) || null
  } catch {
    return null
  }
}

const bare: Record<KeyAlgorithm, number | null> = {
  'rsa-3072': opensslSpeed('rsa3072', /rsa\s+3072 bits\s+\S+\s+\S+\s+([\d.]+)/),
  'p-256': opensslSpeed('ecdsap256', /256 bits ecdsa.*?\s+[\d.]+s\s+[\d.]+s\s+([\d.]+)/),
}

/** Ours and others', for one algorithm. */
interface Rate {
  ours: number
  openssl: number | null
  pyhanko: number | null
}

const perSecond = (ms: number) => 1000 / ms
const line = (step: string, figure: string, note = '') =>
  console.log(`${step.padEnd(44)} ${figure.padStart(9)} ${note}`)

try {
  const zero = await typesetAgreement(typesetter, text)
  const figures: Record<string, number> = {
    'typeset revision 0': await mean(5, () => typesetAgreement(typesetter, text)),
  }
  const rates: Record<string, Rate> = {}
  for (const algorithm of ['rsa-3072', 'p-256'] as const) {
    const [a, b] = [await signerOf(algorithm, 0), await signerOf(algorithm, 1)]
    const fill = (previous: Uint8Array, field: string, signer: typeof a.signer) =>
      fillField({ previous, field, variant: 'passkey', signedAt: now, signer })
    const one = await fill(zero.pdf, 'seat-a', a.signer)
    const two = await fill(one, 'seat-b', b.signer)
    const roots = [a.root, b.root]
    const ours = await mean(times, () => fill(zero.pdf, 'seat-a', a.signer))
    const theirs = await pyhankoSigns({ pdf: zero.pdf, field: 'seat-a', leaf: a.leaf, rootPem: a.root, times })
    figures[`sign, ${algorithm}`] = ours
    if (typeof theirs === 'number') figures[`sign, ${algorithm}, pyHanko`] = theirs
    else line(`sign, ${algorithm}, pyHanko`, 'not run', theirs)
    figures[`check before countersigning, ${algorithm}`] = await mean(times, () =>
      countersignable(zero.pdf, one, { roots }),
    )
    figures[`verify a twice-signed file, ${algorithm}`] = await mean(times, () => verifyDocument(two, { roots }))
    const pyhanko = typeof theirs === 'number' ? perSecond(theirs) : null
    rates[algorithm] = { ours: perSecond(ours), openssl: bare[algorithm], pyhanko }
  }
  for (const [step, ms] of Object.entries(figures)) line(step, ms.toFixed(2), 'ms')
  for (const [algorithm, { ours, openssl, pyhanko }] of Object.entries(rates)) {
    const others = `bare key, openssl: ${openssl?.toFixed(0) ?? 'not there'}; pyHanko: ${pyhanko?.toFixed(0) ?? 'not there'}`
    line(`signatures a second, ${algorithm}`, ours.toFixed(0), `   ${others}`)
  }
  console.log(JSON.stringify({ bench: 'signing', unit: 'ms', figures, signaturesPerSecond: rates }))
} finally {
  await typesetter.close()
}
