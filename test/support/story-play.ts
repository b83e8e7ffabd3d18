/** What editors on both sides do after a ceremony: one story told together, another by the partner, each leading to the other. */
import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { send } from './journey.ts'
import { checkSizes } from './page-checks.ts'
import { described, phonePhoto } from './stories.ts'
import { type Side, until } from './two-browsers.ts'

export interface Newsroom {
  hust: Side
  queenMary: Side
  /** People at their browsers, by what they are here for. */
  desks: Record<string, Page>
  /** Seats one more person of the sample. */
  desk(name: string, side: Side, part: string): Promise<Page>
  ceremony: string
}

const of = (side: Side, path: string) => `${side.node.config.publicUrl}${path}`

/**
 * Handed in, photograph and all, by the officer who wrote it; approved by another; then by the partner's editor; published.
 * @returns the story's id
 */
export async function tellTogether({ hust, queenMary, desks, desk, ceremony }: Newsroom): Promise<string> {
  const wuhan = desks['moderator in Wuhan']!
  await until(wuhan, of(hust, `/stories/new?ceremony=${ceremony}`), 'form[action="/stories"]')
  await send(wuhan, '/stories')
  const story = /[0-9a-f-]{36}/.exec(wuhan.url())![0]
  const at = `/stories/${story}`
  await wuhan.goto(of(hust, `${at}/edit`))
  assert.match(await wuhan.locator('[name="body_en"]').inputValue(), /Li Yuanyuan[\s\S]*Colin Bailey/)
  assert.match(await wuhan.locator('[name="body_zh"]').inputValue(), /伦敦玛丽女王大学/)
  await checkSizes(wuhan, 'writing the story')
  await send(wuhan, `${at}/text`, { joint: 'yes', ready_en: 'yes', ready_zh: 'yes' })
  await photograph(wuhan, of(hust, at), at)
  await wuhan.goto(of(hust, at))
  await send(wuhan, `${at}/submit`)

  const editor = await desk('editor in Wuhan', hust, 'editor')
  await editor.goto(of(hust, `${at}/photos`))
  await send(editor, `${at}/photos/1/approve`)
  await editor.goto(of(hust, at))
  await checkSizes(editor, 'the story before the editor')
  await send(editor, `${at}/approve`)
  const london = await desk('editor in London', queenMary, 'editor')
  await until(london, of(queenMary, '/stories'), `a[href^="/stories/offers/${story}"]`)
  await london.goto(of(queenMary, `/stories/offers/${story}`))
  await checkSizes(london, 'the story offered')
  await send(london, `/stories/offers/${story}/answer`, {}, { having: 'input[name="decision"][value="approved"]' })
  await until(editor, of(hust, at), `form[action="${at}/publish"]`)
  await send(editor, `${at}/publish`)
  return story
}

/** Uploads one picture, says what it shows and who allows it. */
async function photograph(page: Page, here: string, at: string): Promise<void> {
  await page.goto(`${here}/photos`)
  const upload = page.locator(`form[action="${at}/photos"]`)
  const buffer = await phonePhoto({ width: 1600 })
  await upload.locator('[name="photos"]').setInputFiles({ name: 'signing.jpg', mimeType: 'image/jpeg', buffer })
  await upload.locator('button').last().click()
  await page.locator(`form[action="${at}/photos/1"]`).first().waitFor()
  await send(page, `${at}/photos/1`, described)
  await page.goto(`${here}/photos`)
  await send(page, `${at}/photos/1/permit`, { given_by: 'Press office', given_on: '2026-11-20' })
}

/** On both sites, in both languages; the partner's own story linked with one press, and back. */
export async function tellEachOther({ hust, queenMary, desks }: Newsroom, story: string): Promise<void> {
  const viewer = desks.viewer!
  await until(viewer, of(hust, '/en/news'), 'a[href^="/en/news/"]')
  const href = (await viewer.locator('main a[href^="/en/news/"]').first().getAttribute('href'))!
  await viewer.goto(of(hust, href))
  await checkSizes(viewer, 'published story')
  assert.match((await viewer.locator('main').textContent())!, /Li Yuanyuan/)
  await viewer.goto(of(hust, href.replace('/en/', '/zh/')))
  assert.equal(await viewer.locator('html').getAttribute('lang'), 'zh-CN')
  await checkSizes(viewer, 'published story in Chinese')

  // Queen Mary's own story, linked to HUST's; HUST hears of it and links back.
  const london = desks['moderator in London']!
  await london.goto(of(queenMary, '/stories/new'))
  await send(london, '/stories')
  const own = /[0-9a-f-]{36}/.exec(london.url())![0]
  const at = `/stories/${own}`
  await london.goto(of(queenMary, `${at}/edit`))
  await send(london, `${at}/text`, {
    headline_en: 'Queen Mary cements its partnership with HUST',
    headline_zh: '伦敦玛丽女王大学与华中科技大学深化合作',
    body_en: 'The two universities signed together, each on its own system.',
    body_zh: '两校各自在本校系统上共同签署。',
    held_on: Temporal.Now.plainDateISO('Europe/London').toString(),
    ready_en: 'yes',
    ready_zh: 'yes',
    partner: hust.node.config.institution.ror,
  })
  await london.goto(of(queenMary, at))
  await send(london, `${at}/submit`)
  const editor = desks['editor in London']!
  await editor.goto(of(queenMary, at))
  await send(editor, `${at}/approve`)
  // Their node told of its story: one press links it.
  await until(editor, of(queenMary, at), 'form[action="/stories/heard"]')
  await send(editor, '/stories/heard')
  await editor.goto(of(queenMary, at))
  await send(editor, `${at}/publish`)
  await until(viewer, of(queenMary, '/en/news'), 'main a[href^="/en/news/"]')
  const theirs = (await viewer.locator('main a[href^="/en/news/"]').first().getAttribute('href'))!
  await viewer.goto(of(queenMary, theirs))
  await viewer
    .locator(`a[href="${of(hust, href)}"]`)
    .first()
    .waitFor()
  await checkSizes(viewer, 'the partner’s own story')
  const wuhan = desks['editor in Wuhan']!
  await until(wuhan, of(hust, `/stories/${story}`), 'form[action="/stories/heard"]')
  await send(wuhan, '/stories/heard')
  await until(viewer, of(hust, href), `a[href^="${of(queenMary, '/en/news/')}"]`)
}
