/** Attacks on the signature: its dictionary, its byte range, its CMS and its certificates. */
import { createPrivateKey, sign, X509Certificate } from 'node:crypto'
import * as asn1 from 'asn1js'
import { childrenOf, decode } from '#src/platform/asn1.ts'
import { buildCms, oids, signedAttributes } from '#src/platform/pades/cms-build.ts'
import { bytes, name, ref, text } from '#src/platform/pdf/objects.ts'
import { writeUpdate } from '#src/platform/pdf/write.ts'
import { type Attack, inside } from './attack.ts'
import { type Forgery, follow, forge, nextTrailer, open, signed } from './forge.ts'
import type { Honest } from './honest.ts'

type CmsParts = Parameters<NonNullable<Forgery['cms']>>[0]

const key = (honest: Honest) => honest.sides[1].leaf.privateKeyPem
const sigOf = (honest: Honest, data: Uint8Array) =>
  sign('sha256', data, { key: createPrivateKey(key(honest)), dsaEncoding: 'der' })

/** An honest CMS, taken apart, changed and put together again. */
const rebuilt =
  (change: (signedData: asn1.AsnType[], signerInfo: asn1.AsnType[]) => void) =>
  (honest: Honest): Forgery => ({
    reserve: 4096,
    cms: (parts) => {
      const content = decode(signed(key(honest), parts))
      const signedData = childrenOf(childrenOf(childrenOf(content)[1])[0])
      change(signedData, childrenOf(childrenOf(signedData.at(-1))[0]))
      return Buffer.from(content.toBER())
    },
  })

const attribute = (type: string, value: asn1.AsnType) =>
  new asn1.Sequence({ value: [new asn1.ObjectIdentifier({ value: type }), new asn1.Set({ value: [value] })] })

/** Signed attributes with one more, in DER order, signed as they are. */
const withAttribute = (honest: Honest, extra: asn1.AsnType) => (parts: CmsParts) => {
  const attributes = [...childrenOf(decode(signedAttributes(parts.chain[0]!, parts.digest))), extra]
  const raw = (node: asn1.AsnType) => Buffer.from(node.toBER())
  attributes.sort((a, b) => Buffer.compare(raw(a), raw(b)))
  const signature = sigOf(honest, raw(new asn1.Set({ value: attributes })))
  const content = decode(buildCms({ ...parts, signature }))
  const signerInfo = childrenOf(childrenOf(childrenOf(childrenOf(childrenOf(content)[1])[0]).at(-1))[0])
  signerInfo[3] = new asn1.Constructed({ idBlock: { tagClass: 3, tagNumber: 0 }, value: attributes })
  return Buffer.from(content.toBER())
}

const signingTime = attribute(oids.signingTime, new asn1.UTCTime({ valueDate: new Date('2026-09-23T08:42:30Z') }))
const anyAttribute = attribute('1.2.3.4', new asn1.Integer({ value: 1 }))

