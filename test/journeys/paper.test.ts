/** Two journeys of an office, in the browser, at each university in its own language: an agreement signed in ink, and a brief for the president. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { accounts } from '#cast/people.ts'
import { hust, queenMary } from '#cast/universities.ts'
import { pageTexts } from '#src/platform/render/index.ts'
import { openTypesetter, type Typesetter } from '#src/platform/typeset/index.ts'
import { send, signIn } from '#test/support/journey.ts'
import { scanned } from '#test/support/scan.ts'
import { openTwoBrowsers, type Side, type TwoBrowsers } from '#test/support/two-browsers.ts'

let both: TwoBrowsers
let typesetter: Typesetter

before(async () => {
  typesetter = openTypesetter()
  both = await openTwoBrowsers()
})
after(async () => {
  await both?.close()
  await typesetter?.close()
})

const words = {
  en: { concluded: 'the agreement is signed', brief: 'What to say', lacks: 'Still missing' },
  zh: { concluded: '协议已签署', brief: '建议提及', lacks: '尚缺' },
}

const partnerOf = (side: Side) => (side.node.config.institution.ror === hust.ror ? queenMary : hust)

/** Writes one original down, with its scan. */
async function writeDown(
  page: Page,
  at: string,
  side: 'ours' | 'theirs',
  typed: Record<string, string>,
): Promise<void> {
  const action = `${at}/paper/${side}`
  const buffer = Buffer.from(await scanned(typesetter, `Original ${side}: ${typed.latin}`))
  const scan = { name: `${side}.pdf`, mimeType: 'application/pdf', buffer }
  await page.locator(`form[action="${action}"] [name="scan"]`).setInputFiles(scan)
  await send(page, action, typed)
}

/** The administrator makes the reader an officer as well: the second person. */
async function secondOfficer(side: Side): Promise<Page> {
  const administrator = await signIn(side, 'administrator')
  await administrator.goto(`${side.node.config.publicUrl}/people`)
  const { email } = accounts[side.node.config.institution.ror]!.find(({ key }) => key === 'reader')!
  await administrator.locator('tr', { hasText: email }).locator('a').first().click()
  const path = new URL(administrator.url()).pathname
  await send(administrator, `${path}/roles`, { role: 'officer' })
  await administrator.context().close()
  return signIn(side, 'reader')
}

async function paper(side: Side): Promise<void> {
  const { publicUrl } = side.node.config
  const say = words[side.language]
  const officer = await signIn(side, 'officer')
  await officer.goto(`${publicUrl}/register/new`)
  const entered = { titleEn: 'Exchange on paper', titleZh: '纸质学生交换协议', kind: 'exchange', endsOn: '2032-12-31' }
  await send(officer, '/register', { ...entered, partner: partnerOf(side).ror })
  const at = new URL(officer.url()).pathname
  await officer.locator(`a[href="${at}/paper"]`).click()
  await officer.getByText(say.lacks).first().waitFor()
  const signed = { titleEn: 'President', titleZh: '校长', signedOn: '2026-10-08', sealed: 'yes' }
  await writeDown(officer, at, 'ours', { ...signed, latin: 'Deng Anran', native: '邓安然', place: 'Wuhan' })
  await writeDown(officer, at, 'theirs', { ...signed, latin: 'Alma Finch', place: 'London', signedOn: '2026-10-15' })
  assert.equal(await officer.locator(`form[action="${at}/paper/check"]`).count(), 0, 'nobody checks their own work')
  const second = await secondOfficer(side)
  await second.goto(`${publicUrl}${at}/paper`)
  await send(second, `${at}/paper/check`)
  await second.getByText(say.concluded).waitFor()
  await officer.goto(`${publicUrl}${at}`)
  await officer
    .getByText(side.language === 'en' ? '15 October 2026' : '2026年10月15日')
    .first()
    .waitFor()
  await officer.context().close()
  await second.context().close()
}

async function brief(side: Side): Promise<void> {
  const { publicUrl } = side.node.config
  const page = await signIn(side, 'reader')
  await page.goto(`${publicUrl}/partners`)
  await page
    .locator(`main a[href="/partners/${partnerOf(side).ror}"]`)
    .first()
    .click()
  const link = page.locator('a[href$="/brief.pdf"]')
  await link.waitFor()
  const bytes = await link.evaluate(async (a: HTMLAnchorElement) => [
    ...new Uint8Array(await (await fetch(a.href)).arrayBuffer()),
  ])
  const text = (await pageTexts(new Uint8Array(bytes))).join('\n').replace(/\s+/g, ' ')
  const name = partnerOf(side).name[side.language]
  const plain = (t: string) => t.replace(/\s+/g, '')
  assert.ok(plain(text).includes(plain(name)), text.slice(0, 300))
  assert.ok(plain(text).includes(plain(words[side.language].brief)))
  assert.ok(plain(text).includes(plain(side.language === 'en' ? 'Exchange on paper' : '纸质学生交换协议')))
  await page.context().close()
}

test('an agreement in ink: two originals with their scans, and a colleague’s check, at each university in its language', async () => {
  for (const side of [both.hust, both.queenMary]) await paper(side)
})

test('“brief me” gives a president one document on the partner, at each university in its language', async () => {
  for (const side of [both.hust, both.queenMary]) await brief(side)
})
