/** What files are called, and what stands in none of them. */
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, test } from 'node:test'
import { isTest, root, sources } from './support/sources.ts'

const isArea = (path: string) => /^src\/(?!platform\/|command\/)[a-z]+\/[^/]+$/.test(path)
const inAreas = sources().filter(({ path }) => isArea(path) && !isTest(path))
const nameOf = (path: string) => basename(path, '.ts')

/** The rooms every area has, fewer where small (docs/architecture.md). */
const rooms = ['access', 'index', 'messages', 'news', 'routes', 'store', 'tables', 'timed', 'wire', 'words']
/** Rooms there may be several of, the subject before. */
const kinds = ['page', 'routes', 'store', 'tables', 'timed', 'view', 'words']
const isRoom = (name: string) => rooms.includes(name) || kinds.some((kind) => name.endsWith(`-${kind}`))

test('the rooms named here are those of docs/architecture.md', () => {
  const page = readFileSync(join(root, 'docs', 'architecture.md'), 'utf8')
  const sentence = /Every area has the same rooms \(([^)]*)\)/.exec(page)![1]!
  const named = [...sentence.matchAll(/`([a-z]+)\.ts`/g)].map(([, name]) => name!)
  assert.deepEqual(named.sort(), [...rooms].sort())
})

test('a file of an area is a room, or is named by the act or the thing it exports', () => {
  const astray = inAreas.filter(({ path, text }) => {
    const found = text.matchAll(/^export (?:async )?(?:function\*?|const|interface|type|class) (\w+)/gm)
    const exported = [...found].map(([, name]) => name!.toLowerCase())
    const subjects = nameOf(path)
      .split('-')
      .map((word) => word.replace(/ies$/, 'y').replace(/(es|s|e)$/, ''))
    return !isRoom(nameOf(path)) && !exported.some((name) => subjects.some((subject) => name.includes(subject)))
  })
  assert.ok(inAreas.length > 100)
  assert.deepEqual(
    astray.map(({ path }) => path),
    [],
  )
})

test('no file is a drawer named "things"', () => {
  const drawer = /^(.*-)?(utils?|helpers?|common|misc|lib|stuff|manager|service|core|shared|types|constants)$/
  const all = sources().map(({ path }) => path)
  assert.deepEqual(
    all.filter((path) => drawer.test(nameOf(path))),
    [],
  )
})

test('every area says in its README what it is for, in at most 50 lines', () => {
  const areas = new Set(inAreas.map(({ path }) => path.split('/')[1]!))
  assert.ok(areas.size >= 5)
  for (const area of areas) {
    const lines = readFileSync(join(root, 'src', area, 'README.md'), 'utf8')
      .trim()
      .split('\n')
    assert.equal(lines[0]!.toLowerCase(), `# ${area}`)
    assert.ok(lines.length >= 3 && lines.length <= 50, `${area} has ${lines.length} lines`)
  }
})

/** Everything people write here: code, pages, styles, migrations, scripts, settings. */
const written = globSync('**/*.{ts,mjs,py,java,md,css,typ,sql,json,sh,svg}', {
  cwd: root,
  exclude: (path) => /(^|\/)(node_modules|data|\.cache)(\/|$)|package-lock\.json$/.test(String(path)),
}).map((path) => ({ path: path.replaceAll('\\', '/'), text: readFileSync(join(root, path), 'utf8') }))

/** Standards' names, the sample's sources, and the one place a script fetches from. */
const knownHosts = [
  ...['ror.org', 'ror.readme.io', 'www.w3.org', 'www.apache.org', 'maven.apache.org'],
  ...['schema.org', 'jsonfeed.org', 'www.jsonfeed.org', 'www.sitemaps.org', 'purl.org', 'ns.adobe.com', 'iptc.org'],
  ...['c2sp.org', 'docs.bigbluebutton.org'],
  ...['www.qmul.ac.uk', 'english.hust.edu.cn', 'news.hust.edu.cn', 'www.birmingham.ac.uk', 'www.manchester.ac.uk'],
  ...['www.uts.edu.au', 'www.unsw.edu.au', 'duke.edu', 'www.anu.edu.au', 'www.ncsu.edu', 'www.uq.edu.au'],
]
/** Names nobody can own, numbers nobody can route, and one-label names of tests. */
const isNobodys = (host: string) =>
  /(^|\.)(localhost|example|invalid|test)$|^example\.org$|^host$|^0x7f\.1$|^[a-z](\.[a-z])?$|^example\.edu$|\.example\.edu$|^a\.edu$|^node$|^[\d.]+$/.test(
    host,
  )

describe('the repository speaks only of itself', () => {
  const nowhere = (pattern: RegExp) =>
    written.flatMap(({ path, text }) => [...text.matchAll(pattern)].map(([found]) => `${path}: ${found.trim()}`))

  test('everything written is looked at', () => {
    assert.ok(written.length > 400, `${written.length} files`)
    for (const name of ['README.md', 'package.json', 'src/main.ts'])
      assert.ok(written.some(({ path }) => path === name))
  })

  test('no path of somebody’s machine', () => {
    assert.deepEqual(nowhere(/(?<![\w./-])\/(home|root|Users|work|workspace|mnt)\/\S+/g), [])
  })

  test('no host but standards’, sources’ and those that are nobody’s', () => {
    const hosts = written.flatMap(({ path, text }) =>
      [...text.matchAll(/https?:\/\/([a-z0-9.-]+[a-z0-9])/gi)].map(([, host]) => ({ path, host: host!.toLowerCase() })),
    )
    const strange = hosts.filter(({ host }) => !knownHosts.includes(host) && !isNobodys(host))
    assert.deepEqual(strange, [])
  })

  test('nothing left for later', () => {
    assert.deepEqual(nowhere(/\b(TO-?DO|FIX-?ME|X{3}|coming[ ]soon|lorem[ ]ipsum)\b/g), [])
  })
})
