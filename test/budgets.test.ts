/** The sizes STYLE.md promises, and the checks of other programs: types, formatting, lint. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { isTest, root, sources } from './support/sources.ts'

const product = sources().filter(({ path }) => /^(src|islands)\//.test(path) && !isTest(path))
const lines = (text: string) => text.trimEnd().split('\n').length

test('files: median at most 60 lines, 95 % at most 200, none over 350', () => {
  const sizes = product.map(({ text }) => lines(text)).sort((a, b) => a - b)
  const at = (share: number) => sizes[Math.floor(share * (sizes.length - 1))]!
  assert.ok(sizes.length > 100)
  assert.ok(at(0.5) <= 60, `the median is ${at(0.5)}`)
  assert.ok(at(0.95) <= 200, `95 % have at most ${at(0.95)}`)
  const long = sources().filter(({ text }) => lines(text) > 350)
  assert.deepEqual(
    long.map(({ path }) => path),
    [],
  )
})

/** Blocks that a line opens and a line of the same indent closes: what the formatter makes of every function. */
function blocks(text: string, opens: RegExp): { line: number; length: number; body: string }[] {
  const all = text.split('\n')
  return all.flatMap((line, i) => {
    if (!opens.test(line)) return []
    const indent = /^ */.exec(line)![0]
    const length = all.slice(i + 1).findIndex((other) => other.startsWith(`${indent}}`) && !/^\s*}.*{$/.test(other))
    return length < 0 ? [] : [{ line: i + 1, length, body: all.slice(i + 1, i + 1 + length).join('\n') }]
  })
}

const handlerStart = /^ *\w+\.(get|post|put|delete|use)\(.*=> \{$/
const functionStart = /^ *(export )?(default )?(async )?function\b.*\{$|^(export )?const \w+ = .*=> \{$|^\): .*\{$/

function tooLong(opens: RegExp, most: number, counts: (body: string) => boolean = () => true): string[] {
  return product.flatMap(({ path, text }) =>
    blocks(text, opens)
      .filter(({ length, body }) => length > most && counts(body))
      .map(({ line, length }) => `${path}:${line} has ${length} lines`),
  )
}

test('route handlers have at most 15 lines', () => {
  assert.deepEqual(tooLong(handlerStart, 15), [])
})

test('functions have at most 40 lines', () => {
  // A list of routes, or an object of functions, is as long as the list: its members are measured.
  const isList = (body: string) => /^ *\w+\.(get|post|use|route)\(/m.test(body)
  assert.deepEqual(
    tooLong(functionStart, 40, (body) => !isList(body)),
    [],
  )
})

const json = (name: string) => JSON.parse(readFileSync(join(root, name), 'utf8'))

test('every direct dependency has its reason in docs/decisions/dependencies.md', () => {
  const { dependencies, optionalDependencies, devDependencies } = json('package.json')
  const page = readFileSync(join(root, 'docs', 'decisions', 'dependencies.md'), 'utf8')
  const listed = [...page.matchAll(/^\| `([^`]+)` \|/gm)].map(([, name]) => name!)
  // One package for each platform, for one reason.
  const families = Object.keys(optionalDependencies).map((name) => name.replace(/\/.*/, '/*'))
  const wanted = new Set([...Object.keys({ ...dependencies, ...devDependencies }), ...families])
  assert.deepEqual(listed.sort(), [...wanted].sort())
})

test('the lock file has the hash of every package, for every platform, and names no mirror', () => {
  const packages: [string, { integrity?: string; resolved?: string }][] = Object.entries(
    json('package-lock.json').packages,
  )
  const open = packages.filter(([name, { integrity, resolved }]) => name !== '' && (!integrity || resolved))
  assert.ok(packages.length > 100)
  assert.deepEqual(
    open.map(([name]) => name),
    [],
  )
})

for (const [what, program, ...args] of [
  ['types are right', 'tsc', '--pretty', 'false'],
  ['code is formatted and linted', 'biome', 'ci', '--colors=off', '--max-diagnostics=20'],
] as const)
  test(what, () => {
    const { status, stdout, stderr } = spawnSync(join(root, 'node_modules', '.bin', program), args, {
      cwd: root,
      encoding: 'utf8',
    })
    assert.equal(status, 0, `${stdout}${stderr}`)
  })
