/** The whole way without a mouse: Tab to what is wanted, Enter, typing only into what has the focus. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { sampleAgreementId } from '#cast/agreement.ts'
import {
  authenticator,
  openTwoBrowsers,
  type Side,
  signInAddress,
  type TwoBrowsers,
  until,
} from '#test/support/two-browsers.ts'

const at = `/agreements/${sampleAgreementId}`
let both: TwoBrowsers
before(async () => {
  both = await openTwoBrowsers()
})
after(() => both?.close())

interface Focused {
  tag: string
  text: string
  name: string
  /** Of the form it stands in. */
  action: string
  /** On the screen, with a ring around it. */
  seen: boolean
}

/** Runs in the page. */
function focused(): Focused {
  const element = document.activeElement as HTMLElement
  const { width, top, bottom } = element.getBoundingClientRect()
  return {
    tag: element.tagName.toLowerCase(),
    text: element.textContent?.trim() ?? '',
    name: element.getAttribute('name') ?? '',
    action: element.closest('form')?.getAttribute('action') ?? '',
    seen: width > 0 && top >= -1 && bottom <= innerHeight + 1 && getComputedStyle(element).outlineStyle !== 'none',
  }
}

/** Presses Tab until the focus is where it is wanted; on the way it may never be lost from sight. */
async function reach(page: Page, wanted: (f: Focused) => boolean, what: string): Promise<void> {
  for (let presses = 0; presses < 120; presses++) {
    await page.keyboard.press('Tab')
    const now = await page.evaluate(focused)
    if (now.tag === 'body') continue
    assert.ok(now.seen, `nobody sees where the focus is: ${JSON.stringify(now)} on ${page.url()}`)
    if (wanted(now)) return
  }
  assert.fail(`Tab does not lead to ${what} on ${page.url()}`)
}

/** Presses what reads so: a link, a button, the summary of a dialog. */
async function press(page: Page, label: RegExp): Promise<void> {
  await reach(page, ({ tag, text }) => ['a', 'button', 'summary'].includes(tag) && label.test(text), String(label))
  await page.keyboard.press('Enter')
}

/** Presses what leads to another page, and waits for it. */
async function follow(page: Page, label: RegExp): Promise<void> {
  const arrived = page.waitForEvent('framenavigated')
  await press(page, label)
  await arrived
  await page.waitForLoadState()
}

async function type(page: Page, field: string, words: string): Promise<void> {
  await reach(page, ({ name }) => name === field, `the field ${field}`)
  await page.keyboard.press('Control+A')
  await page.keyboard.insertText(words)
}

/** Everybody has a browser of their own, in English. */
async function person(side: Side, part: string): Promise<Page> {
  const page = await (await side.browser.newContext({ locale: 'en-GB' })).newPage()
  await authenticator(page)
  const { url, form } = await signInAddress({ ...side, language: 'en' }, part)
  await page.goto(url)
  const arrived = page.waitForURL((to) => !to.pathname.startsWith('/sign-in'))
  await reach(page, ({ tag, action }) => tag === 'button' && action === form, 'the button that signs in')
  await page.keyboard.press('Enter')
  await arrived
  return page
}

test('edit, send, comment, freeze, approve and sign by keyboard alone', { timeout: 900_000 }, async () => {
  const { hust, queenMary } = both
  const presidents = [await person(hust, 'president'), await person(queenMary, 'president')]
  for (const page of presidents) {
    await page.goto(new URL('/account', page.url()).href)
    await press(page, /passkey/)
    await page.locator('form[action$="/removal"]').first().waitFor({ state: 'attached' })
  }
  const [wuhan, london] = [await person(hust, 'officer'), await person(queenMary, 'officer')]
  await sendAndAnswer(wuhan, london)
  await approve()
  await until(wuhan, `${at}/signing`, `form[action="${at}/signing-sessions"]`)
  await follow(wuhan, /^Open the session$/)
  for (const page of presidents) await sign(page, new URL(wuhan.url()).pathname)
  for (const page of [wuhan, london]) await until(page, at, `a[href="${at}/verification"]`)
})

async function sendAndAnswer(wuhan: Page, london: Page): Promise<void> {
  await until(wuhan, at, `a[href="${at}/edit"]`)
  await follow(wuhan, /^Edit$/)
  await type(wuhan, 'clause_4_body_en', 'The senior leadership meets twice a year.')
  await type(wuhan, 'clause_4_body_zh', '双方校领导每年会晤两次。')
  await goesOnWhereItWas(wuhan)
  await follow(wuhan, /^Save the draft$/)
  assert.ok(await wuhan.evaluate(() => document.activeElement?.matches('.notice.done')), 'Tab goes on from the answer')
  await press(wuhan, /^Send/)
  await wuhan.locator('dialog:modal').waitFor()
  assert.ok(await wuhan.evaluate(() => document.activeElement?.closest('dialog')), 'the dialog takes the focus')
  await follow(wuhan, /^Send/)
  await until(london, '/agreements', `a[href="${at}"]`)
  await follow(london, /^Key Partnership Agreement$/)
  await type(london, 'body', 'We agree.')
  await follow(london, /^Comment$/)
  for (const page of [london, wuhan]) {
    await until(page, at, page === london ? '[name="body"]' : '[data-proposed="theirs"]')
    await press(page, /freeze/i)
    await page.locator('dialog:modal').waitFor()
    await follow(page, /freeze/i)
  }
}

/** A clause put in or taken out among ten: the page that comes back begins there, not at its top. */
async function goesOnWhereItWas(page: Page): Promise<void> {
  for (const [button, field] of [
    [/^Add a clause below Clause 5$/, 'clause_5_heading_en'],
    [/^Take out Clause 6$/, 'clause_5_heading_en'],
  ] as const) {
    await follow(page, button)
    await page.keyboard.press('Tab')
    assert.equal((await page.evaluate(focused)).name, field)
  }
}

async function approve(): Promise<void> {
  const approvers: [Side, string][] = [
    [both.hust, 'legal'],
    [both.hust, 'vice_president'],
    [both.queenMary, 'partnerships_board'],
  ]
  for (const [side, part] of approvers) {
    const page = await person(side, part)
    await until(page, at, `form[action="${at}/approvals"]`)
    await follow(page, /^Approve/)
  }
}

/** From the morning's page to the signature. */
async function sign(president: Page, room: string): Promise<void> {
  await until(president, '/', `a[href="${room}/sign"]`)
  await follow(president, /^Key Partnership Agreement$/)
  await press(president, /^Sign with your passkey$/)
  await president.locator('passkey-assert').waitFor({ state: 'detached' })
}
