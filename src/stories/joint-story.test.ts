/** A story both universities tell: offered, read and approved on the other node, told of when it is out, linked. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { formOf } from '#test/support/negotiation.ts'
import { handOver } from '#test/support/postman.ts'
import {
  approvePhoto,
  approveStory,
  describe,
  described,
  openStories,
  permit,
  phonePhoto,
  type StoryPair,
  saveText,
  upload,
  writtenStory,
} from '#test/support/stories.ts'
import { findPublished } from './index.ts'
import { findOffer } from './offer-store.ts'
import { heardStories } from './related-store.ts'
import { findStory } from './store.ts'

let pair: StoryPair
before(async () => {
  pair = await openStories()
})
after(() => pair?.close())

const ours = async (id: string) => (await findStory(pair.hust.database.db, id))!
const theirs = async (id: string) => (await findOffer(pair.queenMary.database.db, id))!

async function offered(): Promise<string> {
  const id = await writtenStory(pair, { joint: true })
  const officer = await pair.hust.browser('officer')
  await upload(officer, id, await phonePhoto())
  await describe(officer, id, described)
  await permit(officer, id)
  await approvePhoto(pair.hustEditor, id)
  await approveStory(pair, id)
  await pair.deliver()
  return id
}

async function answer(id: string, fields: Record<string, string>): Promise<Response> {
  const at = `/stories/offers/${id}/answer`
  const form = formOf(await pair.queenMaryEditor.read(`/stories/offers/${id}`), at)
  return pair.queenMaryEditor.post(at, { ...form, ...fields })
}

test('the partner’s editors read it with its photographs; their yes to the same content makes it approved', async () => {
  const id = await offered()
  assert.equal((await ours(id)).state, 'in_review')
  const refused = await (await pair.hustEditor.post(`/stories/${id}/publish`)).text()
  assert.match(
    refused,
    /QMUL has not approved this text yet\. Their editors have it before them|Queen Mary has not approved this text yet\. Their editors/,
  )
  assert.match(await pair.queenMaryEditor.read('/stories'), /waits for our answer/)
  const page = await pair.queenMaryEditor.read(`/stories/offers/${id}`)
  assert.match(page, /HUST and Queen Mary sign, together online/)
  assert.match(page, /两校在线举行签约仪式/)
  const photo = await pair.queenMaryEditor.get(`/stories/offers/${id}/photos/1.jpg`)
  assert.deepEqual([photo.status, photo.headers.get('content-type')], [200, 'image/jpeg'])
  const reader = await pair.queenMary.browser('reader')
  assert.equal((await reader.post(`/stories/offers/${id}/answer`, { decision: 'approved' })).status, 403)
  assert.equal((await answer(id, { decision: 'approved' })).status, 303)
  await pair.deliver()
  assert.equal((await ours(id)).state, 'approved')
  assert.equal((await pair.hustEditor.post(`/stories/${id}/publish`)).status, 303)
})

test('they may ask for changes with words; without words the form comes back', async () => {
  const id = await offered()
  const empty = await answer(id, { decision: 'changes_asked', words: '' })
  assert.match(await empty.text(), /Say what should be changed/)
  await answer(id, { decision: 'changes_asked', words: 'Please name our Vice-Principal.' })
  await pair.deliver()
  assert.equal((await ours(id)).state, 'changes_requested')
  assert.match(await pair.hustEditor.read(`/stories/${id}`), /Please name our Vice-Principal\./)
  assert.equal((await theirs(id)).state, 'changes_asked')
})

test('a change after both approved ends both approvals, and the partner is told', async () => {
  const id = await offered()
  await answer(id, { decision: 'approved' })
  await pair.deliver()
  const stale = formOf(await pair.queenMaryEditor.read(`/stories/offers/${id}`), `/stories/offers/${id}/answer`)
  await saveText(pair.hustEditor, id, { headline_zh: '新标题' })
  assert.equal((await ours(id)).state, 'in_review')
  await pair.deliver()
  assert.equal((await theirs(id)).state, 'withdrawn')
  const late = await pair.queenMaryEditor.post(`/stories/offers/${id}/answer`, { ...stale, decision: 'approved' })
  assert.match(await late.text(), /changed or taken back/)
  assert.match(await (await pair.hustEditor.post(`/stories/${id}/publish`)).text(), /has not been approved on our side/)
})

test('messages may come twice, late, or forged: none of it approves anything', async () => {
  const id = await offered()
  const { hash, number } = await theirs(id)
  const at = pair.now.toString()
  const said = { number, hash, decision: 'approved', words: '', byName: 'An Editor', at }
  const send = (body: object) => handOver(pair, pair.queenMary, pair.hust, { kind: 'story.approval', about: id, body })
  assert.deepEqual(await send({ ...said, number: number + 1 }), { retry: 'offer_missing' })
  await send({ ...said, hash: 'f'.repeat(64) })
  assert.equal((await ours(id)).state, 'in_review', 'another content’s approval counts for nothing')
  await send(said)
  await send(said)
  assert.equal((await ours(id)).state, 'approved')
  const offer = {
    number,
    content: (await theirs(id)).content,
    hash: '0'.repeat(64),
    embargoUntil: null,
    byName: '',
    at,
  }
  const forged = await handOver(pair, pair.hust, pair.queenMary, {
    kind: 'story.offer',
    about: crypto.randomUUID(),
    body: offer,
  })
  assert.equal('answer' in forged && forged.answer, 'refused')
  const early = { ...offer, hash: (await theirs(id)).hash }
  const about = crypto.randomUUID()
  const waits = await handOver(pair, pair.hust, pair.queenMary, { kind: 'story.offer', about, body: early })
  assert.deepEqual(waits, { retry: 'photo_missing' })
})

test('once out, the partner hears of it and links it with one press; the link may go in both directions', async () => {
  const id = await writtenStory(pair)
  await approveStory(pair, id)
  await pair.hustEditor.post(`/stories/${id}/publish`)
  await pair.deliver()
  const db = pair.queenMary.database.db
  const heard = (await heardStories(db)).find(({ story }) => story === id)!
  const { slug } = await ours(id)
  assert.equal(heard.url.en, `${pair.hust.publicUrl}/en/news/${slug}`)
  const officer = await pair.queenMary.browser('officer')
  const begun = await officer.post('/stories')
  const own = begun.headers.get('location')!.split('/')[2]!
  await saveText(officer, own, { headline_en: 'Our story', body_en: 'Text.', ready_en: 'yes', partner: pair.hust.ror })
  assert.match(await officer.read(`/stories/${own}`), /published its story/)
  const linked = await officer.post('/stories/heard', { heard: id, story: own })
  assert.match(linked.headers.get('location')!, /done=linked/)
  await officer.post(`/stories/${own}/submit`)
  const at = `/stories/${own}/approve`
  await pair.queenMaryEditor.post(at, formOf(await pair.queenMaryEditor.read(`/stories/${own}`), at))
  assert.equal((await pair.queenMaryEditor.post(`/stories/${own}/publish`)).status, 303)
  const out = (await findPublished(db, 'our-story'))!
  assert.deepEqual(
    out.related.map(({ url, relation, language }) => [url, relation, language]),
    [
      [heard.url.en, 'partner_story', 'en'],
      [heard.url.zh, 'partner_story', 'zh'],
    ],
  )
  await pair.hustEditor.post(`/stories/${id}/withdraw`, { note_en: 'Superseded.' })
  await pair.deliver()
  assert.ok(!(await heardStories(db)).some(({ story }) => story === id))
})
