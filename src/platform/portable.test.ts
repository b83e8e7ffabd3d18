/** What judges documents runs in browsers too: it may need nothing of Node. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { root } from '#test/support/sources.ts'

const judging = [
  'pades/verify.ts',
  'tlog/proof-file.ts',
  'tlog/verify-proof.ts',
  'tlog/tiles.ts',
  'timestamp/verify.ts',
]

test('no file on the way to a verdict needs Node', async () => {
  const entryPoints = judging.map((path) => fileURLToPath(new URL(path, import.meta.url)))
  const how = {
    bundle: true,
    write: false,
    outdir: '/',
    format: 'esm',
    platform: 'browser',
    metafile: true,
    absWorkingDir: root,
  } as const
  const { metafile, outputFiles } = await build({ entryPoints, ...how, logLevel: 'silent' })
  assert.equal(outputFiles.length, judging.length)
  assert.deepEqual(
    Object.keys(metafile.inputs).filter((path) => /keys\/|fill\.ts|x509|reflect-metadata/.test(path)),
    [],
  )
  const ours = Object.keys(metafile.inputs).filter((path) => path.startsWith('src/'))
  assert.ok(ours.length > 30, ours.join())
  const users = ours.filter((path) =>
    /\bBuffer\b/.test(readFileSync(join(root, path), 'utf8').replace(/^.*`Buffer`.*$/gm, '')),
  )
  assert.deepEqual(users, [])
})
