/** The stage in a real browser: what a hall and a screen reader get, the console by keyboard, and every scene checked for access and fit. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { HtmlValidate } from 'html-validate'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { cookieName, sessionCookieName } from '#src/platform/people/cookies.ts'
import { beginSession } from '#src/platform/people/sessions.ts'
import { findBrowser } from '#test/support/browser.ts'
import { planAt } from '#test/support/ceremony.ts'
import type { Who } from '#test/support/office.ts'
import { samplePdf } from '#test/support/sample-pdf.ts'
import { openStages, press, type StagedPair, stageAt, stagedCeremony } from '#test/support/stage.ts'

let pair: StagedPair
let browser: Browser
let id: string
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const sizes = [
  { width: 1920, height: 1080 },
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
]

before(async () => {
  pair = await openStages()
  ;({ id } = await stagedCeremony(pair))
  const { path, args, env } = findBrowser()
  const { port } = new URL(pair.address(pair.hust))
  const rule = `--host-resolver-rules=MAP ${new URL(pair.hust.publicUrl).host} 127.0.0.1:${port}`
  browser = await chromium.launch({ executablePath: path, args: [...args, rule], env: env as Record<string, string> })
})
after(async () => {
  await browser?.close()
  await pair?.close()
})

interface Wanted {
  who?: Who
  language?: 'en' | 'zh'
  scheme?: 'light' | 'dark'
  scripts?: boolean
}

async function context({
  who,
  language = 'en',
  scheme = 'light',
  scripts = true,
}: Wanted = {}): Promise<BrowserContext> {
  const { publicUrl, database } = pair.hust
  const made = await browser.newContext({
    viewport: sizes[0]!,
    colorScheme: scheme,
    reducedMotion: 'reduce',
    javaScriptEnabled: scripts,
  })
  const cookies: { name: string; value: string; url: string }[] = [
    { name: cookieName(publicUrl, 'language'), value: language, url: publicUrl },
  ]
  if (who) {
    const { account } = await pair.hust.visitor(who)
    const session = { account: account.id, method: 'link', browser: 'test', now: pair.now, sessionDays: 1 } as const
    const { token } = await database.db.transaction().execute((tx) => beginSession(tx, session))
    cookies.push({ name: sessionCookieName(publicUrl), value: token, url: publicUrl })
  }
  await made.addCookies(cookies)
  return made
}

async function open(path: string, wanted: Wanted = {}): Promise<Page> {
  const page = await (await context(wanted)).newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  await page.goto(pair.hust.publicUrl + path)
  page.on('close', () => assert.deepEqual(errors, []))
  return page
}

async function pressed(act: Parameters<typeof press>[2], more?: Record<string, string>): Promise<void> {
  assert.equal((await press(pair.hust, id, act, more)).status, 303)
}

const officer = () => pair.hust.browser('officer')
const said = (page: Page) => page.locator('#stage-said').textContent()

test('a screen reader hears each change of item once, whatever else changes, and again nothing after a lost connection', async () => {
  await pressed('open_doors')
  const page = await open(`/live/${id}`)
  await page.evaluate(() => {
    const heard: string[] = []
    const place = document.querySelector('#stage-said')!
    new MutationObserver(() => heard.push(place.textContent ?? '')).observe(place, {
      childList: true,
      subtree: true,
      characterData: true,
    })
    Object.assign(window, { heard })
  })
  const items = (await planAt(pair.hust, id)).items.slice(0, 3)
  for (const [n, item] of items.entries()) {
    await pressed(n === 0 ? 'start' : 'next')
    await page.locator('#stage-said', { hasText: item.title.en }).waitFor({ state: 'attached' })
    const line = { language: 'en', lines: `Line ${n}`, id: crypto.randomUUID() }
    await (await officer()).post(`/ceremonies/${id}/captions`, line)
    await page.locator('.caption-line', { hasText: `Line ${n}` }).waitFor()
  }
  await pressed('hold')
  await page.locator('.stage-pause').waitFor()
  await pressed('resume')
  await page.locator('.stage-pause').waitFor({ state: 'detached' })
  await page.evaluate(() => dispatchEvent(new Event('pagehide')))
  await page.evaluate(() => dispatchEvent(new Event('pageshow')))
  await (await officer()).post(`/ceremonies/${id}/captions`, {
    language: 'zh',
    lines: '回来了',
    id: crypto.randomUUID(),
  })
  await page.locator('.caption-line', { hasText: '回来了' }).waitFor()
  const heard = await page.evaluate(() => (window as unknown as { heard: string[] }).heard)
  const told = [...new Set(heard)].filter((text, i, all) => i === all.length - 1 || text !== '')
  for (const { title } of items) assert.equal(told.filter((text) => text.includes(title.en)).length, 1, title.en)
  assert.match((await said(page))!, new RegExp(items[2]!.title.en))
  await page.context().close()
})

test('the time left is that of the item on stage at once, not at the next tick', async () => {
  const page = await open(`/live/${id}`)
  await page.locator('.countdown-left').waitFor()
  const figure = await page.evaluate(() => {
    const countdown = document.querySelector('stage-countdown')!
    countdown.setAttribute('held', '1000')
    countdown.setAttribute('until', String(1_000 + 61_000))
    return countdown.querySelector('.countdown-left')?.textContent
  })
  assert.equal(figure, '1:01')
  await page.context().close()
})

test('without scripts the page shows the present state and loads itself again', async () => {
  const page = await open(`/live/${id}`, { scripts: false })
  assert.equal(await page.locator('meta[http-equiv="refresh"]').count(), 1)
  assert.match((await page.locator('.countdown').textContent())!, /until .*\d\d:\d\d Wuhan .* \d\d:\d\d London/)
  await page.context().close()
})

test('the console is run by keyboard alone, with the tab key or with keys that were switched on', async () => {
  const page = await open(`/ceremonies/${id}/console`, { who: 'officer' })
  const before = await stageAt(pair.hust, id)
  await page.keyboard.press('ArrowRight')
  await page.locator('#stage-keys-on').focus()
  await page.keyboard.press('Space')
  assert.deepEqual(await stageAt(pair.hust, id), before, 'keys are off until they are switched on')
  const gone = page.waitForURL(/console/, { waitUntil: 'load' })
  await Promise.all([page.waitForResponse((r) => r.request().method() === 'POST'), page.keyboard.press('ArrowRight')])
  await gone
  await page.waitForLoadState()
  assert.equal((await stageAt(pair.hust, id)).rev, before.rev + 1)
  assert.equal(await page.locator('#stage-keys-on').isChecked(), true)
  await page.locator('input[name="text"]').focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.type('Two minutes')
  await Promise.all([page.waitForResponse((r) => r.request().method() === 'POST'), page.keyboard.press('Enter')])
  await page.locator('.note-now', { hasText: 'Two minutes' }).waitFor()
  assert.equal((await stageAt(pair.hust, id)).rev, before.rev + 1, 'who types presses nothing')
  await page.locator('.console-keys button', { hasText: 'Hold' }).focus()
  await Promise.all([page.waitForResponse((r) => r.request().method() === 'POST'), page.keyboard.press('Enter')])
  await page.locator('.console-keys button', { hasText: 'Go on' }).waitFor()
  await pressed('resume')
  await page.context().close()
})

test('an interpreter pastes lines and sends one with each Enter', async () => {
  const page = await open(`/ceremonies/${id}/captions`, { who: 'officer' })
  const box = page.locator('#lines-en')
  await box.fill('First of three\nSecond of three\nThird of three')
  for (const text of ['First of three', 'Second of three']) {
    await box.press('Enter')
    await page.locator('#captions-en .caption-now > p', { hasText: text }).waitFor()
  }
  assert.equal(await box.inputValue(), 'Third of three')
  const rows = await pair.hust.database.db
    .selectFrom('stage_caption')
    .select('text')
    .where('text', 'like', '% of three')
    .orderBy('at')
    .execute()
  assert.deepEqual(
    rows.map(({ text }) => text),
    ['First of three', 'Second of three'],
  )
  await page.context().close()
})

interface Found {
  id: string
  nodes: { html: string; failureSummary?: string }[]
}

async function check(page: Page, where: string): Promise<void> {
  await page.evaluate(axe)
  const { violations } = (await page.evaluate(
    'axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] })',
  )) as { violations: Found[] }
  assert.deepEqual(
    violations.map((v) => `${v.id}: ${v.nodes.map((n) => `${n.html} ${n.failureSummary}`).join(' ')}`),
    [],
    where,
  )
}

/** Nothing sticks out of its place, and on a wide screen nothing needs to be scrolled to. */
async function fits(page: Page, where: string): Promise<void> {
  for (const size of sizes) {
    await page.setViewportSize(size)
    const over = await page.evaluate(() => {
      const { scrollWidth, scrollHeight, clientWidth, clientHeight } = document.documentElement
      const cut = [
        ...document.querySelectorAll('.scene, .name-card, .house-name, .stage-who, .backdrop-words, .caption p'),
      ].filter(
        (part) =>
          part.scrollWidth > part.clientWidth + 1 ||
          (part.clientHeight > 0 && part.scrollHeight > part.clientHeight + 2),
      )
      return {
        wide: scrollWidth - clientWidth,
        high: scrollHeight - clientHeight,
        cut: cut.map((part) => part.className || part.tagName),
      }
    })
    assert.equal(over.wide, 0, `${where} at ${size.width} is too wide`)
    if (size.width > 1000) assert.deepEqual([over.high, over.cut], [0, []], `${where} at ${size.width}`)
  }
  await page.setViewportSize(sizes[0]!)
}

