/** The root as it lies in the vault: certificate and private key in one PEM file, the key encrypted under a passphrase. */
import { createPrivateKey, createPublicKey, X509Certificate } from 'node:crypto'
import { certificatesOf, type KeyPair } from '#src/platform/keys/index.ts'
import { refuseKeys } from './refusals.ts'

/** Of each half. Both together are the passphrase, so neither of two people can open the file alone. */
export const leastHalf = 10

/** PKCS#8 under PBKDF2 and AES-256 in CBC mode; `openssl pkey` opens it. */
export function vaultFile({ certificatePem, privateKeyPem }: KeyPair, passphrase: string): string {
  const options = { type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase } as const
  return `${certificatePem.trim()}\n${createPrivateKey(privateKeyPem).export(options)}`
}

/** @throws Refusal `vault_file_unreadable`, `vault_file_of_another_root` */
export function openVaultFile(file: string, passphrase: string, certificatePem: string): string {
  const privateKeyPem = decrypted(file, passphrase)
  const ours = new X509Certificate(certificatePem).publicKey
  if (!createPublicKey(privateKeyPem).equals(ours)) refuseKeys('vault_file_of_another_root', {}, 422)
  const inside = certificatesOf(file)[0]
  if (inside && new X509Certificate(inside).fingerprint256 !== new X509Certificate(certificatePem).fingerprint256)
    refuseKeys('vault_file_of_another_root', {}, 422)
  return privateKeyPem
}

function decrypted(file: string, passphrase: string): string {
  const block = /-----BEGIN ENCRYPTED PRIVATE KEY-----[^-]+-----END ENCRYPTED PRIVATE KEY-----/.exec(file)?.[0]
  try {
    if (!block) throw new Error('no key in it')
    return createPrivateKey({ key: block, passphrase }).export({ type: 'pkcs8', format: 'pem' }).toString()
  } catch {
    return refuseKeys('vault_file_unreadable', {}, 422)
  }
}
