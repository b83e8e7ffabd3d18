import assert from 'node:assert/strict'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { getRequestListener } from '@hono/node-server'
import { Browser, openAccount, publicUrl, signInByLink, type TestNode, testNode } from '#test/people/front-door.ts'
import { freshDatabase, type TestDatabase } from '#test/support/database.ts'
import { hostAnswer, originIsOurs, securityHeaders } from './index.ts'
import { acceptedLanguage } from './language.ts'

let database: TestDatabase
let node: TestNode
before(async () => {
  database = await freshDatabase()
  node = testNode(database.db)
})
after(() => database.close())

const post = (url: string, headers: Record<string, string>, body = 'x=1') =>
  node.app.request(url, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
  })

test('a form is taken from our own pages only', async () => {
  const echo = `${publicUrl}/echo`
  for (const [headers, status] of [
    [{ origin: publicUrl }, 200],
    [{ 'sec-fetch-site': 'same-origin' }, 200],
    [{}, 403],
    [{ origin: 'null' }, 403],
    [{ origin: 'http://evil.localhost:4199' }, 403],
    [{ origin: 'http://porto.localhost:4102' }, 403],
    [{ origin: 'https://porto.localhost:4199' }, 403],
    [{ origin: 'http://evil.localhost:4199', 'sec-fetch-site': 'same-origin' }, 403],
    [{ 'sec-fetch-site': 'same-site' }, 403],
    [{ 'sec-fetch-site': 'none' }, 403],
  ] as [Record<string, string>, number][])
    assert.equal((await post(echo, headers)).status, status, JSON.stringify(headers))
})

test('a refused form did nothing', async () => {
  await openAccount(node, 'csrf@porto.example')
  const browser = new Browser(node)
  await signInByLink(browser, 'csrf@porto.example')
  const answer = await browser.post('/sign-out', {}, { origin: 'http://evil.localhost:4199' })
  assert.equal(answer.status, 403)
  assert.match(await answer.text(), /another site.*\n.*其他网站/s)
  assert.equal(await (await browser.get('/')).text(), 'csrf@porto.example')
})

test('other nodes’ messages need no origin, but come under the partners’ name or ours', async () => {
  assert.equal((await post('http://127.0.0.1:4199/federation/messages', {})).status, 200)
  assert.equal((await post(`${publicUrl}/federation/messages`, {})).status, 200)
  assert.equal((await post('http://127.0.0.1:4199/echo', { origin: publicUrl })).status, 421)
  assert.equal((await post('http://10.0.0.5:4199/federation/messages', {})).status, 421)
})

test('this machine’s own names lead to the public one, foreign names nowhere', async () => {
  for (const host of ['localhost:4199', '127.0.0.1:4199', '[::1]:4199']) {
    const answer = await node.app.request(`http://${host}/sign-in?next=%2Faccount`)
    assert.deepEqual([answer.status, answer.headers.get('location')], [302, `${publicUrl}/sign-in?next=%2Faccount`])
  }
  const slashes = await node.app.request('http://localhost:4199//evil.example/')
  assert.ok(slashes.headers.get('location')!.startsWith(`${publicUrl}/`))
  assert.equal((await post('http://localhost:4199/echo', { origin: publicUrl })).status, 421)
  for (const host of ['evil.example', 'qmul.localhost:4199', 'porto.localhost:4198', 'porto.localhost']) {
    const answer = await node.app.request(`http://${host}/`)
    assert.equal(answer.status, 421, host)
    assert.ok((await answer.text()).includes(publicUrl))
  }
})

test('behind a proxy that speaks TLS the host is compared, with or without the usual port', () => {
  const names = { publicUrl: 'https://chirograph.example.edu' }
  const at = (url: string) => hostAnswer({ method: 'GET', url: new URL(url) }, names).kind
  assert.equal(at('http://chirograph.example.edu/'), 'ours')
  assert.equal(at('http://chirograph.example.edu:443/'), 'ours')
  assert.equal(at('http://chirograph.example.edu:8080/'), 'stranger')
  assert.equal(
    originIsOurs(
      { method: 'POST', path: '/x', origin: 'https://chirograph.example.edu', fetchSite: undefined },
      names.publicUrl,
    ),
    true,
  )
  assert.equal(
    originIsOurs(
      { method: 'POST', path: '/x', origin: 'http://chirograph.example.edu', fetchSite: undefined },
      names.publicUrl,
    ),
    false,
  )
})

