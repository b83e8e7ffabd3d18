/** In which encoding a text file was written: told by its first bytes, or by what only one encoding can mean. */

export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'windows-1252'] as const
export type Encoding = (typeof encodings)[number]

/** The encoding of a text. Only Chinese and Western texts that are no UTF-8 need a judgement, by how their high bytes stand. */
export function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  if (decodes(bytes, 'utf-8')) return 'utf-8'
  return looksChinese(bytes) && decodes(bytes, 'gb18030') ? 'gb18030' : 'windows-1252'
}

/** A text without its byte order mark. */
export const decoded = (bytes: Uint8Array, encoding: Encoding): string => new TextDecoder(encoding).decode(bytes)

function decodes(bytes: Uint8Array, encoding: Encoding): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** In Chinese, high bytes come in pairs; in `Universität` they stand alone between letters. */
function looksChinese(bytes: Uint8Array): boolean {
  let [paired, alone] = [0, 0]
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i]! < 0x81) continue
    if ((bytes[i + 1] ?? 0) >= 0xa1) {
      paired += 2
      i++
    } else alone++
  }
  return paired > 4 * alone
}
