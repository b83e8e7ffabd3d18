/** Answers requests for time-stamps (RFC 3161 section 2.4.2). */
import { createHash, createPrivateKey, randomBytes, sign, X509Certificate } from 'node:crypto'
import { BitString, GeneralizedTime } from 'asn1js'
import {
  type Asn1,
  attribute,
  bigInt,
  childrenOf,
  decode,
  encode,
  inDerOrder,
  int,
  issuerAndSerial,
  nil,
  octets,
  oid,
  seq,
  set,
  tagged,
} from '#src/platform/asn1.ts'
import type { KeyPair } from '#src/platform/keys/index.ts'
import { oids, ownPolicy } from './oids.ts'
import { failures, imprintOf, type RequestFault, readRequest, type StampRequest } from './request.ts'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()

/** @returns DER of a TimeStampResp: a token, or the refusal the request deserves */
export function answerRequest(der: Uint8Array, authority: KeyPair, at: Temporal.Instant): Uint8Array {
  const request = readRequest(der)
  if (typeof request === 'string') return rejection(request)
  return encode(seq(seq(int(0)), tokenFor(request, authority, at)))
}

function rejection(fault: RequestFault): Uint8Array {
  const bit = failures[fault]
  const bytes = Buffer.alloc(Math.floor(bit / 8) + 1)
  bytes[bytes.length - 1] = 0x80 >> (bit % 8)
  const info = new BitString({ valueHex: new Uint8Array(bytes), unusedBits: 7 - (bit % 8) })
  return encode(seq(seq(int(2), info)))
}

/** The statement itself, to the second. */
function info({ imprint, nonce }: StampRequest, at: Temporal.Instant): Uint8Array {
  const second = at.round({ smallestUnit: 'second', roundingMode: 'floor' })
  return encode(
    seq(
      int(1),
      oid(ownPolicy),
      imprintOf(imprint),
      bigInt(Buffer.concat([Buffer.from([1]), randomBytes(15)])),
      new GeneralizedTime({ valueDate: new Date(second.epochMilliseconds) }),
      seq(int(1)),
      ...(nonce ? [bigInt(nonce)] : []),
    ),
  )
}

function tokenFor(request: StampRequest, { certificatePem, privateKeyPem }: KeyPair, at: Temporal.Instant): Asn1 {
  const leaf = new X509Certificate(certificatePem).raw
  const { issuer, serial } = issuerAndSerial(leaf)
  const content = info(request, at)
  const certificateId = seq(octets(sha256(leaf)), seq(seq(tagged(4, issuer)), serial))
  const attributes = inDerOrder([
    attribute(oids.contentType, oid(oids.tstInfo)),
    attribute(oids.messageDigest, octets(sha256(content))),
    attribute(oids.signingCertificateV2, seq(seq(certificateId))),
  ])
  const signature = sign('sha256', encode(set(...attributes)), {
    key: createPrivateKey(privateKeyPem),
    dsaEncoding: 'der',
  })
  const signer = seq(
    int(1),
    seq(issuer, serial),
    seq(oid(oids.sha256), nil()),
    tagged(0, ...attributes),
    seq(oid(oids.ecdsaWithSha256)),
    octets(signature),
  )
  const carried = request.certificateWanted ? [tagged(0, decode(leaf))] : []
  const signed = seq(
    int(3),
    set(seq(oid(oids.sha256), nil())),
    seq(oid(oids.tstInfo), tagged(0, octets(content))),
    ...carried,
    set(signer),
  )
  return seq(oid(oids.signedData), tagged(0, signed))
}

/** The token inside a reply, as it is kept. @returns undefined where the reply grants none */
export function tokenIn(reply: Uint8Array): Uint8Array | undefined {
  const token = childrenOf(decode(reply))[1]
  return token && encode(token)
}
