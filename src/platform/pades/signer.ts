/** A signer whose key is in this process. */
import { createPrivateKey, sign, X509Certificate } from 'node:crypto'
import { promisify } from 'node:util'
import type { Signer } from './fill.ts'

const signInBackground = promisify(sign)

/**
 * @param pem the signer's certificate and private key; `between` holds certificates between it and the root, in order
 */
export function localSigner(pem: { certificatePem: string; privateKeyPem: string; between?: string[] }): Signer {
  const key = createPrivateKey(pem.privateKeyPem)
  return {
    chain: [pem.certificatePem, ...(pem.between ?? [])].map((text) => new X509Certificate(text).raw),
    sign: (data) => signInBackground('sha256', data, { key, dsaEncoding: 'der' }),
  }
}
