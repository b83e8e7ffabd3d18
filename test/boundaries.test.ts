/** The house rules of docs/architecture.md: who may import whom, and what may stand where. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isTest, sources } from './support/sources.ts'

/** From the ground up: an area imports only those before it. */
const areas = [
  ...['platform', 'partners', 'procedures', 'agreements', 'proposals', 'imports', 'keys', 'signing', 'witness'],
  ...['evidence', 'programme'],
  ...['ceremonies', 'stage', 'dialogue', 'plans', 'funding', 'events', 'mobility', 'outcomes', 'stories', 'site'],
  ...['federation', 'hosting', 'desk', 'command'],
]

interface Import {
  file: string
  /** The area the file lies in; undefined for `src/*.ts` and everything outside src. */
  area: string | undefined
  target: string
  typeOnly: boolean
}

const imports: Import[] = sources().flatMap(({ path, text }) => {
  const area = /^src\/([a-z]+)\//.exec(path)?.[1]
  const found = text.matchAll(/\b(?:(import type)\b[^']*?\bfrom|from|import)\s*\(?\s*'([#./@\w][^']*)'/g)
  return [...found].map(([, word, target]) => ({ file: path, area, target: target!, typeOnly: word !== undefined }))
})

/** The area an import reaches into, and the path inside it. */
function into(target: string): { area: string; path: string } | undefined {
  const found = /^#src\/([a-z]+)\/(.+)$/.exec(target)
  return found ? { area: found[1]!, path: found[2]! } : undefined
}

function none(what: string, wrong: (i: Import) => unknown): void {
  test(what, () => {
    const lines = imports.filter(wrong).map(({ file, target }) => `${file} imports ${target}`)
    assert.deepEqual(lines, [])
  })
}

test('the imports are found', () => assert.ok(imports.length > 1_000, `only ${imports.length}`))

test('every area has its place in the order', () => {
  const unknown = new Set(imports.map(({ area }) => area).filter((area) => area && !areas.includes(area)))
  assert.deepEqual([...unknown], [])
})

none('nobody climbs with ../', ({ target }) => target.includes('../'))

none('the platform imports no area', ({ area, file, target }) => {
  const to = into(target)
  return area === 'platform' && !isTest(file) && to && to.area !== 'platform'
})

none('an area imports only areas below it', ({ area, file, target }) => {
  const to = into(target)
  return area && !isTest(file) && to && to.area !== area && areas.indexOf(to.area) > areas.indexOf(area)
})

none('an area is entered by its index.ts', ({ area, file, target }) => {
  const to = into(target)
  return area && !isTest(file) && to && ![area, 'platform'].includes(to.area) && to.path !== 'index.ts'
})

none('an area reaches its own files by ./', ({ area, target }) => {
  return area !== undefined && !['platform', 'command'].includes(area) && into(target)?.area === area
})

none('only the command line starts nodes', ({ area, file, target }) => {
  return area !== undefined && area !== 'command' && !isTest(file) && /^#src\/[\w-]+\.ts$/.test(target)
})

none('the product imports no test, and only the command line the sample', ({ area, file, target }) => {
  const product = file.startsWith('src/') && !isTest(file)
  return product && (target.startsWith('#test/') || (target.startsWith('#cast/') && area !== 'command'))
})

none('pages never ask the database', ({ file, target, typeOnly }) => {
  return file.endsWith('-page.ts') && !typeOnly && /store\.ts$|^kysely$|\/database\//.test(target)
})

none('rules ask nobody', ({ area, file, target, typeOnly }) => {
  const room = /^src\/(agreements\/agreement|signing\/session|partners\/partnership|ceremonies\/ceremony)\.ts$/.test(
    file,
  )
  const allowed = /^#src\/platform\/(refusal|canonical)\.ts$|^\.\//.test(target)
  return area && room && !typeOnly && !allowed
})

test('rules do not wait', () => {
  const rules = [
    'src/agreements/agreement.ts',
    'src/signing/session.ts',
    'src/partners/partnership.ts',
    'src/ceremonies/ceremony.ts',
  ]
  const found = sources().filter(({ path }) => rules.includes(path))
  assert.equal(found.length, rules.length)
  for (const { path, text } of found) assert.doesNotMatch(text, /\bawait\b/, path)
})

test('HTML is let through unescaped in one file only', () => {
  const calls = /(?<![\w.])raw\(/
  const users = sources().filter(({ path, text }) => path.startsWith('src/') && !isTest(path) && calls.test(text))
  assert.deepEqual(
    users.map(({ path }) => path),
    ['src/platform/ui/html.ts'],
  )
})

test('only the command line prints', () => {
  const users = sources().filter(
    ({ path, text }) =>
      /^(src|islands)\//.test(path) &&
      !/^src\/command\//.test(path) &&
      !isTest(path) &&
      /\bconsole\.(log|error|warn|info|debug|trace|table|dir|time)\b/.test(text),
  )
  assert.deepEqual(
    users.map(({ path }) => path),
    [],
  )
})
