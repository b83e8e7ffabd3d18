/** Every page around a ceremony that was held, in both languages: valid HTML, nothing axe finds, nothing wider than a phone. */
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { HtmlValidate } from 'html-validate'
import type { Browser, Page } from 'playwright-core'
import { type Around, addressed, holdIt, lettersTo, openAround } from '#test/support/around.ts'
import { launchBrowser } from '#test/support/browser.ts'
import { planAt, sharedCeremony } from '#test/support/ceremony.ts'
import { formOf } from '#test/support/negotiation.ts'
import type { OfficeBrowser } from '#test/support/office.ts'
import { markCommitment } from './live-steps.ts'

const root = join(import.meta.dirname, '..', '..')
let pair: Around
let chromium: Browser
let pages: string[]
before(async () => {
  pair = await openAround()
  chromium = await launchBrowser()
  pages = await heldPages()
})
after(async () => {
  await chromium?.close()
  await pair.close()
})

/** A ceremony with everything after it; the paths of its pages. */
async function heldPages(): Promise<string[]> {
  const { id } = await sharedCeremony(pair)
  await addressed(pair.hust, id, { 0: 'wang@pages.example', 1: 'deputy@pages.example' })
  await (await pair.hust.browser('officer')).post(`/ceremonies/${id}/invitations`)
  const [letter] = await lettersTo(pair, pair.hust, 'wang@pages.example')
  const plan = await planAt(pair.hust, id)
  const words = { en: 'Ten joint projects', zh: '十个联合项目' }
  const said = {
    item: plan.items[1]!.id,
    words,
    byParty: pair.hust.ror,
    by: 'Wang Xiaoming',
    to: 'Queen Mary',
    at: plan.startsAt,
  }
  const marked = await pair.hust.database.db
    .transaction()
    .execute((tx) => markCommitment(tx, id, { ...said, actor: { kind: 'node' } }))
  await holdIt(pair, id)
  const officer = await pair.hust.browser('officer')
  const at = `/ceremonies/${id}`
  await officer.post(`${at}/minutes`, formOf(await officer.read(`${at}/minutes/edit`), `${at}/minutes`))
  const own = ['after', 'attendance', 'minutes', 'minutes/edit', 'invitations', 'papers', 'briefing', 'meeting']
  return [...own.map((name) => `${at}/${name}`), '/commitments', `/commitments/${marked.id}`, letter!.link]
}

/** A page of Chromium that asks our pages for everything, as this person. */
async function windowOf(who: OfficeBrowser, width: number): Promise<Page> {
  const context = await chromium.newContext({ viewport: { width, height: 900 } })
  const page = await context.newPage()
  await page.route('**/*', async (route) => {
    const { pathname, search } = new URL(route.request().url())
    const answer = await who.get(pathname + search)
    const body = Buffer.from(await answer.arrayBuffer())
    await route.fulfill({ status: answer.status, headers: Object.fromEntries(answer.headers), body })
  })
  return page
}

for (const language of ['en', 'zh'] as const) {
  test(`every page is valid HTML (${language})`, async () => {
    const validator = new HtmlValidate(JSON.parse(await readFile(join(root, '.htmlvalidate.json'), 'utf8')))
    const officer = await pair.hust.browser('officer', language)
    for (const path of pages) {
      const report = await validator.validateString(await officer.read(path), join(root, 'page.html'))
      const said = report.results.flatMap(({ messages }) => messages.map((m) => `${m.ruleId} ${m.line}: ${m.message}`))
      assert.deepEqual(said, [], path)
    }
  })

  test(`axe finds nothing, and nothing is wider than the window (${language})`, async () => {
    const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
    const officer = await pair.hust.browser('officer', language)
    for (const width of [1440, 390]) {
      const page = await windowOf(officer, width)
      for (const path of pages) {
        await page.goto(pair.hust.publicUrl + path)
        assert.equal(await page.evaluate('document.documentElement.scrollWidth'), width, `${path} at ${width}`)
        await page.evaluate(axe)
        const found = (await page.evaluate(
          'axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] }).then((r) => r.violations.map((v) => v.id + ": " + v.nodes.map((n) => n.html).join(" ")))',
        )) as string[]
        assert.deepEqual(found, [], `${path} at ${width}`)
      }
      await page.context().close()
    }
  })
}