export const signatures: Attack[] = [
  inside('ByteRange gap too wide', 'byte_range', () => ({ range: ([a, b, c, d]) => [a, b, c + 40, d - 40] })),
  inside('ByteRange gap that starts early', 'byte_range', () => ({ range: ([a, b, c, d]) => [a, b - 40, c, d] })),
  inside('ByteRange that stops before the end', 'byte_range', () => ({ range: ([a, b, c, d]) => [a, b, c, d - 6] })),
  inside('ByteRange that starts after the header', 'byte_range', () => ({
    range: ([a, b, c, d]) => [a + 9, b - 9, c, d],
  })),
  inside('ByteRange in four parts', 'byte_range', () => ({
    range: ([a, b, c, d]) => [a, 10, 10, b - 10, c, d] as unknown as [number, number, number, number],
  })),
  inside(
    'two SignerInfos',
    'signer_infos',
    rebuilt((signedData) => {
      const infos = childrenOf(signedData.at(-1))
      infos.push(infos[0]!)
    }),
  ),
  inside(
    'no SignerInfo',
    'signer_infos',
    rebuilt((signedData) => childrenOf(signedData.at(-1)).pop()),
  ),
  inside('signing-time present', 'signing_time_present', (honest) => ({ cms: withAttribute(honest, signingTime) })),
  inside('a signed attribute nobody asked for', 'cms_not_as_expected', (honest) => ({
    cms: withAttribute(honest, anyAttribute),
  })),
  inside(
    'an unsigned attribute',
    'cms_not_as_expected',
    rebuilt((_, signerInfo) => {
      signerInfo.push(new asn1.Constructed({ idBlock: { tagClass: 3, tagNumber: 1 }, value: [anyAttribute] }))
    }),
  ),
  inside(
    'a revocation list in the CMS',
    'cms_not_as_expected',
    rebuilt((signedData) => {
      signedData.splice(
        4,
        0,
        new asn1.Constructed({ idBlock: { tagClass: 3, tagNumber: 1 }, value: [new asn1.Null()] }),
      )
    }),
  ),
  inside(
    'content inside the CMS',
    'cms_not_as_expected',
    rebuilt((signedData) => {
      const content = new asn1.OctetString({ valueHex: new Uint8Array([1]) })
      childrenOf(signedData[2]).push(new asn1.Constructed({ idBlock: { tagClass: 3, tagNumber: 0 }, value: [content] }))
    }),
  ),
  inside('digest of another document', 'digest_differs', (honest) => ({
    cms: (parts) => signed(key(honest), { ...parts, digest: Buffer.alloc(32, 7) }),
  })),
  inside('signature by another key', 'signature_wrong', ({ sides }) => ({
    cms: (parts) => signed(sides[1].authority.privateKeyPem, parts),
  })),
  inside('the other side’s certificate', 'signature_wrong', ({ sides }) => ({
    reserve: 4096,
    cms: (parts) => {
      const chain = [new X509Certificate(sides[0].leaf.certificatePem).raw]
      const signature = Buffer.alloc(384, 1)
      return buildCms({ ...parts, chain, algorithm: 'rsa', signature })
    },
  })),
  inside('no CMS at all', 'contents_padding', () => ({ cms: () => Buffer.alloc(100) })),
  inside('rubbish for a CMS', 'cms_malformed', () => ({
    cms: () => Buffer.from(`30820100${'ff'.repeat(256)}`, 'hex'),
  })),
  inside('nested a thousand deep', 'cms_malformed', () => ({ reserve: 8192, cms: () => nested(1000) })),
  inside('the first side’s CMS copied', 'digest_differs', (honest) => ({ reserve: 4096, cms: () => firstCms(honest) })),
  {
    name: 'same signature dictionary in two fields',
    make: (honest) => sameSignature(honest),
    held: 'signedOnce',
    state: 'altered',
    code: 'foreign_object',
  },
  inside('the first signature referred to beside a new one', 'signature_not_new', (honest) => ({
    alter: ({ field }) => field.value.set('V', firstSignature(honest)),
  })),
  {
    name: 'a filled field filled again',
    make: (honest) => refilled(honest),
    held: 'signedTwice',
    state: 'altered',
    code: 'field_filled_before',
  },
  inside('another sub-filter', 'signature_dictionary', () => ({
    alter: ({ signature }) => signature.value.set('SubFilter', name('adbe.pkcs7.detached')),
  })),
  inside('a signature that claims to certify', 'signature_dictionary', () => ({
    alter: ({ signature }) => signature.value.set('Reference', []),
  })),
  inside('another name than the declared signer’s', 'signer_differs', () => ({
    alter: ({ signature }) => signature.value.set('Name', text('Somebody Else')),
  })),
  inside('a reason of one’s own', 'reason_differs', () => ({
    alter: ({ signature }) => signature.value.set('Reason', text('not agreed')),
  })),
  inside('/M with a local time zone', 'signing_time_malformed', () => ({
    alter: ({ signature }) => signature.value.set('M', bytes("D:20260923164230+08'00'")),
  })),
  inside('/M on the 31st of February', 'signing_time_malformed', () => ({
    alter: ({ signature }) => signature.value.set('M', bytes('D:20260231084230Z')),
  })),
  inside('/M before the signature it follows', 'signed_before_previous', (honest) => ({
    signedAt: honest.signedAt[0].subtract({ minutes: 11 }),
  })),
]

function nested(depth: number): Buffer {
  let value: asn1.AsnType = new asn1.Null()
  for (let i = 0; i < depth; i++) value = new asn1.Sequence({ value: [value] })
  return Buffer.from(value.toBER())
}

function firstSignature({ signedOnce }: Honest) {
  const { last } = open(signedOnce)
  const number = [...last.objects].find(([, value]) => value instanceof Map && value.has('ByteRange'))![0]
  return ref(number)
}

function firstCms(honest: Honest): Buffer {
  const file = Buffer.from(honest.signedOnce)
  const at = file.lastIndexOf('/Contents <') + 11
  const der = Buffer.from(file.toString('latin1', at, file.indexOf('>', at)), 'hex')
  return der.subarray(0, 4 + der.readUInt16BE(2))
}

/** The second field filled with the first field's signature, in an update without one of its own. */
function sameSignature(honest: Honest): Uint8Array {
  const form = follow(honest.signedOnce, ['AcroForm', 'Fields', 1])
  form.value.set('V', firstSignature(honest))
  return writeUpdate(honest.signedOnce, [form], nextTrailer(honest.signedOnce, 0))
}

/** A third signature, over the second field. */
function refilled(honest: Honest): Uint8Array {
  return forge(honest, { previous: honest.signedTwice })
}
