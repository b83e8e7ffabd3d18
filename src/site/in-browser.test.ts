/** The public site in a browser: whom it asks and for how much, whether everyone can read it, on every width and ground. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { after, before, test } from 'node:test'
import { HtmlValidate } from 'html-validate'
import type { Browser, Page } from 'playwright-core'
import { queenMary } from '#cast/universities.ts'
import { launchBrowser } from '#test/support/browser.ts'
import { openPublicSite, type PublicSite } from '#test/support/public-site.ts'
import { otherStories, signingStory, tellAll, withdrawnStory } from '#test/support/public-stories.ts'
import { type ServedSite, serveSite } from '#test/support/serve-site.ts'

let site: PublicSite
let served: ServedSite
let browser: Browser
let paths: string[]

before(async () => {
  site = await openPublicSite()
  await tellAll(site)
  const officer = await site.pair.hust.browser('officer')
  const consent = { extent: 'document', publicity_reason: 'agreed' }
  await officer.post(`/agreements/${site.agreement}/publicity`, consent)
  served = await serveSite(site)
  browser = await launchBrowser()
  paths = [
    ...['/', '/partners', `/partners/${queenMary.ror}`, '/partners/027m9bs27', `/agreements/${site.agreement}`],
    ...['/news', `/news/${signingStory.slug}`, `/news/${otherStories[2]!.slug}`, `/news/${withdrawnStory.slug}`],
    ...['/events', `/events/${site.ceremony}`, '/search', '/search?q=london', '/search?q=nowhere', '/nothing'],
  ]
})
after(async () => {
  await browser?.close()
  await served?.close()
  await site?.close()
})

test('every page is valid HTML in both languages', async () => {
  const validator = new HtmlValidate(JSON.parse(readFileSync('.htmlvalidate.json', 'utf8')))
  for (const language of ['en', 'zh'])
    for (const path of paths) {
      const page = await (await site.get(`/${language}${path}`)).text()
      const report = await validator.validateString(page, 'page.html')
      const said = report.results.flatMap((r) => r.messages.map((m) => `${m.ruleId} ${m.line}: ${m.message}`))
      assert.deepEqual(said, [], `/${language}${path}`)
    }
})

/** Everything one page asks for, as it came over the line; photographs are not counted. */
async function visit(page: Page, path: string): Promise<{ hosts: Set<string>; bytes: number }> {
  const hosts = new Set<string>()
  const photographs = new Set<string>()
  let bytes = 0
  const line = await page.context().newCDPSession(page)
  await line.send('Network.enable')
  await line.send('Network.setCacheDisabled', { cacheDisabled: true })
  line.on('Network.requestWillBeSent', ({ requestId, request }) => {
    hosts.add(new URL(request.url).host)
    if (new URL(request.url).pathname.startsWith('/photos/')) photographs.add(requestId)
  })
  line.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (!photographs.has(requestId)) bytes += encodedDataLength
  })
  await page.goto(served.url + path, { waitUntil: 'networkidle' })
  await page.evaluate('document.fonts.ready')
  await line.detach()
  return { hosts, bytes }
}

test('a page asks nobody but its own node, and for at most 200 kB with its fonts', { timeout: 900_000 }, async () => {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  const host = new URL(served.url).host
  for (const language of ['en', 'zh'])
    for (const path of paths) {
      const { hosts, bytes } = await visit(page, `/${language}${path}`)
      assert.deepEqual([...hosts], [host], path)
      assert.ok(bytes > 10_000 && bytes <= 200_000, `/${language}${path} takes ${bytes} bytes`)
    }
  await page.close()
})

test('axe finds nothing, in either language, on either ground', { timeout: 900_000 }, async () => {
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, colorScheme })
    for (const language of ['en', 'zh'])
      for (const path of paths) {
        await page.goto(`${served.url}/${language}${path}`)
        await page.evaluate(axe)
        const found = await page.evaluate<string[]>(
          `axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }).then(({ violations }) =>
            violations.map((v) => v.id + ': ' + v.nodes.map((n) => n.html).join(' ')))`,
        )
        assert.deepEqual(found, [], `/${language}${path} (${colorScheme})`)
      }
    await page.close()
  }
})

test('nothing is wider than the screen, from a telephone to a hall', { timeout: 900_000 }, async () => {
  for (const width of [390, 768, 1440, 1920]) {
    const page = await browser.newPage({ viewport: { width, height: 900 } })
    for (const language of ['en', 'zh'])
      for (const path of paths) {
        await page.goto(`${served.url}/${language}${path}`)
        const over = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
        assert.equal(over, 0, `/${language}${path} at ${width}`)
      }
    await page.close()
  }
})

test('with the keyboard alone one passes the header, reaches the map and opens a partner', async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  await page.goto(`${served.url}/en/partners`)
  await page.keyboard.press('Tab')
  assert.equal(await page.evaluate('document.activeElement.className'), 'skip')
  await page.keyboard.press('Enter')
  for (let n = 0; n < 2; n++) await page.keyboard.press('Tab')
  const name = await page.evaluate('document.activeElement.getAttribute("aria-label")')
  assert.equal(name, 'Durham: Duke University')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/en/partners/00py81415')
  await page.close()
})
