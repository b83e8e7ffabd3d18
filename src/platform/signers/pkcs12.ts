/** Reads a PKCS#12 file (.p12, .pfx): a private key and its certificates under a passphrase (RFC 7292). */
import {
  createDecipheriv,
  createHmac,
  createPrivateKey,
  pbkdf2Sync,
  timingSafeEqual,
  X509Certificate,
} from 'node:crypto'
import { type Asn1, bytesOf, childrenOf, decode, encode, isTagged, oidOf } from '#src/platform/asn1.ts'
import { type Derivation, deriveKey } from './pkcs12-key.ts'

export interface Pkcs12 {
  privateKeyPem: string
  certificatePem: string
  /** Certificates above the signer's, in order, as far as the file has them. */
  chain: string[]
}

const oids = {
  data: '1.2.840.113549.1.7.1',
  encrypted: '1.2.840.113549.1.7.6',
  key: '1.2.840.113549.1.12.10.1.1',
  shroudedKey: '1.2.840.113549.1.12.10.1.2',
  certificate: '1.2.840.113549.1.12.10.1.3',
  pbes2: '1.2.840.113549.1.5.13',
  pbeTripleDes: '1.2.840.113549.1.12.1.3',
}
const hashes: Record<string, Derivation['hash']> = {
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
  '1.2.840.113549.2.7': 'sha1',
  '1.2.840.113549.2.9': 'sha256',
  '1.2.840.113549.2.10': 'sha384',
  '1.2.840.113549.2.11': 'sha512',
}
const ciphers: Record<string, { name: string; key: number }> = {
  '2.16.840.1.101.3.4.1.2': { name: 'aes-128-cbc', key: 16 },
  '2.16.840.1.101.3.4.1.22': { name: 'aes-192-cbc', key: 24 },
  '2.16.840.1.101.3.4.1.42': { name: 'aes-256-cbc', key: 32 },
}
/** More rounds than any honest file asks for; a hostile one shall not keep the node busy. */
const mostRounds = 10_000_000

/** @throws {Error} where it is no such file, the passphrase is wrong, or it is protected in a way nobody should use any more */
export function readPkcs12(file: Uint8Array, passphrase: string): Pkcs12 {
  const [, authSafe, mac] = childrenOf(decode(file))
  const content = bytesOf(childrenOf(childrenOf(authSafe)[1])[0])
  checkMac(content, mac, passphrase)
  const bags = childrenOf(decode(content)).flatMap((info) => childrenOf(decode(opened(info, passphrase))))
  const key = bags.map((bag) => keyIn(bag, passphrase)).find((found) => found !== undefined)
  const certificates = bags.flatMap((bag) => certificateIn(bag) ?? [])
  const own = key && certificates.find((certificate) => certificate.checkPrivateKey(key))
  if (!key || !own) throw new Error('no private key with its certificate in it')
  const privateKeyPem = key.export({ type: 'pkcs8', format: 'pem' }).toString()
  const chain = above(own, certificates).map((certificate) => certificate.toString())
  return { privateKeyPem, certificatePem: own.toString(), chain }
}

function above(leaf: X509Certificate, all: X509Certificate[]): X509Certificate[] {
  const found: X509Certificate[] = []
  for (let last = leaf; ; last = found.at(-1)!) {
    const next = all.find(
      (one) => one !== last && !found.includes(one) && last.checkIssued(one) && last.verify(one.publicKey),
    )
    if (!next) return found
    found.push(next)
  }
}

function checkMac(content: Uint8Array, mac: Asn1 | undefined, passphrase: string): void {
  const [info, salt, rounds] = childrenOf(mac)
  const [algorithm, digest] = childrenOf(info)
  const hash = hashes[oidOf(childrenOf(algorithm)[0]) ?? '']
  if (!hash || !salt) throw new Error('no integrity check we know')
  const given = { hash, passphrase, salt: bytesOf(salt), iterations: rounds ? numberOf(rounds) : 1 }
  const expected = createHmac(hash, deriveKey(given, 'mac', bytesOf(digest).length))
    .update(content)
    .digest()
  const said = bytesOf(digest)
  if (said.length !== expected.length || !timingSafeEqual(said, expected)) throw new Error('wrong passphrase')
}

function numberOf(node: Asn1): number {
  const value = Number.parseInt(Buffer.from(bytesOf(node)).toString('hex') || '0', 16)
  if (value < 1 || value > mostRounds) throw new Error('too many rounds')
  return value
}

/** The bags of one part of the file. */
function opened(info: Asn1, passphrase: string): Uint8Array {
  const [type, content] = childrenOf(info)
  if (oidOf(type) === oids.data) return bytesOf(childrenOf(content)[0])
  if (oidOf(type) !== oids.encrypted) throw new Error('a part we do not know')
  const [, inner] = childrenOf(childrenOf(content)[0])
  const [, algorithm, sealed] = childrenOf(inner)
  if (!algorithm || !isTagged(sealed, 0)) throw new Error('a part we do not know')
  const pieces = childrenOf(sealed)
  return decrypted(algorithm, pieces.length > 0 ? Buffer.concat(pieces.map(bytesOf)) : bytesOf(sealed), passphrase)
}

function decrypted(algorithm: Asn1, sealed: Uint8Array, passphrase: string): Uint8Array {
  const [type, parameters] = childrenOf(algorithm)
  const { name, key, iv } = keyFor(oidOf(type), parameters, passphrase)
  const decipher = createDecipheriv(name, key, iv)
  return Buffer.concat([decipher.update(sealed), decipher.final()])
}

function keyFor(type: string | undefined, parameters: Asn1 | undefined, passphrase: string) {
  if (type === oids.pbeTripleDes) {
    const [salt, rounds] = childrenOf(parameters)
    const given = { hash: 'sha1' as const, passphrase, salt: bytesOf(salt), iterations: numberOf(rounds!) }
    return { name: 'des-ede3-cbc', key: deriveKey(given, 'key', 24), iv: deriveKey(given, 'iv', 8) }
  }
  const [derivation, encryption] = childrenOf(parameters)
  const [salt, rounds, ...rest] = childrenOf(childrenOf(derivation)[1])
  const prf = rest.find((node) => childrenOf(node).length > 0)
  const hash = prf ? hashes[oidOf(childrenOf(prf)[0]) ?? ''] : 'sha1'
  const [cipher, iv] = childrenOf(encryption)
  const known = ciphers[oidOf(cipher) ?? '']
  if (type !== oids.pbes2 || !known || !hash) throw new Error('protected in a way we do not open')
  const key = pbkdf2Sync(passphrase, bytesOf(salt), numberOf(rounds!), known.key, hash)
  return { name: known.name, key, iv: bytesOf(iv) }
}

function keyIn(bag: Asn1, passphrase: string) {
  const [type, value] = childrenOf(bag)
  const inner = childrenOf(value)[0]
  if (!inner) return undefined
  const der = Buffer.from(encode(inner))
  if (oidOf(type) === oids.key) return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  if (oidOf(type) !== oids.shroudedKey) return undefined
  const [algorithm, sealed] = childrenOf(inner)
  const key = Buffer.from(decrypted(algorithm!, bytesOf(sealed), passphrase))
  return createPrivateKey({ key, format: 'der', type: 'pkcs8' })
}

function certificateIn(bag: Asn1): X509Certificate | undefined {
  const [type, value] = childrenOf(bag)
  if (oidOf(type) !== oids.certificate) return undefined
  const [, wrapped] = childrenOf(childrenOf(value)[0])
  return new X509Certificate(Buffer.from(bytesOf(childrenOf(wrapped)[0])))
}
