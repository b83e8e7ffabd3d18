/**
 * A partner without a node: our officer invites two of its people, and by the links in their letters alone they negotiate, approve and
 * sign. One side's pages in 简体中文, the other's in English, and then the other way about.
 */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { after, before, test } from 'node:test'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { launchBrowser } from '#test/support/browser.ts'
import { draftWithTongshan, guests, type Hosting, openHosting, tongshan } from '#test/support/hosting.ts'
import { contextOf, send, signIn } from '#test/support/journey.ts'
import { type Side, until } from '#test/support/two-browsers.ts'

const hostingAt = `/partners/${tongshan.ror}/hosting`
let hosting: Hosting
let browser: Browser
let ours: Side
/** Each guest's own browser. */
const rooms = new Map<string, BrowserContext>()

before(async () => {
  hosting = await openHosting()
  browser = await launchBrowser()
  ours = { node: hosting.node, browser, context: await browser.newContext({ locale: 'zh-CN' }), language: 'zh' }
})
after(async () => {
  await browser?.close()
  await hosting?.close()
})

const sites = {
  get ours() {
    return hosting.node.config.publicUrl
  },
  get theirs() {
    return hosting.theirs().config.publicUrl
  },
}

/** The newest letter in the mailbox to somebody whose subject has these words. @returns where it is shown; null where there is none */
async function newestLetter(page: Page, site: string, to: string, words: RegExp): Promise<string | null> {
  await page.goto(`${site}/mailbox`)
  const row = page.locator('tr', { hasText: to }).filter({ hasText: words }).first().locator('a')
  return (await row.count()) > 0 ? row.getAttribute('href') : null
}

/** Letters read, or left lying, by whom they are to and what they say. */
const known = new Map<string, { to: string; words: RegExp; letter: string | null }>()

/** Waits for a letter that was not there before, and opens it. */
async function awaitLetter(page: Page, site: string, to: string, words: RegExp): Promise<void> {
  const before = known.get(`${to} ${words}`)?.letter ?? null
  let letter = await newestLetter(page, site, to, words)
  for (let tries = 0; tries < 600 && letter === before; tries++) letter = await newestLetter(page, site, to, words)
  known.set(`${to} ${words}`, { to, words, letter })
  await page.locator(`a[href="${letter}"]`).first().click()
}

/** Follows the link of a letter to somebody. */
async function byLetter(site: string, to: string, words: RegExp, language: 'en' | 'zh'): Promise<Page> {
  const room = rooms.get(to) ?? (await contextOf({ ...ours, language }))
  rooms.set(to, room)
  const page = await room.newPage()
  await awaitLetter(page, site, to, words)
  await page.locator('a[href*="/sign-in/link/"]').first().click()
  const action = new URL(page.url()).pathname
  if (action.startsWith('/sign-in/link/')) await page.locator(`form[action="${action}"] button`).click()
  await page.waitForURL((at) => !at.pathname.startsWith('/sign-in'))
  return page
}

async function codeFor(page: Page, site: string, to: string): Promise<string> {
  const letters = await page.context().newPage()
  await awaitLetter(letters, site, to, /one-time code/)
  const code = /\b(\d{8})\b/.exec((await letters.locator('main').textContent()) ?? '')![1]!
  await letters.close()
  return code
}

async function inviteBoth(officer: Page, languages: { officer: 'en' | 'zh'; president: 'en' | 'zh' }): Promise<void> {
  await officer.goto(`${sites.ours}/partners/${tongshan.ror}`)
  await officer.locator(`a[href="${hostingAt}"]`).click()
  await send(officer, hostingAt, { label: 'tongshan' })
  for (const which of ['officer', 'president'] as const) {
    const { latin, native, email, roles } = guests[which]
    const ticked = Object.fromEntries(roles.map((role) => [`role_${role}`, 'yes']))
    await send(officer, `${hostingAt}/guests`, { latin, native, email, language: languages[which], ...ticked })
  }
  for (const language of ['en', 'zh']) {
    await officer.goto(`${sites.ours}${hostingAt}?language=${language}`)
    assert.deepEqual(await axe(officer), [], `${hostingAt} (${language})`)
  }
}

async function axe(page: Page): Promise<string[]> {
  await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'))
  return page.evaluate(
    'axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] }).then((r) => r.violations.map((v) => v.id))',
  )
}

