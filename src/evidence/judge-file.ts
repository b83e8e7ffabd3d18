/** The verifying code as one module for the browsers of this node's visitors: put together once, kept, sent compressed. */
import { acceptedEncoding, compressed, type Encoding } from '#src/platform/ui/index.ts'
import { bundled } from './verifier-file.ts'

let made: Promise<string> | undefined
const packed = new Map<Encoding, Uint8Array<ArrayBuffer>>()

/** @param accepts the Accept-Encoding header */
export async function judgeFile(accepts: string | undefined): Promise<Response> {
  made ??= bundled('judge-script.ts', 'esm')
  const script = await made
  const headers = {
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'no-cache',
    vary: 'Accept-Encoding',
  }
  const encoding = acceptedEncoding(accepts)
  if (!encoding) return new Response(script, { headers })
  const body = packed.get(encoding) ?? compressed(script, encoding)
  packed.set(encoding, body)
  return new Response(body, { headers: { ...headers, 'content-encoding': encoding } })
}
