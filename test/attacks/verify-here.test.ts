/** The public page: with scripts the browser judges the file and nothing of it is sent; without, the node does, and says the same. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page, Route } from 'playwright-core'
import { packZip, readZip } from '#src/platform/zip.ts'
import { launchBrowser } from '#test/support/browser.ts'
import { concludedPair, type Packaged } from '#test/support/packaged.ts'

let honest: Packaged
let chromium: Browser
let page: Page
let altered: Uint8Array
const sent: string[] = []
const complaints: string[] = []

before(async () => {
  honest = await concludedPair()
  const files = readZip(honest.bytes)
  files.set('revision-0.pdf', files.get('agreement.pdf')!)
  altered = packZip(files)
  chromium = await launchBrowser()
  page = await openPage(true)
})
after(async () => {
  await chromium?.close()
  await honest?.pair.close()
})

/** A page on the first office's node, reached by its own front door. */
async function openPage(javaScriptEnabled: boolean): Promise<Page> {
  const opened = await (await chromium.newContext({ javaScriptEnabled, locale: 'en-GB' })).newPage()
  if (javaScriptEnabled) await opened.clock.setFixedTime(new Date(honest.pair.now.epochMilliseconds))
  opened.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  opened.on('pageerror', (error) => complaints.push(error.message))
  opened.setDefaultTimeout(10_000)
  await opened.route('**/*', answer)
  await opened.goto(`${honest.pair.hust.publicUrl}/verify`)
  return opened
}

async function answer(route: Route): Promise<void> {
  const request = route.request()
  sent.push(`${request.method()} ${new URL(request.url()).pathname}`)
  const body = request.postDataBuffer()
  const init = {
    method: request.method(),
    headers: { ...(await request.allHeaders()), 'accept-encoding': 'identity' },
    ...(body && { body: new Uint8Array(body) }),
  }
  const got = await honest.pair.hust.app.request(request.url(), init)
  const headers = Object.fromEntries(got.headers)
  await route.fulfill({ status: got.status, headers, body: Buffer.from(await got.arrayBuffer()) })
}

const asFile = (name: string, bytes: Uint8Array) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(bytes),
})

const kinds = () => {
  const document = readZip(honest.bytes).get('agreement.pdf')!
  return [
    { name: 'evidence.zip', bytes: honest.bytes, state: 'complete' },
    { name: 'agreement.pdf', bytes: document, state: 'complete' },
    { name: 'altered.zip', bytes: altered, state: 'altered' },
    { name: 'notes.zip', bytes: packZip(new Map([['notes.txt', Buffer.from('x')]])), state: 'unknown' },
  ]
}

test('a chosen file is judged in the browser: nothing of it is sent', async () => {
  for (const { name, bytes, state } of kinds()) {
    sent.length = 0
    await page.setInputFiles('input[type=file]', asFile(name, bytes))
    await page.locator(`[data-result] .verdict-${state}`).waitFor()
    assert.ok(!sent.some((line) => line.startsWith('POST')), sent.join())
  }
  assert.deepEqual(complaints, [])
})

test('a dropped file is judged too, and pressing Verify sends nothing either', async () => {
  sent.length = 0
  const drop = await page.evaluateHandle(
    (bytes) => {
      const data = new DataTransfer()
      data.items.add(new File([Uint8Array.from(bytes)], 'altered.zip'))
      return data
    },
    [...altered],
  )
  await page.dispatchEvent('h1', 'drop', { dataTransfer: drop })
  await page.locator('[data-result] .verdict-altered').waitFor()
  await page.setInputFiles('input[type=file]', asFile('evidence.zip', honest.bytes))
  await page.click('main form button')
  await page.locator('[data-result] .verdict-complete').waitFor()
  assert.ok(!sent.some((line) => line.startsWith('POST')), sent.join())
  assert.deepEqual(complaints, [])
})

test('without scripts the node judges, with the same answers', async () => {
  const plain = await openPage(false)
  sent.length = 0
  for (const { name, bytes, state } of kinds()) {
    await plain.setInputFiles('input[type=file]', asFile(name, bytes))
    await plain.click('main form button')
    await plain.locator(`[data-earlier] .verdict-${state}`).waitFor()
    assert.ok(sent.includes('POST /verify'))
  }
})
