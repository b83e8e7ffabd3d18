/**
 * The ceremony of 2021 in six browsers on two nodes: two moderators, two presidents, an interpreter, a viewer. HUST reads
 * 简体中文, Queen Mary English. From the plan to the signed agreement, seen by everyone as it happens.
 */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { sampleAgreementId } from '#cast/agreement.ts'
import { wholePlay } from '#src/command/self-test/play.ts'
import { stageOf } from '#src/command/self-test.ts'
import { listAccounts, trySignInPath } from '#src/platform/people/index.ts'
import { pageTexts } from '#src/platform/render/index.ts'
import { addPasskey, contextOf, send, signIn } from '#test/support/journey.ts'
import { checkSizes, watch } from '#test/support/page-checks.ts'
import { tellEachOther, tellTogether } from '#test/support/story-play.ts'
import { openTwoBrowsers, type Side, type TwoBrowsers, until } from '#test/support/two-browsers.ts'

let j: TwoBrowsers
let ceremony: string
const desks: Record<string, Page> = {}
const clean: (() => void)[] = []

before(async () => {
  j = await openTwoBrowsers()
})
after(() => j?.close())

const of = (side: Side, path: string) => `${side.node.config.publicUrl}${path}`
const agreementAt = `/agreements/${sampleAgreementId}`

async function desk(name: string, side: Side, part: string): Promise<Page> {
  const page = await signIn(side, part)
  clean.push(watch(page))
  desks[name] = page
  return page
}

test('before: six people at their desks, the agreement frozen and approved by both', { timeout: 900_000 }, async () => {
  const { hust, queenMary } = j
  await addPasskey(await desk('president of HUST', hust, 'president'), hust)
  await addPasskey(await desk('president of Queen Mary', queenMary, 'president'), queenMary)
  const stage = stageOf([hust.node, queenMary.node])
  // The presidents' own passkeys are there; pairing comes with the sample.
  const opening = wholePlay.findIndex(({ name }) => name === 'an officer opens the signing session')
  for (const { run } of wholePlay.slice(2, opening)) await run(stage)
  await desk('moderator in Wuhan', hust, 'officer')
  await desk('moderator in London', queenMary, 'officer')
  const viewer = await (await contextOf(queenMary)).newPage()
  clean.push(watch(viewer))
  desks.viewer = viewer
})

test('plan: one side begins, both fill in their part and say yes', { timeout: 900_000 }, async () => {
  const { hust, queenMary } = j
  const wuhan = desks['moderator in Wuhan']!
  await wuhan.goto(of(hust, `/ceremonies/new?agreement=${sampleAgreementId}`))
  const date = Temporal.Now.plainDateISO('Asia/Shanghai').add({ days: 60 })
  await send(wuhan, '/ceremonies', { date: date.toString(), time: '16:00' })
  await wuhan.waitForURL(/\/ceremonies\/[0-9a-f-]{36}/)
  ceremony = /[0-9a-f-]{36}/.exec(wuhan.url())![0]
  const at = `/ceremonies/${ceremony}`
  await wuhan.goto(of(hust, `${at}/frame/edit`))
  await wuhan.locator('[name="open"]').check()
  await wuhan.locator(`form[action="${at}/frame"] button[value="save"]`).first().click()
  await wuhan.waitForURL((url) => url.pathname === at)
  await addConsul(wuhan, hust, at)
  await send(wuhan, `${at}/share`)

  const london = desks['moderator in London']!
  await until(london, of(queenMary, '/ceremonies'), `a[href="${at}"]`)
  await london.goto(of(queenMary, `${at}/sheet/edit`))
  await london.locator('[name="hall_en"]').fill('Octagon, Mile End')
  await london.locator('[name="hall_zh"]').fill('Mile End 校区 Octagon 厅')
  await london.locator(`form[action="${at}/sheet"] button[value="save"]`).first().click()
  await london.waitForURL((url) => url.pathname === at)
  for (const [page, side] of [
    [wuhan, hust],
    [london, queenMary],
  ] as const) {
    await until(page, of(side, at), `form[action="${at}/confirm"]`)
    await send(page, `${at}/confirm`)
  }
  await until(wuhan, of(hust, at), 'text=Octagon')
  await checkSizes(wuhan, 'plan')
  await checkSizes(london, 'plan in London')
  await send(wuhan, `${at}/duties`, { email: 'interpreter@hust.example', latin: 'Ines Pereira', duty: 'interpreter' })
  await send(wuhan, `${at}/rehearsals`)
})

