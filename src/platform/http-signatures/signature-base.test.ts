import assert from 'node:assert/strict'
import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'
import { describe, test } from 'node:test'
import type { InnerList } from 'structured-headers'
import { readSignature, signMessage } from './sign.ts'
import { contentDigest, readSignatureHeaders, signatureBase } from './signature-base.ts'

/** The test key, request and signature of RFC 9421, appendices B.1.4 and B.2.6. */
const jwk = { kty: 'OKP', crv: 'Ed25519', x: 'JrQLj5P_89iXES9-vFgrIy29clF9CC_oPPsw3c5D0bs' }
const key = createPrivateKey({ key: { ...jwk, d: 'n4Ni-HpISpVObnQMW0wOhCKROaIKqKtW_2ZYb2p9KcU' }, format: 'jwk' })
const components = {
  date: 'Tue, 20 Apr 2021 02:07:55 GMT',
  '@method': 'POST',
  '@path': '/foo',
  '@authority': 'example.com',
  'content-type': 'application/json',
  'content-length': '18',
}
const list: InnerList = [
  Object.keys(components).map((name) => [name, new Map()]),
  new Map<string, string | number>([
    ['created', 1618884473],
    ['keyid', 'test-key-ed25519'],
  ]),
]
const base = `"date": Tue, 20 Apr 2021 02:07:55 GMT
"@method": POST
"@path": /foo
"@authority": example.com
"content-type": application/json
"content-length": 18
"@signature-params": ("date" "@method" "@path" "@authority" "content-type" "content-length");created=1618884473;keyid="test-key-ed25519"`
const signature = 'wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw=='

describe('the example of RFC 9421 with Ed25519', () => {
  test('has the signature base the RFC prints', () => {
    assert.equal(new TextDecoder().decode(signatureBase(components, list)), base)
  })

  test('has the signature the RFC prints', () => {
    assert.equal(sign(null, signatureBase(components, list), key).toString('base64'), signature)
    assert.ok(verify(null, signatureBase(components, list), createPublicKey(key), Buffer.from(signature, 'base64')))
  })
})

test('the digest of the body is that of RFC 9421, B.2', () => {
  const body = new TextEncoder().encode('{"hello": "world"}')
  assert.equal(contentDigest(body), 'sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:')
})

const body = new TextEncoder().encode('{"a":1}')
const at = Temporal.Instant.from('2026-09-06T14:20:00Z')
const sent = {
  '@method': 'POST',
  '@target-uri': 'https://a.example/federation/messages',
  'content-type': 'application/json',
}
const headers = () => {
  const signed = signMessage(sent, body, { keyid: '00p991c53', key }, at, 'nonce')
  return { digest: signed['content-digest'], input: signed['signature-input'], signature: signed.signature }
}

describe('our own profile', () => {
  test('is read back as it was signed', () => {
    const found = readSignature(sent, body, headers())
    assert.ok(typeof found !== 'string')
    assert.deepEqual([found.keyid, found.nonce, found.created.toString()], ['00p991c53', 'nonce', at.toString()])
    assert.ok(found.isBy(createPublicKey(key)))
  })

  test('covers the method, the address, the type and the body', () => {
    for (const name of Object.keys(sent)) {
      const found = readSignature({ ...sent, [name]: 'other' }, body, headers())
      assert.ok(typeof found === 'string' || !found.isBy(createPublicKey(key)), name)
    }
    assert.equal(readSignature(sent, new TextEncoder().encode('{"a":2}'), headers()), 'digest_wrong')
  })

  test('takes no signature over fewer components, and none without a nonce', () => {
    const { digest, input, signature } = headers()
    const fewer = input.replace('"@method" ', '')
    assert.equal(readSignature(sent, body, { digest, input: fewer, signature }), 'signature_malformed')
    const without = input.replace(/;nonce="[^"]*"/, '')
    assert.equal(readSignature(sent, body, { digest, input: without, signature }), 'signature_malformed')
  })

  test('reads nothing from headers that are not structured fields', () => {
    for (const input of ['', 'chirograph', 'chirograph=(', 'other=("@method")']) {
      assert.equal(readSignatureHeaders(input, 'chirograph=:AQ==:'), undefined, input)
    }
  })
})
