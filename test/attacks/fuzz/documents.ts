/** Damaged documents, signatures and time-stamps. */
import { fromUtf8, sameBytes } from '#src/platform/bytes.ts'
import { certificatesIn } from '#src/platform/certificate.ts'
import { sha256 } from '#src/platform/digest.ts'
import { readCms } from '#src/platform/pades/cms-read.ts'
import { countersignable, preservable, verifyDocument } from '#src/platform/pades/index.ts'
import { readDocument } from '#src/platform/pades/reading.ts'
import { digestOf, unpad } from '#src/platform/pades/signature-check.ts'
import { checkStamp } from '#src/platform/pades/stamp-check.ts'
import {
  answerRequest,
  formatRequest,
  readRequest,
  readToken,
  type Stamp,
  type StampFault,
  verifyReply,
  verifyToken,
} from '#src/platform/timestamp/index.ts'
import type { Stamped } from '#test/attacks/stamped.ts'
import { damaged } from './damage.ts'
import { oneOf } from './random.ts'
import { onlyIf, type Target } from './target.ts'

const pdfWords = [
  ...['/ByteRange [0 1 2 3]', '/Contents <', ' 0 R', '9 0 obj\n', 'endobj\n', 'stream\n', 'endstream', 'xref\n0 1\n'],
  ...[
    '%%EOF\n',
    'startxref\n',
    'trailer\n<<',
    '<<',
    '>>',
    '/V 9 0 R',
    '/Prev 9',
    '/Type /XRef',
    '[',
    ']',
    '(',
    '\\',
    '%',
  ],
  ...['/DSS 9 0 R', '/AP', '/Root 1 0 R', '/Size 999999999', '0000000009 00000 n \n', '<</Type /Sig>>', '#20', '\0'],
]

/** Whole documents: signed once, twice, with stamps, preserved. None may be found signed, nor be countersigned or kept. */
export function documents(honest: Stamped): Target {
  const { revisionZero, signedOnce, signedTwice, signed, preserved, roots, preservedAt: at } = honest
  const files = [signedOnce, signedTwice, signed, preserved]
  const isHonest = (bent: Uint8Array) => files.some((file) => sameBytes(file.subarray(0, bent.length), bent))
  const asked = {
    verify: async (bent: Uint8Array) =>
      ['complete', 'partial'].includes((await verifyDocument(bent, { roots, at })).state),
    first: (bent: Uint8Array) => countersignable(revisionZero, bent, { roots, at }).accepted,
    second: (bent: Uint8Array) => countersignable(signedOnce, bent, { roots, at }).accepted,
    keep: (bent: Uint8Array) => preservable(signed, bent, { roots, at }).accepted,
  }
  return {
    name: 'documents',
    share: 15,
    async judge(random) {
      const bent = damaged(oneOf(random, files), random, pdfWords, random(5) > 0 ? revisionZero.length : 0)
      const question = oneOf(random, ['verify', 'verify', 'verify', 'first', 'second', 'keep'] as const)
      const taken = await asked[question](bent)
      return taken ? onlyIf(isHonest(bent), question) : 'refused'
    },
  }
}

const derWords = ['\x30\x80', '\x30\x84\xff\xff\xff\xff', '\x05\0', '\xa0\x80', '\0\0', '\x06\x01\x80', '\x02\x01\0']

/** The CMS of each signature, without the document around it. */
export function signatures({ signedTwice, signed, roots }: Stamped): Target {
  const trusted = roots.flatMap(certificatesIn)
  const honest = [signedTwice, signed].flatMap((file) =>
    readDocument(file).filled.map(({ contents, byteRange }) => {
      const [der, digest] = [unpad(contents)!, digestOf(file, byteRange)]
      const { chain, signature, token } = readCms(der, digest)
      return { der, digest, signer: chain[0]!.raw, signature: signature!, stamped: token && readToken(token).content }
    }),
  )
  return {
    name: 'signatures',
    share: 20,
    judge(random) {
      const one = oneOf(random, honest)
      const { problems, chain, signature, token } = readCms(damaged(one.der, random, derWords), one.digest)
      if (problems.length > 0 || !signature) return 'refused'
      const stamp = token && checkStamp(token, sha256(signature), trusted)
      if (stamp && stamp.broken.length + stamp.doubts.length > 0) return 'refused'
      const stamped = !token || (one.stamped && sameBytes(readToken(token).content, one.stamped))
      const same = sameBytes(chain[0]!.raw, one.signer) && sameBytes(signature, one.signature)
      return onlyIf(same && stamped === true, 'another signature')
    },
  }
}

/** Time-stamps kept, replies as they come, and requests. */
export function timeStamps({ authorities, roots, preservedAt: at }: Stamped): Target {
  const [imprint, nonce] = [sha256(Uint8Array.of(1)), Uint8Array.of(7, 7, 7, 7)]
  const request = formatRequest({ imprint, nonce, certificateWanted: true })
  const honest = authorities.map((authority) => {
    const reply = answerRequest(request, authority, at)
    return { reply, stamp: verifyReply(reply, { imprint, nonce, roots }) as Stamp }
  })
  const judged = (found: Stamp | StampFault, { token, certificate }: Stamp) => {
    if (typeof found === 'string') return 'refused'
    const same = sameBytes(readToken(found.token).content, readToken(token).content)
    return onlyIf(same && found.certificate === certificate && found.at.equals(at), `a stamp of ${found.at}`)
  }
  return {
    name: 'time-stamps',
    share: 15,
    judge(random) {
      const { reply, stamp } = oneOf(random, honest)
      const kind = random(8)
      if (kind < 4) return judged(verifyToken(damaged(stamp.token, random, derWords), { imprint, roots }), stamp)
      if (kind < 7) return judged(verifyReply(damaged(reply, random, derWords), { imprint, nonce, roots }), stamp)
      const bent = damaged(request, random, derWords)
      const answered = verifyReply(answerRequest(bent, authorities[1], at), { imprint, nonce, roots })
      const read = readRequest(bent)
      if (typeof read === 'string') return onlyIf(answered === 'not_granted', `granted what is ${read}`) && 'refused'
      return onlyIf(typeof answered === 'string' || sameBytes(read.imprint, imprint), fromUtf8(bent))
    },
  }
}
