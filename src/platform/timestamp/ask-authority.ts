/** Asks an authority for a time-stamp over HTTP (RFC 3161 section 3.4). */
import { randomBytes } from 'node:crypto'
import { formatRequest, replyType, requestType } from './request.ts'
import { type Stamp, type StampFault, verifyReply } from './verify.ts'

export interface Asked {
  imprint: Uint8Array
  /** PEM of the roots the authority may go back to. */
  roots: string[]
  /** Milliseconds to wait at most. */
  patience: number
}

/** No honest answer is longer, in bytes. */
const longest = 65_536

/** @returns the stamp; its fault; or in a word why there is no answer. Never throws */
export async function askAuthority(
  url: string,
  { imprint, roots, patience }: Asked,
): Promise<Stamp | StampFault | 'not_reached' | 'not_an_answer'> {
  const nonce = randomBytes(16)
  const body = new Uint8Array(formatRequest({ imprint, nonce, certificateWanted: true }))
  const signal = AbortSignal.timeout(patience)
  try {
    const headers = { 'content-type': requestType, accept: replyType }
    const response = await fetch(url, { method: 'POST', headers, body, signal, redirect: 'error' })
    if (response.status !== 200 || !response.headers.get('content-type')?.startsWith(replyType)) return 'not_an_answer'
    const reply = await limited(response)
    return reply ? verifyReply(reply, { imprint, nonce, roots }) : 'not_an_answer'
  } catch {
    return 'not_reached'
  }
}

async function limited(response: Response): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of response.body ?? []) {
    length += part.length
    if (length > longest) return undefined
    parts.push(part)
  }
  return Buffer.concat(parts)
}
