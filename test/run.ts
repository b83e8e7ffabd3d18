/**
 * Runs the tests: `npm test`, or `npm test -- signing pades` for the files whose paths contain one of these.
 * The last line printed is `N passed, N failed, N skipped`; the exit code is 1 where one failed or none was run.
 */
import { globSync } from 'node:fs'
import { join, relative } from 'node:path'
import { run } from 'node:test'
import { openReport } from './report.ts'
import { setUp } from './set-up.ts'

/** Longer than any file should take: whatever hangs is to be told, not waited for. */
const patience = 1_500_000

const root = join(import.meta.dirname, '..')
const wanted = process.argv.slice(2)
const files = globSync('{src,islands,test}/**/*.test.ts', { cwd: root })
  .filter((file) => wanted.length === 0 || wanted.some((part) => file.includes(part)))
  .map((file) => join(root, file))
  .sort((a, b) => weight(b) - weight(a) || (a < b ? -1 : 1))

/** Those with nodes and browsers first, so that none of them runs alone at the end. */
function weight(file: string): number {
  return relative(root, file).startsWith('test') ? 1 : 0
}

setUp((line) => console.log(line))
const report = openReport(root, files, (line) => console.log(line))
const stop = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop.abort())
if (files.length > 0) {
  const execArgv = ['--disable-warning=ExperimentalWarning']
  const tests = run({ files, cwd: root, concurrency: 2, timeout: patience, execArgv, signal: stop.signal })
  for await (const event of tests) report.hear(event)
}
process.exitCode = report.end() ? 0 : 1
