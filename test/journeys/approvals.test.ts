/** An agreement on its way through approval at both universities, in two browsers: 简体中文 in Wuhan, English in London. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { sampleAgreementId } from '#cast/agreement.ts'
import { addPasskey, send, signIn } from '#test/support/journey.ts'
import { openTwoBrowsers, type Side, type TwoBrowsers, until } from '#test/support/two-browsers.ts'

const at = `/agreements/${sampleAgreementId}`
let both: TwoBrowsers
before(async () => {
  both = await openTwoBrowsers()
})
after(() => both?.close())

const words = async (page: Page) => (await page.locator('main, aside').allInnerTexts()).join(' ').replace(/\s+/g, ' ')
const address = (side: Side, path: string) => `${side.node.config.publicUrl}${path}`

async function freeze(wuhan: Page, london: Page): Promise<void> {
  await until(wuhan, at, `form[action="${at}/freeze"]`)
  await send(wuhan, `${at}/freeze`)
  await until(london, at, '[data-proposed="theirs"]')
  await send(london, `${at}/freeze`)
}

async function approve(side: Side, part: string): Promise<Page> {
  const page = await signIn(side, part)
  await until(page, at, `form[action="${at}/approvals"]`)
  await send(page, `${at}/approvals`)
  return page
}

test('a route is written, followed stage by stage, refused once, stood in for, and ends in two approvals', {
  timeout: 900_000,
}, async () => {
  const { hust, queenMary } = both
  for (const side of [hust, queenMary]) await addPasskey(await signIn(side, 'president'), side)
  const [wuhan, london] = [await signIn(hust, 'officer'), await signIn(queenMary, 'officer')]
  await wuhan.goto(address(hust, at))
  await send(wuhan, `${at}/versions`, { note: '请审阅。' })

  // London takes it for a high risk: the board is to have the last word. Wuhan's administrator adds a step of their own.
  await until(london, at, `form[action="${at}/class"]`)
  await send(london, `${at}/class`, { risk: 'high' })
  assert.match(await words(london), /High risk: Partnerships Board\. It is fixed when the text is frozen\./)
  await writeRoute(hust)
  await wuhan.goto(address(hust, at))
  assert.match(await words(wuhan), /重点协议三级审批，定稿时确定。.*院系.*法务.*副校长/)

  await freeze(wuhan, london)
  await approve(queenMary, 'head_of_school')
  const executive = await signIn(queenMary, 'faculty_executive')
  await until(executive, at, `form[action="${at}/rejections"]`)
  await send(executive, `${at}/rejections`, { reason: 'Clause 4 needs a ceiling.', told: 'Please limit clause 4.' })
  await until(wuhan, at, `form[action="${at}/freeze"]`)
  assert.match(await words(wuhan), /Please limit clause 4\./)
  assert.doesNotMatch(await words(wuhan), /needs a ceiling/)
  await london.goto(address(queenMary, at))
  assert.match(await words(london), /Not approved: Faculty Executive.*Clause 4 needs a ceiling\./)

  await freeze(wuhan, london)
  for (const part of ['head_of_school', 'faculty_executive', 'partnerships_board']) await approve(queenMary, part)
  await approve(hust, 'faculty')
  await standIn(hust)
  const finance = await approve(hust, 'finance')
  assert.match(await words(finance), /Tang Min代He Ping审批/)
  await approve(hust, 'vice_president')
  for (const page of [wuhan, london]) await until(page, at, `a[href="${at}/signing"]`)
})

async function writeRoute(side: Side): Promise<void> {
  const admin = await signIn(side, 'administrator')
  await admin.goto(address(side, '/procedures'))
  await admin.locator('a[href="/procedures/routes/blank"]').click()
  await admin.waitForURL((url) => url.pathname.endsWith('/blank'))
  await send(admin, '/procedures/routes', {
    name_en: 'Key agreements in three stages',
    name_zh: '重点协议三级审批',
    kind_key: 'yes',
    step_0_who: 'duty:faculty',
    step_1_who: 'duty:legal',
  })
  await admin.locator('a', { hasText: '重点协议三级审批' }).click()
  await admin.waitForURL(/routes\/[0-9a-f-]{36}/)
  const action = new URL(admin.url()).pathname
  await send(admin, action, { step_2_who: 'duty:vice_president' })
  assert.match(await words(admin), /已保存/)
}

/** Legal goes on leave; finance acts in their place. */
async function standIn(side: Side): Promise<void> {
  const legal = await signIn(side, 'legal')
  await legal.goto(address(side, '/procedures/stand-ins'))
  const by = await legal.locator('select[name="by"] option', { hasText: 'Tang Min' }).getAttribute('value')
  const to = Temporal.Now.plainDateISO().add({ days: 9 }).toString()
  await send(legal, '/procedures/stand-ins', { by: by!, to, reason: '出差' })
  assert.match(await words(legal), /He Ping Tang Min 全部职责 .*出差 代理中/)
}

test('a school proposes, the office assesses and accepts, and the draft begins from a template on the route of its risk', {
  timeout: 900_000,
}, async () => {
  for (const [side, proposer, told] of [
    [
      both.hust,
      'faculty',
      { state: /起草中/, route: /院系协议，定稿时确定/, template: /依据《学生交换协议范本》第1版起草/ },
    ],
    [
      both.queenMary,
      'head_of_school',
      {
        state: /being drafted/,
        route: /Low risk: the Faculty\. It is fixed/,
        template: /Begun from Student exchange, version 1/,
      },
    ],
  ] as const) {
    const school = await signIn(side, proposer)
    await school.goto(address(side, '/proposals/start'))
    const template = await school.locator('select[name="template"] option').nth(2).getAttribute('value')
    const said = { purpose: 'Law', fit: 'Strategy', resources: 'Two places', results: 'Ten students', interest: 'none' }
    const choice = {
      kind: 'exchange',
      template: template!,
      unit: 'School of Law',
      title_en: 'Exchange',
      title_zh: '交换',
    }
    await send(school, '/proposals', { ...said, ...choice })
    const proposal = new URL(school.url()).pathname
    const officer = await signIn(side, 'officer')
    await officer.goto(address(side, proposal))
    await send(officer, `${proposal}/steps`, {}, { having: '[value="take_up"]' })
    await send(officer, `${proposal}/steps`, { reason: 'Good.' }, { having: 'select[name="risk"]' })
    await send(officer, `${proposal}/steps`, {}, { having: '[value="begin_draft"]' })
    assert.match(await words(officer), told.route)
    assert.match(await words(officer), told.template)
    await school.reload()
    assert.match(await words(school), told.state)
  }
})
