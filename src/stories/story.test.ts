/** The rules of stories: every cell of the lifecycle, the markup, addresses, sentences. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import type { PlanItem } from '#src/ceremonies/index.ts'
import { isSlug, slugOf } from './slug.ts'
import { spokenLine, withTitle } from './spoken-lines.ts'
import { allows, move, type StoryAct, storyLifecycle, storyStates } from './story.ts'
import { parseBody, placedPhotos } from './story-body.ts'

test('each act is open in exactly the states the table says, and leads where it says', () => {
  const acts = [...new Set(storyLifecycle.map(({ act }) => act))] as StoryAct[]
  for (const state of storyStates)
    for (const act of acts) {
      const rows = storyLifecycle.filter((r) => r.from === state && r.act === act)
      assert.ok(rows.length <= 1, `${state} ${act} is told twice`)
      assert.equal(allows({ state }, act), rows.length === 1)
      if (rows[0]) assert.equal(move({ state }, act), rows[0].to)
      else assert.throws(() => move({ state }, act), { reason: 'story_does_not_allow' })
    }
})

test('every state can be reached, and only a withdrawn story goes nowhere', () => {
  for (const state of storyStates.slice(1))
    assert.ok(
      storyLifecycle.some(({ to, from }) => to === state && from !== state),
      state,
    )
  const ends = storyStates.filter((state) => !storyLifecycle.some(({ from }) => from === state))
  assert.deepEqual(ends, ['withdrawn'])
})

test('the database knows the same states', () => {
  const sql = readFileSync(new URL('../../migrations/0023_stories.sql', import.meta.url), 'utf8')
  const listed = /story_state_is_known check \(state in \(([^)]+)\)/.exec(sql)![1]!
  assert.deepEqual(
    [...listed.matchAll(/'(\w+)'/g)].map(([, name]) => name),
    [...storyStates],
  )
})

test('what is typed becomes blocks, and nothing typed is lost', () => {
  const typed =
    '## Signing\nBoth signed.\r\n[photo 2]\n\n> We look ahead.\n>\n> Together.\n> — 王小明 Wang Xiaoming\n\n<b>not HTML</b>\n##not a heading\n\n[照片 12]'
  assert.deepEqual(parseBody(typed), [
    { kind: 'heading', text: 'Signing' },
    { kind: 'paragraph', text: 'Both signed.' },
    { kind: 'photo', number: 2 },
    { kind: 'quote', paragraphs: ['We look ahead.', 'Together.'], speaker: '王小明 Wang Xiaoming' },
    { kind: 'paragraph', text: '<b>not HTML</b> ##not a heading' },
    { kind: 'photo', number: 12 },
  ])
  assert.deepEqual(placedPhotos(typed), [2, 12])
  assert.deepEqual(parseBody('第一行，\n第二行'), [{ kind: 'paragraph', text: '第一行，第二行' }])
  assert.deepEqual(parseBody(' \n\n'), [])
})

test('an address is made of the headline’s Latin words and never cut within one', () => {
  assert.equal(slugOf('HUST & Queen Mary’s “Łódź–Málaga” plan'), 'hust-queen-marys-lodz-malaga-plan')
  assert.equal(slugOf('华中科技大学'), '')
  const long = slugOf('word '.repeat(40))
  assert.ok(isSlug(long) && long.length <= 72 && long.endsWith('word'))
  assert.ok(!isSlug('a--b') && !isSlug('-a') && !isSlug('A'))
})

test('a speaker is named with the title of that day, in each language’s own order', () => {
  const speaker = {
    name: { latin: 'Wang Xiaoming', native: '王小明' },
    familyNameFirst: true,
    title: { en: 'President', zh: '校长' },
    organisation: { en: 'HUST', zh: '华中科技大学' },
    party: '00p991c53',
  }
  assert.equal(withTitle(speaker, 'en'), 'Wang Xiaoming, President of HUST')
  assert.equal(withTitle(speaker, 'zh'), '华中科技大学校长王小明')
  const item = { block: 'speech', title: { en: '', zh: '' }, speaker } as unknown as PlanItem
  assert.equal(spokenLine(item, 'en'), 'Wang Xiaoming, President of HUST, gave a speech.')
  assert.equal(spokenLine(item, 'zh'), '华中科技大学校长王小明致辞。')
  const latin = { ...item, speaker: { ...speaker, name: { latin: "Ruth O'Brien", native: null } } }
  assert.equal(spokenLine(latin, 'zh'), "华中科技大学校长 Ruth O'Brien 致辞。")
  const untitled = { ...item, speaker: { ...speaker, title: { en: '', zh: '' } } }
  assert.equal(spokenLine(untitled, 'en'), 'Wang Xiaoming of HUST gave a speech.')
})
