/** The islands in a real browser: what someone is doing survives a renewal, and what changed is told. */
import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from '#test/support/browser.ts'
import { type LivePage, startLivePage } from '#test/ui/live-page.ts'

let browser: Browser
let live: LivePage
let page: Page
let errors: string[]

before(async () => {
  browser = await launchBrowser()
  live = await startLivePage()
})
after(async () => {
  await browser?.close()
  live?.close()
})
beforeEach(async () => {
  Object.assign(live.state, { seats: ['signed', 'reading'], notice: false, moved: false, broken: false })
  await page?.close()
  page = await browser.newPage()
  errors = []
  page.on('pageerror', (error) => errors.push(error.message))
  await page.goto(live.url)
  await page.waitForSelector('.copy-button')
  await until(() => live.streams() === 1)
})

/** Asks again on each turn of the browser until something on the server's side is so. */
async function until(so: () => boolean): Promise<void> {
  while (!so()) await page.evaluate(() => new Promise(requestAnimationFrame))
}

const state = (which: string) => page.locator(`.room-half.${which} .seat-state strong`)

test('a renewal keeps an open question, what was typed in it and the focus', async () => {
  await page.click('#decline summary')
  await page.waitForSelector('dialog:modal')
  await page.fill('#decline-reason', 'because')
  live.state.seats = ['signed', 'consented']
  live.announce()
  await state('right').filter({ hasText: 'consented' }).waitFor()
  assert.equal(await page.inputValue('#decline-reason'), 'because')
  assert.equal(await page.locator('dialog:modal').count(), 1)
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'decline-reason')
  assert.deepEqual(errors, [])
})

test('what changed is read out, and only that', async () => {
  live.state.seats = ['signed', 'consented']
  live.announce()
  await page.locator('p[role="status"].visually-hidden', { hasText: /./ }).waitFor()
  assert.equal(await page.textContent('p[role="status"].visually-hidden'), 'Bob: consented')
})

test('a notice that comes in above a form leaves the form and its text alone', async () => {
  await page.fill('#f-note', 'half a thought')
  await page.evaluate(() => document.querySelector('dirty-form')?.setAttribute('style', '--same: 1'))
  live.state.seats = ['signed', 'signed']
  live.state.notice = true
  live.announce()
  await page.locator('.notice.done').waitFor()
  assert.equal(await page.inputValue('#f-note'), 'half a thought')
  assert.equal(await page.locator('dirty-form[style]').count(), 1)
  assert.equal(await page.locator('.copy-button').count(), 1)
  assert.equal(await page.locator('.unsaved').count(), 1)
  assert.equal(await page.locator('.chirograph.tall.state-both').count(), 1)
})

test('the question closes by Escape, gives the focus back, and opens again after a renewal', async () => {
  await page.click('#decline summary')
  await page.waitForSelector('dialog:modal')
  await page.keyboard.press('Escape')
  await page.waitForSelector('#decline:not([open])')
  assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'SUMMARY')
  live.state.seats = ['signed', 'consented']
  live.announce()
  await state('right').filter({ hasText: 'consented' }).waitFor()
  await page.click('#decline summary')
  await page.waitForSelector('dialog:modal')
  assert.equal(await page.locator('dialog .close').count(), 1)
})

test('a lost connection is told, and the page catches up by itself', async () => {
  live.state.broken = true
  live.cut()
  await page.locator('p.live-status', { hasText: 'No connection' }).waitFor({ timeout: 20_000 })
  live.state.broken = false
  await page.locator('p.live-status', { hasText: /^$/ }).waitFor({ state: 'attached', timeout: 20_000 })
  live.state.seats = ['signed', 'signed']
  live.announce()
  await state('right').filter({ hasText: 'signed' }).waitFor()
})

test('when the page has moved on, the reader gets the new one', async () => {
  live.state.moved = true
  live.announce()
  await page.locator('h1', { hasText: 'Moved on' }).waitFor()
  assert.deepEqual(errors, [])
})

test('without scripts the question unfolds in place', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const plain = await context.newPage()
  await plain.goto(live.url)
  assert.equal(await plain.locator('#decline-reason').isVisible(), false)
  await plain.click('#decline summary')
  assert.equal(await plain.locator('#decline-reason').isVisible(), true)
  await context.close()
})
