import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { house, specimenApp } from '#test/ui/specimen.ts'
import { houseStyle } from './house-style.ts'
import { asset, islandsIn } from './shelf.ts'

const app = specimenApp()

test('each kind of file comes with its type, its content’s hash in the address, to be kept for ever', async () => {
  const kinds: [string, string][] = [
    ['chirograph.css', 'text/css; charset=utf-8'],
    ['live-region.js', 'text/javascript; charset=utf-8'],
    ['mark.svg', 'image/svg+xml'],
    ['source-serif-4-latin-opsz-normal.woff2', 'font/woff2'],
  ]
  for (const [name, type] of kinds) {
    const answer = await app.request(asset(name))
    const bytes = new Uint8Array(await answer.arrayBuffer())
    assert.equal(answer.status, 200)
    assert.equal(answer.headers.get('content-type'), type)
    assert.equal(answer.headers.get('cache-control'), 'public, max-age=31536000, immutable')
    assert.ok(asset(name).includes(createHash('sha256').update(bytes).digest('hex').slice(0, 12)))
  }
})

test('what the reader has already is not sent again', async () => {
  const first = await app.request(asset('mark.svg'))
  const tag = first.headers.get('etag') ?? ''
  const again = await app.request(asset('mark.svg'), { headers: { 'If-None-Match': `"other", W/${tag}` } })
  assert.equal(again.status, 304)
  assert.equal(await again.text(), '')
  const changed = await app.request(asset('mark.svg'), { headers: { 'If-None-Match': '"other"' } })
  assert.equal(changed.status, 200)
})

test('another version’s address gets today’s file, but not to keep', async () => {
  const old = asset('chirograph.css').replace(/[0-9a-f]{12}/, '000000000000')
  const answer = await app.request(old)
  assert.equal(answer.status, 200)
  assert.equal(answer.headers.get('cache-control'), 'no-cache')
})

test('nothing else is served', async () => {
  for (const path of [
    '/assets/',
    '/assets/chirograph.css',
    '/assets/../package.json',
    '/assets/..%2fpackage.json',
    '/assets/html.ts',
    '/assets/none.000000000000.css',
  ])
    assert.equal((await app.request(path)).status, 404, path)
})

test('every address in the stylesheet is one of ours and answers', async () => {
  const css = await (await app.request(asset('chirograph.css'))).text()
  const addresses = [...css.matchAll(/url\(([^)]+)\)/g)].map((found) => found[1]!.replaceAll('"', ''))
  assert.ok(addresses.length > 5)
  for (const address of new Set(addresses)) assert.equal((await app.request(address)).status, 200, address)
})

test('islands carry no types, and what they import answers', async () => {
  const script = await (await app.request(asset('live-region.js'))).text()
  assert.doesNotMatch(script, /: Promise<|implements Listener|\.ts'/)
  const imports = [...script.matchAll(/from '([^']+)'/g)].map((found) => found[1]!)
  assert.equal(imports.length, 2)
  for (const address of imports) assert.equal((await app.request(address)).status, 200, address)
})

test('an island is loaded where its element stands', () => {
  assert.deepEqual(islandsIn('<p>copy-text</p><copy-text value="x"></copy-text>'), ['copy-text'])
  assert.deepEqual(islandsIn('<p><copy-texts></copy-texts></p>'), [])
})

test('each house has its own accent under its own address', async () => {
  const blue = { ...house, accent: { light: '#1d4c86', dark: '#8db8ea' } }
  assert.notEqual(houseStyle(house).url, houseStyle(blue).url)
  const served = await app.request(houseStyle(house).url)
  assert.equal(await served.text(), houseStyle(house).css)
  assert.equal(served.headers.get('cache-control'), 'public, max-age=31536000, immutable')
  assert.equal((await app.request(houseStyle(blue).url)).headers.get('cache-control'), 'no-cache')
})

test('an unknown name is a mistake of the page’s author', () => {
  assert.throws(() => asset('nothing.css'), /no asset/)
})