test('every scene passes axe, is valid HTML and fits three screens, in light and dark', {
  timeout: 900_000,
}, async () => {
  const rules = JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', '.htmlvalidate.json'), 'utf8'))
  const validator = new HtmlValidate(rules)
  const valid = async (path: string) => {
    const html = await (await officer()).read(path)
    const report = await validator.validateString(html, join(import.meta.dirname, '..', '..', 'page.html'))
    assert.deepEqual(
      report.results.flatMap((r) => r.messages.map((m) => `${m.ruleId} ${m.line}: ${m.message}`)),
      [],
      path,
    )
  }
  const { items } = await planAt(pair.hust, id)
  const form = new FormData()
  form.set('item', items[2]!.id)
  form.set('pdf', new File([samplePdf(2)], 'slides.pdf', { type: 'application/pdf' }))
  assert.equal((await (await officer()).post(`/slides/${id}`, form)).status, 303)
  const pages = [await open(`/live/${id}`), await open(`/live/${id}`, { scheme: 'dark' })]
  const scenes: [Parameters<typeof press>[2], Record<string, string>, string][] = [
    ['go', { item: items[1]!.id }, '.scene-speech .name-card'],
    ['go', { item: items.find(({ block }) => block === 'dialogue')!.id }, '.without-speaker'],
    ['go', { item: items[2]!.id }, '.scene-speech .name-card'],
    ['show_slides', {}, '.scene-slides img.slide'],
    ['start_signing', {}, '.scene-signing'],
    ['photograph', {}, '.scene-backdrop'],
    ['hold', {}, '.stage-pause'],
  ]
  for (const [act, more, shows] of scenes) {
    await pressed(act, more)
    for (const page of pages) {
      await page.locator(shows).first().waitFor()
      await check(page, `${act} ${shows}`)
      await fits(page, `${act} ${shows}`)
    }
    await valid(`/live/${id}`)
  }
  for (const path of ['console', 'captions', 'speaker', 'desk']) {
    for (const language of ['en', 'zh'] as const) {
      const page = await open(`/ceremonies/${id}/${path}`, {
        who: 'officer',
        language,
        scheme: language === 'zh' ? 'dark' : 'light',
      })
      await check(page, `${path} ${language}`)
      for (const size of sizes) {
        await page.setViewportSize(size)
        const wide = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        assert.equal(wide, 0, `${path} ${language} at ${size.width}`)
      }
      await page.context().close()
    }
    await valid(`/ceremonies/${id}/${path}`)
  }
  for (const page of pages) await page.context().close()
})
