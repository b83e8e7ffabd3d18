import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { approve, openStories, type StoryPair, writtenStory } from '#test/support/stories.ts'

let pair: StoryPair
let story: string

before(async () => {
  pair = await openStories()
  story = await writtenStory(pair)
})
after(() => pair.close())

const link = () => new RegExp(`href="/stories/${story}"`)

test('a story waits for an editor from when it is handed in until it is approved, then for whoever publishes it', async () => {
  const officer = await pair.hust.browser('officer')
  assert.doesNotMatch(await pair.hustEditor.read('/'), link())
  await officer.post(`/stories/${story}/submit`)
  assert.match(await pair.hustEditor.read('/'), /One thing waits for you[\s\S]*A story waits for an editor/)
  assert.doesNotMatch(await officer.read('/'), link())
  await approve(pair.hustEditor, story)
  assert.match(await pair.hustEditor.read('/'), /The story is approved: publish it/)
})

test('an editor finds stories, and nothing else of the office', async () => {
  const found = await pair.hustEditor.read('/find?q=queen+mary')
  assert.match(found, link())
  assert.doesNotMatch(found, /href="\/(partners|register|contacts|ceremonies)\//)
  assert.match(await (await pair.hust.browser('reader')).read('/find?q=queen+mary'), /href="\/partners\//)
  assert.equal((await (await pair.hust.browser('nobody')).get('/find?q=queen')).status, 404)
})

test('what was handed in before midnight waits for a day, not since today', async () => {
  const evening = pair.now.toZonedDateTimeISO('Asia/Shanghai').startOfDay().add({ hours: 23 })
  pair.now = evening.toInstant()
  const late = await writtenStory(pair)
  await (await pair.hust.browser('officer')).post(`/stories/${late}/submit`)
  const item = async () => (await pair.hustEditor.read('/')).split(`href="/stories/${late}"`)[1]!.split('</li>')[0]!
  assert.match(await item(), />today</)
  pair.now = evening.add({ hours: 2 }).toInstant()
  assert.match(await item(), />1 day</)
})
