/** Text that travels compressed where the browser takes it so. */
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

export type Encoding = 'br' | 'gzip'

/** The better of our two encodings by an Accept-Encoding header (RFC 9110, 12.5.3); undefined where it takes neither. */
export function acceptedEncoding(header: string | undefined): Encoding | undefined {
  const taken = new Map(
    (header ?? '').split(',').map((part) => {
      const [name = '', q = ''] = part
        .trim()
        .toLowerCase()
        .split(/\s*;\s*q=/)
      return [name, q === '' ? 1 : Number(q)]
    }),
  )
  return (['br', 'gzip'] as const).find((one) => (taken.get(one) ?? 0) > 0)
}

/** Quality 5 of brotli: a tenth of the time of the best, and nearly its size. */
export function compressed(bytes: Uint8Array | string, encoding: Encoding): Uint8Array<ArrayBuffer> {
  const given = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes
  const done =
    encoding === 'gzip'
      ? gzipSync(given)
      : brotliCompressSync(given, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
  return new Uint8Array(done)
}
