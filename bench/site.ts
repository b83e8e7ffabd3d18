/**
 * What a reader of the public site waits for: bytes, requests, first and largest paint of each kind of page, cold, in Chromium on a
 * simulated 4G line (9 Mbit/s, 170 ms there and back). The page to verify, drawn with the office's styles and fonts, is measured beside it.
 */
import type { Browser } from 'playwright-core'
import { queenMary } from '#cast/universities.ts'
import { launchBrowser } from '#test/support/browser.ts'
import { openPublicSite } from '#test/support/public-site.ts'
import { signingStory, tellAll } from '#test/support/public-stories.ts'
import { serveSite } from '#test/support/serve-site.ts'

const line = { offline: false, latency: 170, downloadThroughput: 9e6 / 8, uploadThroughput: 9e6 / 8 }

interface Figures {
  path: string
  kilobytes: number
  requests: number
  firstPaint: number
  largestPaint: number
}

const runs = 5

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!

async function once(browser: Browser, address: string): Promise<Omit<Figures, 'path'>> {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75 })
  const page = await context.newPage()
  const cdp = await context.newCDPSession(page)
  await cdp.send('Network.enable')
  await cdp.send('Network.emulateNetworkConditions', line)
  let [bytes, requests] = [0, 0]
  cdp.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
    requests++
  })
  await page.goto(address, { waitUntil: 'networkidle' })
  const [firstPaint, largestPaint] = await page.evaluate<[number, number]>(`new Promise((done) => {
    const first = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0
    new PerformanceObserver((list) => done([first, list.getEntries().at(-1).startTime]))
      .observe({ type: 'largest-contentful-paint', buffered: true })
  })`)
  await context.close()
  return { kilobytes: bytes / 1000, requests, firstPaint, largestPaint }
}

async function measure(browser: Browser, url: string, path: string): Promise<Figures> {
  const found: Omit<Figures, 'path'>[] = []
  for (let n = 0; n < runs; n++) found.push(await once(browser, url + path))
  const of = (key: keyof Omit<Figures, 'path'>) => Math.round(median(found.map((one) => one[key])))
  return {
    path,
    kilobytes: of('kilobytes'),
    requests: of('requests'),
    firstPaint: of('firstPaint'),
    largestPaint: of('largestPaint'),
  }
}

const site = await openPublicSite()
await tellAll(site)
const served = await serveSite(site)
const browser = await launchBrowser()
const paths = [
  ...['/en/', '/zh/', '/en/partners', `/en/partners/${queenMary.ror}`, `/en/agreements/${site.agreement}`, '/en/news'],
  ...[`/en/news/${signingStory.slug}`, `/zh/news/${signingStory.slug}`, `/en/events/${site.ceremony}`, '/verify'],
]
const table: Figures[] = []
try {
  // The first page of a new browser pays for the browser.
  await once(browser, `${served.url}/en/`)
  for (const path of paths) table.push(await measure(browser, served.url, path))
} finally {
  await browser.close()
  await served.close()
  await site.close()
}

console.log(
  'page                                                  kB   requests   first paint   largest paint   (aim 200 kB, 1000 ms)',
)
for (const { path, kilobytes, requests, firstPaint, largestPaint } of table) {
  const cells = [
    String(kilobytes).padStart(7),
    String(requests).padStart(10),
    `${firstPaint} ms`.padStart(13),
    `${largestPaint} ms`.padStart(15),
  ]
  console.log(`${path.slice(0, 48).padEnd(48)}${cells.join(' ')}`)
}
console.log(
  JSON.stringify({
    bench: 'site',
    line: '9 Mbit/s, 170 ms',
    runs,
    pages: table.map(({ path, kilobytes, requests, firstPaint, largestPaint }) => ({
      path,
      transferred: { value: kilobytes, unit: 'kB' },
      requests: { value: requests, unit: 'requests' },
      firstPaint: { value: firstPaint, unit: 'ms' },
      largestPaint: { value: largestPaint, unit: 'ms' },
    })),
    comparedWith: '/verify, drawn with the styles and fonts of the office, in the same run',
  }),
)
process.exit(0)
