/** Reads what another node sends without letting it fill our memory. */

/** @throws Error where there is more than `most` bytes; the rest is not waited for */
export async function readAtMost(response: Response, most: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of response.body ?? []) {
    length += part.length
    if (length > most) throw new Error('too long an answer')
    parts.push(part)
  }
  return Buffer.concat(parts)
}