/** A guest of neither university, with a place in the order of precedence. */
async function addConsul(page: Page, side: Side, at: string): Promise<void> {
  await page.goto(of(side, `${at}/sheet/edit`))
  const form = page.locator(`form[action="${at}/sheet"]`)
  await form.locator('button[value="guest"]').first().click()
  await page.waitForLoadState()
  const last = page.locator('[name^="guest_"][name$="_latin"]').last()
  const n = /guest_(\d+)_/.exec((await last.getAttribute('name'))!)![1]
  const fill = (name: string, value: string) => page.locator(`[name="guest_${n}_${name}"]`).fill(value)
  await fill('latin', 'Martin Walley')
  await fill('title_en', 'British Deputy Consul General in Wuhan')
  await fill('organisation_en', 'British Consulate General Wuhan')
  await form.locator('button[value="save"]').first().click()
  await page.waitForURL((url) => url.pathname === at)
}

/** The interpreter has a duty and no role; their own sign-in link leads them to it. */
async function interpreter(): Promise<Page> {
  const { hust } = j
  const account = (await listAccounts(hust.node.db)).find((a) => a.account.email === 'interpreter@hust.example')!
  const path = trySignInPath(account.account.id)
  const page = await (await contextOf(hust)).newPage()
  await page.goto(of(hust, path))
  await page.locator(`form[action="${path}"] button`).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
  clean.push(watch(page))
  return page
}

/** Presses a button of the console that leads the stage. */
async function press(act: string): Promise<void> {
  const wuhan = desks['moderator in Wuhan']!
  const at = `/ceremonies/${ceremony}`
  if (!wuhan.url().endsWith('/console')) await wuhan.goto(of(j.hust, `${at}/console`))
  await send(wuhan, `${at}/stage`, {}, { having: `input[name="act"][value="${act}"]` })
}

const shows = (page: Page, words: string | RegExp) =>
  page.locator('.stage', { hasText: words }).first().waitFor({ timeout: 60_000 })

/** What was on stage for less than five seconds counts as passed over; both speeches are planned for eight minutes. */
const longEnough = (page: Page) =>
  page
    .locator('.stage .countdown-left', { hasText: /^7:([0-4]\d|5[0-4])$/ })
    .first()
    .waitFor({ timeout: 60_000 })

test('papers: one click each, in both languages', { timeout: 900_000 }, async () => {
  const { hust } = j
  const wuhan = desks['moderator in Wuhan']!
  await wuhan.goto(of(hust, `/ceremonies/${ceremony}/papers`))
  await checkSizes(wuhan, 'papers')
  const links = await wuhan
    .locator('a[href*=".pdf"]')
    .evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).href))
  assert.ok(links.length >= 5, links.join(' '))
  for (const link of new Set(links)) {
    const bytes = await wuhan.evaluate(async (href) => {
      const answer = await fetch(href)
      return answer.ok ? [...new Uint8Array(await answer.arrayBuffer())] : [answer.status]
    }, link)
    const text = (await pageTexts(Uint8Array.from(bytes))).join('\n')
    assert.match(text, /Li Yuanyuan|Colin Bailey|Martin Walley|重点合作伙伴/, link)
  }
})

test('rehearsal: the same stage, and nothing of it counts', { timeout: 900_000 }, async () => {
  const { hust, queenMary } = j
  const wuhan = desks['moderator in Wuhan']!
  const row = hust.node.db.selectFrom('ceremony').select('id').where('rehearsal_of', '=', ceremony)
  const { id } = await row.executeTakeFirstOrThrow()
  await wuhan.goto(of(hust, `/ceremonies/${id}/console`))
  for (const act of ['open_doors', 'start', 'next'])
    await send(wuhan, `/ceremonies/${id}/stage`, {}, { having: `input[name="act"][value="${act}"]` })
  await wuhan.goto(of(hust, `/live/${id}`))
  assert.match((await wuhan.locator('.stage').textContent())!, /Rehearsal\s*彩排/)
  await desks.viewer!.goto(of(queenMary, `/live/${id}`))
  assert.match(desks.viewer!.url(), /\/sign-in/, 'the public never sees it')
  await wuhan.goto(of(hust, `/ceremonies/${id}`))
  await send(wuhan, `/ceremonies/${id}/end-rehearsal`)
  const { state } = await hust.node.db.selectFrom('agreement').select('state').executeTakeFirstOrThrow()
  assert.equal(state, 'approved')
})