test('every answer carries the headers, refusals too, and pages are kept by nobody', async () => {
  const browser = new Browser(node)
  for (const answer of [
    await browser.get('/sign-in'),
    await browser.get('/nowhere'),
    await browser.post('/echo', {}, { origin: 'null' }),
  ]) {
    const csp = answer.headers.get('content-security-policy')!
    assert.ok(csp.startsWith("default-src 'none'; script-src 'self'") && csp.includes("frame-ancestors 'none'"))
    assert.ok(!csp.includes('unsafe'))
    assert.equal(answer.headers.get('x-content-type-options'), 'nosniff')
    assert.equal(answer.headers.get('referrer-policy'), 'same-origin')
    assert.match(answer.headers.get('permissions-policy')!, /publickey-credentials-get=\(self\)/)
    assert.equal(answer.headers.get('cache-control'), 'no-store')
    assert.equal(answer.headers.get('strict-transport-security'), null)
  }
  assert.ok(securityHeaders('text/html', 'https://x.example')['Strict-Transport-Security'])
  assert.equal(securityHeaders('application/pdf', publicUrl)['Content-Security-Policy'], "frame-ancestors 'none'")
})

test('no page needs anything the policy forbids', async () => {
  const page = await (await new Browser(node).get('/sign-in')).text()
  assert.ok(!/<script(?![^>]*\bsrc=)(?![^>]*application\/json)/.test(page), 'inline script')
  assert.ok(!/<style|\sstyle=|\son[a-z]+=/.test(page), 'inline style or handler')
  const stylesheet = /href="(\/assets\/chirograph[^"]+)"/.exec(page)![1]!
  const kept = await new Browser(node).get(stylesheet)
  assert.match(kept.headers.get('cache-control')!, /immutable/)
})

test('more than a megabyte is refused in words, with or without a stated length', async () => {
  const headers = { origin: publicUrl }
  assert.equal((await post(`${publicUrl}/echo`, headers, 'x'.repeat(1_048_576))).status, 200)
  const large = await post(`${publicUrl}/echo`, headers, 'x'.repeat(1_048_577))
  assert.equal(large.status, 413)
  assert.ok((await large.text()).includes('the most is 1 MB'))
  const from = (referer: string) => post(`${publicUrl}/echo`, { ...headers, referer }, 'x'.repeat(1_048_577))
  assert.match(await (await from(`${publicUrl}/imports?page=2`)).text(), /href="\/imports\?page=2">Back</)
  assert.doesNotMatch(await (await from('http://evil.localhost:4199/imports')).text(), /href="[^"]*imports/)

  const server: Server = createServer(getRequestListener((request) => node.app.fetch(withHost(request))))
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const body = new ReadableStream({
    pull(controller) {
      controller.enqueue(new Uint8Array(200_000))
      if (++sent === 6) controller.close()
    },
  })
  let sent = 0
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/echo`
  const answer = await fetch(url, { method: 'POST', body, headers, duplex: 'half' } as RequestInit)
  assert.equal(answer.status, 413)
  await answer.text()
  server.close()
})

/** As a proxy passes it on: under the public name. */
const withHost = (request: Request) => new Request(publicUrl + new URL(request.url).pathname, request)

test('the language: chosen on a page, else the account’s, else the browser’s, else English', async () => {
  const lang = async (browser: Browser) =>
    /<html lang="([^"]+)"/.exec(await (await browser.get('/sign-in/link')).text())![1]
  const plain = new Browser(node)
  assert.equal(await lang(plain), 'en')
  const chinese = new Browser(node, { 'accept-language': 'zh-CN,zh;q=0.9,en;q=0.8' })
  assert.equal(await lang(chinese), 'zh-CN')

  const chosen = await chinese.get('/sign-in?next=%2Fa%3Fb%3D1&language=en')
  assert.deepEqual([chosen.status, chosen.headers.get('location')], [303, '/sign-in?next=%2Fa%3Fb%3D1'])
  assert.equal(await lang(chinese), 'en')
  await chinese.get('/?language=zh')
  assert.equal(await lang(chinese), 'zh-CN')
  assert.equal((await plain.get('/?language=fr')).status, 200)

  await openAccount(node, 'language@porto.example')
  await signInByLink(plain, 'language@porto.example')
  await plain.post('/account/language', { language: 'zh' })
  plain.cookies.delete('chirograph-4199-language')
  assert.equal(await lang(plain), 'zh-CN')
})

test('Accept-Language is read by weight', () => {
  assert.equal(acceptedLanguage('fr, zh-TW;q=0.4, en-GB;q=0.7'), 'en')
  assert.equal(acceptedLanguage('zh;q=0, en;q=0.1'), 'en')
  assert.equal(acceptedLanguage('de'), undefined)
  assert.equal(acceptedLanguage(undefined), undefined)
})
