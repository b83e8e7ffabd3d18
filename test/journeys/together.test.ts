/** The whole way in two browsers: English on one node, 简体中文 on the other, with passkeys of a virtual authenticator. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { sampleAgreementId } from '#cast/agreement.ts'
import { addPasskey, send } from '#test/support/journey.ts'
import { as, openTwoBrowsers, type Side, type TwoBrowsers, until } from '#test/support/two-browsers.ts'

const at = `/agreements/${sampleAgreementId}`
let both: TwoBrowsers
let hust: Side
let queenMary: Side

before(async () => {
  both = await openTwoBrowsers()
  hust = both.hust
  queenMary = both.queenMary
})
after(() => both?.close())

test('negotiate, freeze, approve and sign together', { timeout: 900_000 }, async () => {
  const presidents: Page[] = []
  for (const side of [hust, queenMary]) {
    const page = await as(side, 'president')
    await addPasskey(page, side)
    presidents.push(page)
  }
  await negotiate()
  await freezeAndApprove()
  await signTogether(presidents)
  for (const [side, partner] of [
    [hust, queenMary],
    [queenMary, hust],
  ] as const) {
    const { ror } = partner.node.config.institution
    const ties = side.node.db.selectFrom('partnership').select('state').where('partner', '=', ror)
    assert.equal((await ties.executeTakeFirstOrThrow()).state, 'key_partner')
  }
})

async function negotiate(): Promise<void> {
  const wuhan = await as(hust, 'officer')
  await wuhan.goto(`${hust.node.config.publicUrl}${at}/edit`)
  assert.equal(await wuhan.locator('html').getAttribute('lang'), 'zh-CN')
  await wuhan
    .locator('[name="clause_8_body_en"]')
    .fill('This Agreement takes effect when both signatures exist, and lasts three years.')
  await wuhan.locator('[name="clause_8_body_zh"]').fill('本协议自双方签名齐备时生效，有效期三年。')
  await wuhan.locator(`form[action="${at}/draft"] button[value="save"]`).first().click()
  await wuhan.waitForURL((url) => url.pathname === at)
  await send(wuhan, `${at}/versions`, { note: '请审阅。' })

  const london = await as(queenMary, 'officer')
  assert.equal(await london.locator('html').getAttribute('lang'), 'en')
  await until(london, '/agreements', `a[href="${at}"]`)
  await london.goto(`${queenMary.node.config.publicUrl}${at}/edit`)
  await london
    .locator('[name="clause_8_body_en"]')
    .fill('This Agreement takes effect when both signatures exist, and lasts five years.')
  await london.locator('[name="clause_8_body_zh"]').fill('本协议自双方签名齐备时生效，有效期五年。')
  await london.locator(`form[action="${at}/draft"] button[value="save"]`).first().click()
  await london.waitForURL((url) => url.pathname === at)
  await send(london, `${at}/versions`)

  await until(wuhan, at, `a[href="${at}/edit"]`)
  const [removed, added] = [await wuhan.locator('del').allTextContents(), await wuhan.locator('ins').allTextContents()]
  assert.ok(
    removed.join('|').includes('three') && added.join('|').includes('five'),
    'changed words are marked in English',
  )
  assert.ok(removed.join('|').includes('三') && added.join('|').includes('五'), 'and in Chinese')
}

async function freezeAndApprove(): Promise<void> {
  const wuhan = await as(hust, 'officer')
  await wuhan.goto(`${hust.node.config.publicUrl}${at}`)
  await send(wuhan, `${at}/freeze`)
  const london = await as(queenMary, 'officer')
  await until(london, at, '[data-proposed="theirs"]')
  await send(london, `${at}/freeze`)
  for (const [side, part] of [
    [hust, 'legal'],
    [hust, 'vice_president'],
    [queenMary, 'partnerships_board'],
  ] as const) {
    const page = await as(side, part)
    await until(page, at, `form[action="${at}/approvals"]`)
    await send(page, `${at}/approvals`)
  }
}

async function signTogether(presidents: Page[]): Promise<void> {
  const wuhan = await as(hust, 'officer')
  await until(wuhan, `${at}/signing`, `form[action="${at}/signing-sessions"]`)
  await send(wuhan, `${at}/signing-sessions`)
  await wuhan.waitForURL(/\/signing\/[0-9a-f]{64}$/)
  const room = new URL(wuhan.url()).pathname
  for (const [i, side] of [hust, queenMary].entries()) {
    // The president signs in anew in this browser: the session before was another person's.
    const page = await as(side, 'president')
    await page.close()
    const desk = presidents[i]!
    await until(desk, `${at}/signing`, `a[href="${room}/sign"], form[action="${room}/consent"]`)
    await desk.goto(`${side.node.config.publicUrl}${room}/sign`)
    await desk.locator('passkey-assert form button').click()
    await desk.locator('passkey-assert').waitFor({ state: 'detached' })
  }
  for (const [i, side] of [hust, queenMary].entries()) {
    await until(presidents[i]!, at, `a[href="${at}/verification"]`)
    assert.equal(
      (await side.node.db.selectFrom('agreement').select('state').executeTakeFirstOrThrow()).state,
      'concluded',
    )
  }
}