test('the stage: everyone sees what happens, as it happens', { timeout: 900_000 }, async () => {
  const { hust, queenMary } = j
  const viewer = desks.viewer!
  const hall = await (await contextOf(hust)).newPage()
  await hall.setViewportSize({ width: 1920, height: 1080 })
  clean.push(watch(hall))
  await press('open_doors')
  await hall.goto(of(hust, `/live/${ceremony}`))
  await until(viewer, of(queenMary, `/live/${ceremony}`), '.stage')
  await checkSizes(hall, 'doors', [1920])
  let loads = 0
  viewer.on('framenavigated', () => loads++)
  const heard = await listen(viewer)

  await press('start')
  const pen = await interpreter()
  desks.interpreter = pen
  await pen.goto(of(hust, `/ceremonies/${ceremony}/captions`))
  await press('next')
  await shows(viewer, 'Li Yuanyuan')
  await caption(pen, 'en', 'Distinguished guests, welcome.')
  await caption(pen, 'zh', '尊敬的各位来宾，欢迎。')
  await shows(viewer, 'Distinguished guests, welcome.')
  await longEnough(viewer)
  await shows(hall, '尊敬的各位来宾，欢迎。')
  await checkSizes(viewer, 'speech', [1440, 390])
  await checkSizes(hall, 'speech in the hall', [1920])
  await checkSizes(desks['moderator in Wuhan']!, 'console')
  await press('next')
  await shows(viewer, 'Colin Bailey')
  await caption(pen, 'en', 'Thank you. We have come a long way since 2019.')
  await shows(viewer, 'We have come a long way since 2019.')
  await longEnough(viewer)
  assert.equal(loads, 0, 'nothing was loaded anew')
  const told = await heard()
  for (const name of ['Li Yuanyuan', 'Colin Bailey'])
    assert.equal(
      told.filter((words) => words.includes(name)).length,
      1,
      `${name} is announced once: ${told.join(' / ')}`,
    )

  await press('start_signing')
  await shows(viewer, 'Huazhong University')
  await openSession()
  await consent('president of HUST', hust)
  await hall.locator('.stage', { hasText: /consented/ }).waitFor({ timeout: 60_000 })
  await checkSizes(hall, 'one has consented', [1920])
  await consent('president of Queen Mary', queenMary)
  for (const side of [hust, queenMary]) await concluded(side)
  await until(
    desks['moderator in Wuhan']!,
    of(hust, `/ceremonies/${ceremony}/console`),
    'input[value="declare_concluded"]',
  )
  await press('declare_concluded')
  await shows(viewer, 'The agreement is concluded.')
  await shows(hall, '协议签署完成')
  await checkSizes(hall, 'concluded', [1920])
  await checkSizes(viewer, 'concluded at home', [1440, 390])
  await press('photograph')
  await press('end')
  await shows(viewer, /ended|结束/)
  assert.equal(loads, 0)
})

/** What a screen reader is told of the stage, from now on. */
async function listen(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const heard: string[] = []
    Object.assign(window, { heard })
    const said = document.getElementById('stage-said')!
    new MutationObserver(() => {
      const words = said.textContent!.trim()
      if (words && words !== heard.at(-1)) heard.push(words)
    }).observe(said, { childList: true, characterData: true, subtree: true })
  })
  return () => page.evaluate(() => (window as unknown as { heard: string[] }).heard)
}

async function caption(page: Page, language: 'en' | 'zh', words: string): Promise<void> {
  const box = page.locator(`#lines-${language}`)
  await box.fill(words)
  await box.press('Enter')
}

/** The officers open the signing session as for any agreement; the stage only shows it. */
async function openSession(): Promise<void> {
  const wuhan = desks['moderator in Wuhan']!
  await until(wuhan, of(j.hust, `${agreementAt}/signing`), `form[action="${agreementAt}/signing-sessions"]`)
  await send(wuhan, `${agreementAt}/signing-sessions`)
  await wuhan.waitForURL(/\/signing\/[0-9a-f]{64}$/)
}

async function consent(name: string, side: Side): Promise<void> {
  const page = desks[name]!
  await until(page, of(side, `/ceremonies/${ceremony}/desk`), 'a[href^="/signing/"]')
  await checkSizes(page, `desk of the ${name}`, [390])
  await page.goto(of(side, (await page.locator('a[href^="/signing/"]').first().getAttribute('href'))!))
  await page.locator('passkey-assert form button').click()
  await page.locator('passkey-assert').waitFor({ state: 'detached' })
}

async function concluded(side: Side): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    const { state } = await side.node.db.selectFrom('agreement').select('state').executeTakeFirstOrThrow()
    if (state === 'concluded') return
    await desks.viewer!.waitForTimeout(100)
  }
  assert.fail('the agreement was not concluded')
}

let story: string
const newsroom = () => ({ ...j, desks, desk, ceremony })

test('the story: drafted from the ceremony in both languages, with a photograph, approved by both', {
  timeout: 900_000,
}, async () => {
  story = await tellTogether(newsroom())
})

test('published: on both sites, in both languages, each story leading to the other’s', {
  timeout: 900_000,
}, async () => {
  await tellEachOther(newsroom(), story)
})

test('the public site shows what came of it', { timeout: 900_000 }, async () => {
  const { hust, queenMary } = j
  const viewer = desks.viewer!
  for (const [language, side] of [
    ['en', queenMary],
    ['zh', hust],
  ] as const)
    for (const path of ['', 'partners', 'events', 'search?q=huazhong']) {
      await viewer.goto(of(side, `/${language}/${path}`))
      await checkSizes(viewer, `site ${language} ${path || 'home'}`)
    }
})

test('nothing went wrong in any browser', () => {
  for (const look of clean) look()
})
