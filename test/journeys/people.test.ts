/**
 * Someone at the partner's moves to another university: what was done under the old title keeps it, and the partner's page asks for
 * a new contact. In 简体中文 on one node, in English on the other.
 */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { hust, queenMary } from '#cast/universities.ts'
import { send } from '#test/support/journey.ts'
import { checkSizes } from '#test/support/page-checks.ts'
import { as, openTwoBrowsers, type Side, type TwoBrowsers } from '#test/support/two-browsers.ts'

let both: TwoBrowsers
before(async () => {
  both = await openTwoBrowsers()
})
after(() => both?.close())

interface Move {
  side: Side
  partner: string
  name: { latin: string; native: string }
  title: { title_en: string; title_zh: string }
  words: { needed: RegExp; until: RegExp }
}

const at = ({ node }: Side, path: string) => `${node.config.publicUrl}${path}`
const text = async (page: Page) => ((await page.locator('main').textContent()) ?? '').replace(/\s+/g, ' ')

async function enter(page: Page, { side, partner, name, title }: Move): Promise<string> {
  await page.goto(at(side, '/contacts/new'))
  await send(page, '/contacts', { latin: name.latin, native: name.native })
  const path = new URL(page.url()).pathname
  await page.goto(at(side, path))
  await send(page, `${path}/posts`, { institution: partner, ...title, since: '2020-09-01', rank: '20' })
  return path
}

/** The person leads the partnership, leaves for Birmingham or Wuhan, and the page says what is missing. */
async function play(move: Move, elsewhere: string): Promise<void> {
  const { side, partner, name, title, words } = move
  const page = await as(side, 'officer')
  const path = await enter(page, move)
  await page.goto(at(side, `/partners/${partner}`))
  const choice = page.locator(`form[action="/partners/${partner}/leads"] select[name="person"] option`, {
    hasText: name.latin,
  })
  const person = (await choice.first().getAttribute('value'))!
  await send(page, `/partners/${partner}/leads`, { person })
  assert.doesNotMatch(await text(page), words.needed)

  await page.goto(at(side, path))
  await send(page, `${path}/posts/end`, { as: 'moved', until: '2024-07-31' })
  await page.goto(at(side, path))
  const next = { title_en: 'Deputy Vice-Chancellor', title_zh: '常务副校长', since: '2024-08-01', rank: '20' }
  await send(page, `${path}/posts`, { institution: elsewhere, ...next })
  await page.goto(at(side, path))
  const shown = await text(page)
  assert.ok(shown.includes(title.title_en) || shown.includes(title.title_zh), 'the old post stands')
  assert.match(shown, words.until)
  assert.ok(shown.includes(side.language === 'en' ? 'Deputy Vice-Chancellor' : '常务副校长'))
  await checkSizes(page, `person moved (${side.language})`)

  await page.goto(at(side, `/partners/${partner}`))
  assert.match(await text(page), words.needed)
  await checkSizes(page, `partner without a contact (${side.language})`)
}

test('in Chinese: Queen Mary’s vice-principal leaves, and HUST is told', { timeout: 900_000 }, async () => {
  const name = { latin: 'Margaret Ashby', native: '' }
  const title = { title_en: 'Vice-Principal', title_zh: '副校长' }
  const words = { needed: /伦敦玛丽女王大学需要新的联系人/, until: /2024年7月31日/ }
  await play({ side: both.hust, partner: queenMary.ror, name, title, words }, '03angcq70')
})

test('in English: HUST’s vice-president leaves, and Queen Mary is told', { timeout: 900_000 }, async () => {
  const name = { latin: 'Ouyang Yi', native: '欧阳毅' }
  const title = { title_en: 'Vice President', title_zh: '副校长' }
  const words = { needed: /Contact needed at Huazhong University/, until: /31 July 2024|31 Jul 2024/ }
  // A person of one's own university can come home, too.
  await play({ side: both.queenMary, partner: hust.ror, name, title, words }, queenMary.ror)
})

test('units of both universities, and a pairing led on both sides', { timeout: 900_000 }, async () => {
  const side = both.hust
  const page = await as(side, 'officer')
  for (const [ror, lines] of [
    [hust.ror, 'School of Management | 管理学院\n  Department of Logistics | 物流系\nSchool of Medicine | 医学院'],
    [queenMary.ror, 'Faculty of Humanities and Social Sciences | 人文与社会科学学院\n  School of Business | 商学院'],
  ] as const) {
    await page.goto(at(side, `/partners/${ror}/units`))
    await send(page, `/partners/${ror}/units/lines`, { lines })
    await checkSizes(page, `units of ${ror}`)
  }
  await page.goto(at(side, `/partners/${queenMary.ror}/pairings`))
  await checkSizes(page, 'pairings to propose')
  await page.locator('label.tick', { hasText: '社会科学' }).locator('input').check()
  await send(page, `/partners/${queenMary.ror}/pairings`, { note: 'A joint seminar on logistics.' })
  await send(
    page,
    `/partners/${queenMary.ror}/pairings/steps`,
    { reason: '双方院长来函确认' },
    {
      having: 'input[name="act"][value="agree"]',
    },
  )
  assert.match(await text(page), /管理学院[\s\S]*人文与社会科学学院[\s\S]*已商定[\s\S]*社会科学/)
  await checkSizes(page, 'pairing agreed')
  await page.locator('.pairings a[href^="/units/"]').first().click()
  await checkSizes(page, 'unit')
  await page.goto(`${page.url()}/edit`)
  await checkSizes(page, 'unit edited')
})
