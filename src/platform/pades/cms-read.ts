/**
 * Reads a CMS signature and accepts it only in the one spelling `buildCms` gives its parts. Nothing that is not looked
 * at can hide in it: no second SignerInfo, no further attribute, no unsigned part but one time-stamp.
 */
import { type Asn1, bytesOf, childrenOf, decode, encode, oidOf, rawOf } from '#src/platform/asn1.ts'
import { sameBytes } from '#src/platform/bytes.ts'
import { type Certificate, readCertificate } from '#src/platform/certificate.ts'
import { isSignature } from '#src/platform/public-key.ts'
import { buildCms, oids, signedAttributes } from './cms-build.ts'
import type { Problem } from './verdict.ts'
import type { ProblemCode } from './words.ts'

export interface CmsFinding {
  problems: Problem[]
  /** The certificates it carries, the signer's first; empty where it could not be read. */
  chain: Certificate[]
  /** The signature value, and the time-stamp token over it where there is one. */
  signature?: Uint8Array
  token?: Uint8Array
}

const broken = (code: ProblemCode, detail?: string): CmsFinding => ({ problems: [{ code, detail }], chain: [] })

/** Checks form, digest and signature. Trust in the certificate is another matter: see `trust.ts`. Never throws. */
export function readCms(der: Uint8Array, digest: Uint8Array): CmsFinding {
  try {
    const signedData = childrenOf(childrenOf(childrenOf(decode(der))[1])[0])
    const certificates = signedData.find((n) => n.idBlock.tagClass === 3 && n.idBlock.tagNumber === 0)
    const signerInfos = childrenOf(signedData.at(-1))
    if (signerInfos.length !== 1) return broken('signer_infos', String(signerInfos.length))
    const chain = childrenOf(certificates).map((n) => readCertificate(rawOf(n)))
    if (!chain.length || chain.length > 5) return broken('certificates_in_signature', String(chain.length))
    return readSigner(der, digest, chain, childrenOf(signerInfos[0]))
  } catch (error) {
    return broken('cms_malformed', (error as Error).message)
  }
}

function readSigner(der: Uint8Array, digest: Uint8Array, chain: Certificate[], signer: Asn1[]): CmsFinding {
  const leaf = chain[0]!
  const types = childrenOf(signer[3]).map((a) => oidOf(childrenOf(a)[0]))
  if (types.includes(oids.signingTime)) return broken('signing_time_present')
  const claimed = childrenOf(signer[3]).find((a) => oidOf(childrenOf(a)[0]) === oids.messageDigest)
  if (!sameBytes(bytesOf(childrenOf(childrenOf(claimed)[1])[0]), digest)) return broken('digest_differs')
  const algorithm = leaf.key.kind
  if (algorithm !== 'rsa' && algorithm !== 'ec') return broken('algorithm_unknown', algorithm)
  const signature = bytesOf(signer[5])
  const token = tokenIn(signer[6])
  const parts = { chain: chain.map((c) => c.raw), digest, algorithm, signature, token } as const
  if (!sameBytes(buildCms(parts), der)) return broken('cms_not_as_expected')
  if (!isSignature(leaf.key, 'sha256', signedAttributes(leaf.raw, digest), signature)) return broken('signature_wrong')
  return { problems: [], chain, signature, token }
}

/** The token among the unsigned attributes; whatever else may be there, the comparison of the whole finds. */
function tokenIn(unsigned: Asn1 | undefined): Uint8Array | undefined {
  const token = childrenOf(childrenOf(childrenOf(unsigned)[0])[1])[0]
  return token && encode(token)
}
