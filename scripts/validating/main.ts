/**
 * Asks validators we did not write about a signed agreement, and writes down tool, version and verdict.
 *
 *   scripts/validators AGREEMENT.pdf REVISION-0.pdf ROOT.pem [ROOT.pem …] [--out FILE]
 *
 * A tool that is not there and cannot be fetched is written down as not run. Exit code 1 where a tool that ran is not
 * content, 2 for wrong arguments.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { dss, pyhanko, verapdf } from './fetched.ts'
import { mutool, openssl, opensslStamps, pdfsig, qpdf } from './installed.ts'
import type { Row } from './row.ts'

const usage = 'usage: scripts/validators AGREEMENT.pdf REVISION-0.pdf ROOT.pem [ROOT.pem …] [--out FILE]'

function tableOf(rows: Row[]): string {
  const cell = (value: string) => value.replaceAll('|', '\\|').replaceAll('\n', ' ')
  const mark = (good: boolean | null) => (good === null ? '-' : good ? 'good' : 'NOT GOOD')
  const lines = rows.map((r) => `| ${[r.tool, r.version, r.about, mark(r.good), r.verdict].map(cell).join(' | ')} |`)
  return ['| Tool | Version | About | | Verdict |', '|---|---|---|---|---|', ...lines, ''].join('\n')
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { out: { type: 'string' } } })
  const [signed, revisionZero, ...roots] = positionals
  if (!signed || !revisionZero || !roots.length) {
    console.error(usage)
    return 2
  }
  const folder = mkdtempSync(join(tmpdir(), 'chirograph-validators-'))
  const rows: Row[] = []
  for (const ask of [pdfsig, qpdf, openssl, opensslStamps, mutool, pyhanko, verapdf, dss])
    rows.push(...(await ask({ signed, revisionZero, roots, folder })))
  rmSync(folder, { recursive: true, force: true })
  const table = tableOf(rows)
  process.stdout.write(table)
  if (values.out) writeFileSync(values.out, table)
  return rows.some(({ good }) => good === false) ? 1 : 0
}

process.exitCode = await main()