/** From the first version sent to the conclusion; the guests come by links alone. */
async function agree(id: string, office: Page, languages: { officer: 'en' | 'zh'; president: 'en' | 'zh' }) {
  const at = `/agreements/${id}`
  await office.goto(`${sites.ours}${at}`)
  await send(office, `${at}/versions`, { note: '请审阅。' })

  const theirs = sites.theirs
  const guest = guests.officer.email
  const turn = await byLetter(theirs, guest, /Your turn/, languages.officer)
  assert.equal(new URL(turn.url()).pathname, at, 'the letter leads to the very page')
  assert.equal(await turn.locator('html').getAttribute('lang'), languages.officer === 'zh' ? 'zh-CN' : 'en')
  await send(turn, `${at}/comments`, { body: 'One review a year is enough. 每年评估一次即可。' })
  await send(turn, `${at}/signatory`, { account: await accountOf(guests.president.email) })
  await turn.goto(`${theirs}${at}/edit`)
  await turn.locator('[name="clause_4_body_en"]').fill('The senior leadership of the Parties meets twice a year.')
  await turn.locator('[name="clause_4_body_zh"]').fill('双方校领导每年举行两次会晤。')
  await turn.locator(`form[action="${at}/draft"] button[value="save"]`).first().click()
  await turn.waitForURL((url) => url.pathname === at)
  await send(turn, `${at}/versions`)

  await until(office, at, `a[href="${at}/edit"]`)
  await send(office, `${at}/freeze`)
  const freezing = await byLetter(theirs, guest, /proposes to freeze/, languages.officer)
  await send(freezing, `${at}/freeze`)
  const approving = await byLetter(theirs, guests.president.email, /To approve/, languages.president)
  await send(approving, `${at}/approvals`)
  for (const part of ['legal', 'vice_president']) {
    const page = await signIn(ours, part)
    await until(page, at, `form[action="${at}/approvals"]`)
    await send(page, `${at}/approvals`)
    await page.context().close()
  }
  await sign(at, office, languages.president)
}

async function sign(at: string, office: Page, language: 'en' | 'zh'): Promise<void> {
  await until(office, `${at}/signing`, `form[action="${at}/signing-sessions"]`)
  await send(office, `${at}/signing-sessions`)
  await office.waitForURL(/\/signing\/[0-9a-f]{64}$/)
  const room = new URL(office.url()).pathname
  const president = await signIn(ours, 'president')
  await president.goto(`${sites.ours}${room}/sign`)
  await consent(president, sites.ours, 'president@hust.example', room)
  const theirs = await byLetter(sites.theirs, guests.president.email, /sign/i, language)
  assert.equal(new URL(theirs.url()).pathname, `${room}/sign`)
  await consent(theirs, sites.theirs, guests.president.email, room)
  await president.context().close()
  await until(office, at, `a[href="${at}/verification"]`)
}

/** By a code sent by mail: none of them has a passkey. */
async function consent(page: Page, site: string, to: string, room: string): Promise<void> {
  await send(page, `${room}/code`)
  await send(page, `${room}/code-consent`, { code: await codeFor(page, site, to) })
}

async function accountOf(email: string): Promise<string> {
  const rows = hosting.theirs().db.selectFrom('account').select('id').where('email', '=', email)
  return (await rows.executeTakeFirstOrThrow()).id
}

async function concluded(id: string): Promise<void> {
  for (const { db } of [hosting.node, hosting.theirs()]) {
    for (let tries = 0; tries < 600; tries++) {
      const { state } = await db.selectFrom('agreement').select('state').where('id', '=', id).executeTakeFirstOrThrow()
      if (state === 'concluded') break
      await new Promise((done) => setTimeout(done, 100))
    }
    const row = await db.selectFrom('agreement').select('state').where('id', '=', id).executeTakeFirstOrThrow()
    assert.equal(row.state, 'concluded')
  }
}

test('two people of a partner without a node negotiate, approve and sign by links alone', {
  timeout: 900_000,
}, async () => {
  const languages = { officer: 'zh', president: 'en' } as const
  const office = await signIn(ours, 'officer')
  await inviteBoth(office, languages)
  const id = await draftWithTongshan(hosting.node)
  await agree(id, office, languages)
  await concluded(id)
  await office.goto(`${sites.ours}/agreements/${id}/verification?language=en`)
  assert.match((await office.locator('main').textContent()) ?? '', /no independent second log/)
  const [guest] = (await rooms.get(guests.officer.email)!.pages()).slice(-1)
  await guest!.goto(`${sites.theirs}/agreements/${id}/verification?language=zh`)
  assert.match((await guest!.locator('main').textContent()) ?? '', /没有独立的第二份日志/)
  await office.context().close()
})

test('and the other way about in the languages, after a restart', { timeout: 900_000 }, async () => {
  await hosting.restart()
  ours = { ...ours, node: hosting.node, language: 'en' }
  for (const room of rooms.values()) await room.close()
  rooms.clear()
  const languages = { officer: 'en', president: 'zh' } as const
  for (let tries = 0; tries < 600 && !hosting.node.hosted.find(tongshan.ror); tries++)
    await new Promise((done) => setTimeout(done, 50))
  for (const which of ['officer', 'president'] as const) {
    const set = hosting.theirs().db.updateTable('account').set({ language: languages[which] })
    await set.where('email', '=', guests[which].email).execute()
  }
  const office = await signIn(ours, 'officer')
  // What came about the first agreement is old post.
  for (const [key, { to, words }] of known)
    known.set(key, { to, words, letter: await newestLetter(office, sites.theirs, to, words) })
  const id = await draftWithTongshan(hosting.node)
  await agree(id, office, languages)
  await concluded(id)
})
