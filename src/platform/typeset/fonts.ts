/** The faces every document is set in: Latin first, Chinese after it. Static files, so the same bytes everywhere. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

const files = [
  '@expo-google-fonts/noto-serif/400Regular/NotoSerif_400Regular.ttf',
  '@expo-google-fonts/noto-serif/600SemiBold/NotoSerif_600SemiBold.ttf',
  '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  '@expo-google-fonts/noto-serif-sc/600SemiBold/NotoSerifSC_600SemiBold.ttf',
]

export interface FontFile {
  /** File name without its folder. */
  file: string
  path: string
}

/** The font files and where they lie on this machine. */
export function fontFiles(): FontFile[] {
  return files.map((path) => ({ file: path.slice(path.lastIndexOf('/') + 1), path: require.resolve(path) }))
}

let hashes: { file: string; sha256: string }[] | undefined

/** Each font file with the SHA-256 of its bytes, in hex. Thirty megabytes are read once in a process. */
export function fontHashes(): { file: string; sha256: string }[] {
  hashes ??= fontFiles().map(({ file, path }) => ({
    file,
    sha256: createHash('sha256').update(readFileSync(path)).digest('hex'),
  }))
  return hashes
}
