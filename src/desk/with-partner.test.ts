import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { markCommitment } from '#src/ceremonies/index.ts'
import { approve, heldCeremony, openStories, type StoryPair, writtenStory } from '#test/support/stories.ts'

let pair: StoryPair
let ceremony: string
let page: string

/** The part of a partner's page that says what there is with them. */
const have = (html: string) => /What we have with them([\s\S]*?)<\/section>/.exec(html)?.[1] ?? ''

before(async () => {
  pair = await openStories()
  page = `/partners/${pair.queenMary.ror}`
  ceremony = await heldCeremony(pair)
})
after(() => pair.close())

test('agreements on their way and in force, with until when; what is over is only counted', async () => {
  const officer = await pair.hust.browser('officer')
  const enter = async (titleEn: string, dates: Record<string, string>) => {
    const typed = { titleEn, partner: pair.queenMary.ror, kind: 'exchange', signedHow: 'ink', ...dates }
    assert.equal((await officer.post('/register', typed)).status, 303)
  }
  await enter('Exchange of students', { signedOn: '2024-09-01', endsOn: '2029-08-31' })
  await enter('Exchange of teachers', { signedOn: '2011-09-01', endsOn: '2016-08-31' })
  const said = have(await officer.read(page))
  assert.match(said, /href="\/agreements\/[0-9a-f-]{36}">[\s\S]*?(frozen|approved)/)
  assert.match(said, /Exchange of students[\s\S]*?until 31 August 2029/)
  assert.doesNotMatch(said, /Exchange of teachers/)
  assert.match(said, /agreements in the register/)
})

test('the occasion, the promise made at it and the published story stand there, each with its own page', async () => {
  const officer = await pair.hust.browser('officer')
  const promised = await pair.hust.database.db.transaction().execute((tx) =>
    markCommitment(tx, ceremony, {
      item: null,
      words: { en: 'Ten joint projects', zh: '十个联合项目' },
      byParty: pair.queenMary.ror,
      by: 'Alice Morton',
      to: 'HUST',
      at: pair.now,
      actor: { kind: 'node' },
    }),
  )
  const story = await writtenStory(pair, { partner: pair.queenMary.ror })
  assert.doesNotMatch(have(await officer.read(page)), new RegExp(story), 'a draft is no story yet')
  await officer.post(`/stories/${story}/submit`)
  await approve(pair.hustEditor, story)
  await pair.hustEditor.post(`/stories/${story}/publish`)
  const said = have(await officer.read(page))
  for (const href of [`/ceremonies/${ceremony}`, `/commitments/${promised.id}`, `/stories/${story}`])
    assert.ok(said.includes(`href="${href}"`), href)
})

test('an editor sees stories alone, and our own page says nothing of it', async () => {
  const said = have(await pair.hustEditor.read(page))
  assert.match(said, /href="\/stories\//)
  assert.doesNotMatch(said, /href="\/(agreements|register|ceremonies|commitments)/)
  const officer = await pair.hust.browser('officer')
  assert.equal(have(await officer.read(`/partners/${pair.hust.ror}`)), '')
})
