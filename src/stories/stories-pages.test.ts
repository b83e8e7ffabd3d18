/** A story from the first word to the public, through the front door of both universities. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { findRecord } from '#src/ceremonies/index.ts'
import { findInstitution, ourInstitution } from '#src/partners/index.ts'
import {
  approve,
  approvePhoto,
  approveStory,
  describe,
  described,
  heldCeremony,
  houseOf,
  idOf,
  openStories,
  permit,
  phonePhoto,
  type StoryPair,
  saveText,
  upload,
  writtenStory,
} from '#test/support/stories.ts'
import { draftFromCeremony } from './draft-from-ceremony.ts'
import { findPublished, publishDue, publishedStories, searchStories } from './index.ts'
import { findStory } from './store.ts'

let pair: StoryPair
before(async () => {
  pair = await openStories()
})
after(() => pair?.close())

const db = () => pair.hust.database.db
const stateOf = async (id: string) => (await findStory(db(), id))!.state

test('a story drafted from a ceremony has its date, its people with their titles in order, and what each did, in both languages', async () => {
  const ceremony = await heldCeremony(pair)
  const officer = await pair.hust.browser('officer')
  assert.match(await officer.read('/stories/new'), new RegExp(ceremony))
  const id = idOf(await officer.post('/stories', { ceremony }))
  const story = (await findStory(db(), id))!
  assert.equal(story.heldOn?.toString(), '2026-11-20')
  assert.deepEqual([story.partner, story.ceremony, story.state], [pair.queenMary.ror, ceremony, 'draft'])
  const { en, zh } = story.translations
  assert.match(en.body, /On 20 November 2026, .* at 16:00 in Wuhan.* and at 08:00 in London/)
  assert.match(zh.body, /2026年11月20日/)
  assert.match(en.body, /Present for .*Wang Xiaoming, President; .*Dean/)
  assert.ok(!en.ready && !zh.ready, 'a draft is nobody’s finished text')
  // Bytes of a camera that knew its offset: 16:05 in Wuhan is the first item.
  await upload(officer, id, await phonePhoto())
  assert.match(await officer.read(`/stories/${id}/photos`), /Wang Xiaoming|welcom|Opening/i)

  // Early in Wuhan it is the day before in London.
  const took = (await findRecord(db(), ceremony))!
  const [us, partner] = [await ourInstitution(db()), (await findInstitution(db(), pair.queenMary.ror))!]
  const startedAt = Temporal.Instant.from('2026-11-20T22:57Z')
  const early = draftFromCeremony({ took: { ...took, startedAt }, us, partner, agreement: null })
  assert.equal(early.heldOn.toString(), '2026-11-21')
  assert.match(
    early.translations.en.body,
    /^On 21 November 2026, .* at 06:57 in Wuhan.* and at 22:57 on 20 November 2026 in London/,
  )
  assert.match(early.translations.zh.body, /^2026年11月21日，.*武汉.*06:57、伦敦.*2026年11月20日22:57。/)
})

test('a ceremony nobody has held gives no story, and readers begin none', async () => {
  const officer = await pair.hust.browser('officer')
  assert.equal((await officer.post('/stories', { ceremony: crypto.randomUUID() })).status, 404)
  const reader = await pair.hust.browser('reader')
  assert.equal((await reader.post('/stories')).status, 403)
  assert.equal((await reader.get('/stories')).status, 200)
  assert.equal((await (await pair.hust.browser('public')).get('/stories')).status, 303)
  assert.equal((await (await pair.hust.browser('nobody')).get('/stories')).status, 404)
})

test('whoever wrote in a story may not approve it; another editor may', async () => {
  const id = await writtenStory(pair)
  await saveText(pair.hustEditor, id, { summary_en: 'A change by the editor.' })
  const refused = await approveStory(pair, id).catch(() => undefined)
  assert.equal(refused, undefined, 'the page offers the author no button')
  const { hash } = await (await import('./content-of.ts')).readContent(db(), (await findStory(db(), id))!)
  const forced = await pair.hustEditor.post(`/stories/${id}/approve`, { hash })
  assert.equal(forced.status, 403)
  assert.match(await forced.text(), /You wrote in this story, so another editor has to approve it/)
  assert.equal(await stateOf(id), 'in_review')
})

test('two who save at once: the second is told, and loses nothing', async () => {
  const id = await writtenStory(pair)
  const officer = await pair.hust.browser('officer')
  const { formOf } = await import('#test/support/negotiation.ts')
  const form = formOf(await officer.read(`/stories/${id}/edit`), `/stories/${id}/text`)
  await saveText(pair.hustEditor, id, { headline_en: 'The colleague’s headline' })
  const late = await officer.post(`/stories/${id}/text`, { ...form, headline_en: 'My own headline' })
  assert.equal(late.status, 409)
  const page = await late.text()
  assert.match(page, /A colleague changed this/)
  assert.match(page, /My own headline/)
  assert.match(page, /Saved by a colleague meanwhile: The colleague’s headline/)
  // What only the colleague changed is in the form already.
  await saveText(pair.hustEditor, id, { summary_en: 'The colleague’s summary' })
  const again = await officer.post(`/stories/${id}/text`, { ...form, body_en: 'My own body' })
  const merged = formOf(await again.text(), `/stories/${id}/text`)
  assert.deepEqual([merged.summary_en, merged.body_en], ['The colleague’s summary', 'My own body'])
})

test('an approved story is published with a slug of its headline, and only in the languages that are complete', async () => {
  const id = await writtenStory(pair, { ready: ['en'] })
  await approveStory(pair, id)
  assert.equal(await stateOf(id), 'approved')
  assert.equal((await pair.hustEditor.post(`/stories/${id}/publish`)).status, 303)
  const story = (await findPublished(db(), 'hust-and-queen-mary-sign-together-online'))!
  assert.deepEqual(story.languages, ['en'])
  assert.equal(story.headline.zh, '')
  assert.deepEqual(
    story.body.en.map(({ kind }) => kind),
    ['paragraph', 'heading', 'quote'],
  )
  assert.deepEqual(
    [
      (await publishedStories(db(), { language: 'zh' })).length,
      (await publishedStories(db(), { language: 'en' })).length,
    ],
    [0, 1],
  )
  assert.equal((await searchStories(db(), 'queen togeth', 'en'))[0]?.id, id)
  assert.deepEqual(await searchStories(db(), '签约', 'zh'), [])
  assert.equal((await pair.hustEditor.post(`/stories/${id}/publish`)).status, 409, 'twice is once')
})

test('any change after approval ends it, and says so', async () => {
  const id = await writtenStory(pair)
  await approveStory(pair, id)
  const saved = await saveText(pair.hustEditor, id, { headline_en: 'Another headline' })
  assert.match(saved.headers.get('location')!, /done=saved_cleared/)
  assert.match(await pair.hustEditor.read(saved.headers.get('location')!), /approvals there were no longer stand/)
  assert.equal(await stateOf(id), 'in_review')
  const refused = await pair.hustEditor.post(`/stories/${id}/publish`)
  assert.match(await refused.text(), /has not been approved on our side/)
})

test('an unapproved photograph, a missing description, a missing permission: each stops publication with a sentence', async () => {
  const id = await writtenStory(pair)
  const officer = await pair.hust.browser('officer')
  await upload(officer, id, await phonePhoto())
  await approveStory(pair, id)
  const publish = async () => (await pair.hustEditor.post(`/stories/${id}/publish`)).text()
  assert.match(await publish(), /Photograph 1 has no description .* Whoever writes can describe it/)
  await describe(officer, id, described).catch(() => undefined)
  // Describing is a change: after it is approved, the officer may no longer write; the editor does.
  assert.match(await (await describe(pair.hustEditor, id, described)).text(), /^$/)
  assert.match(await publish(), /nobody has noted the permission to use it on the public site/)
  await permit(officer, id)
  assert.match(await publish(), /Photograph 1 has not been approved\. An editor can approve it/)
  const byOfficer = await officer.post(`/stories/${id}/photos/1/approve`, { stamp: 'x' })
  assert.equal(byOfficer.status, 403)
  await approvePhoto(pair.hustEditor, id)
  assert.match(await publish(), /An editor who did not write in it can approve it/)
  const { colleague } = await import('#test/support/negotiation.ts')
  const second = await colleague(pair, pair.hust, 'editor')
  await approve(second, id)
  assert.equal((await second.post(`/stories/${id}/publish`)).status, 303)
})

test('an embargo and an empty language stop publication; an embargo that is over does not', async () => {
  const id = await writtenStory(pair, { ready: [] })
  await approveStory(pair, id)
  const publish = async () => (await pair.hustEditor.post(`/stories/${id}/publish`)).text()
  assert.match(await publish(), /No language is marked as complete/)
  const other = await writtenStory(pair)
  await approveStory(pair, other)
  await pair.hustEditor.post(`/stories/${other}/embargo`, { date: '2026-11-24', time: '08:00' })
  const refused = await (await pair.hustEditor.post(`/stories/${other}/publish`)).text()
  assert.match(refused, /The embargo holds until 2026-11-24 00:00 UTC\. An editor can schedule/)
  pair.now = Temporal.Instant.from('2026-11-24T00:00:00Z')
  assert.equal((await pair.hustEditor.post(`/stories/${other}/publish`)).status, 303)
})

test('a scheduled story is out at its instant, once, whoever looks first', async () => {
  const id = await writtenStory(pair)
  await approveStory(pair, id)
  const house = houseOf(pair.hust, pair.queenMary)
  const past = await pair.hustEditor.post(`/stories/${id}/schedule`, { date: '2020-01-01', time: '08:00' })
  assert.match(await past.text(), /This time is past/)
  await pair.hustEditor.post(`/stories/${id}/schedule`, { date: '2026-11-25', time: '09:00' })
  const page = await pair.hustEditor.read(`/stories/${id}`)
  assert.match(page, /25 Nov 2026, 09:00 Wuhan, 01:00 London/)
  const due = Temporal.Instant.from('2026-11-25T01:00:00Z')
  await publishDue(db(), house, due.subtract({ seconds: 1 }))
  assert.equal(await stateOf(id), 'scheduled')
  await Promise.all([publishDue(db(), house, due), publishDue(db(), house, due)])
  const story = (await findStory(db(), id))!
  assert.deepEqual([story.state, story.edition, story.publishedAt?.toString()], ['published', 1, due.toString()])
  pair.now = due
})

test('an hour the clocks skip is asked for again, with what was typed', async () => {
  const officer = await pair.queenMary.browser('officer')
  const id = idOf(await officer.post('/stories'))
  const typed = { date: '2027-03-28', time: '01:30' }
  const refused = await officer.post(`/stories/${id}/embargo`, typed)
  assert.equal(refused.status, 422)
  assert.match(
    await refused.text(),
    /an hour the clocks skip in spring is none[^>]*>\s*<input type="time"[^>]* value="01:30"/,
  )
  assert.equal((await findStory(pair.queenMary.database.db, id))!.embargoUntil, null)
  assert.equal((await officer.post(`/stories/${id}/embargo`, { ...typed, time: '02:30' })).status, 303)
  assert.equal((await findStory(pair.queenMary.database.db, id))!.embargoUntil?.toString(), '2027-03-28T01:30:00Z')
})

test('a correction shows its note and keeps the address; a withdrawal leaves only its note', async () => {
  const id = await writtenStory(pair)
  await approveStory(pair, id)
  await pair.hustEditor.post(`/stories/${id}/publish`)
  const { slug } = (await findStory(db(), id))!
  const none = await pair.hustEditor.post(`/stories/${id}/correct`, { note_en: 'x' })
  assert.match(await none.text(), /The text is the same as the published one/)
  await saveText(pair.hustEditor, id, { headline_en: 'HUST and Queen Mary signed' })
  assert.match((await findPublished(db(), slug!))!.headline.en, /sign, together/, 'readers see no draft')
  const early = await pair.hustEditor.post(`/stories/${id}/correct`, { note_en: 'The headline was wrong.' })
  assert.match(await early.text(), /has not been approved on our side/)
  const { colleague } = await import('#test/support/negotiation.ts')
  const second = await colleague(pair, pair.hust, 'editor')
  await approve(second, id)
  assert.match(await (await second.post(`/stories/${id}/correct`)).text(), /what readers should know/)
  await second.post(`/stories/${id}/correct`, { note_en: 'The headline was wrong.' })
  const corrected = (await findPublished(db(), slug!))!
  assert.equal(corrected.headline.en, 'HUST and Queen Mary signed')
  assert.equal(corrected.corrections[0]?.note.en, 'The headline was wrong.')
  await second.post(`/stories/${id}/withdraw`, { note_zh: '内容有误。' })
  const gone = (await findPublished(db(), slug!))!
  assert.deepEqual([gone.withdrawn?.note.zh, gone.body.en.length, gone.photos.length], ['内容有误。', 0, 0])
  assert.ok(!(await publishedStories(db())).some((one) => one.id === id))
})
