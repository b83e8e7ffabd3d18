/** Photographs and letters are forgotten by two, like everything that names people; what the public sees stays. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { colleague } from '#test/support/negotiation.ts'
import type { OfficeBrowser } from '#test/support/office.ts'
import {
  approvePhoto,
  approveStory,
  describe,
  described,
  openStories,
  permit,
  phonePhoto,
  type StoryPair,
  upload,
  writtenStory,
} from '#test/support/stories.ts'
import { retentionRoutes } from './index.ts'

let pair: StoryPair
let officer: OfficeBrowser
let second: OfficeBrowser
const db = () => pair.hust.database.db

before(async () => {
  pair = await openStories()
  for (const { app, database } of [pair.hust, pair.queenMary]) app.route('/', retentionRoutes({ db: database.db }))
  officer = await pair.hust.browser('officer')
  second = await colleague(pair, pair.hust, 'officer')
})
after(() => pair?.close())

const records = (ids: string[]) => Object.fromEntries(ids.map((id) => [`record:${id}`, 'yes']))

/** One officer proposes, another confirms. */
async function forgetTogether(kind: string, ids: string[], [one, two] = [officer, second], database = db()) {
  assert.equal((await one.post(`/retention/${kind}/propose`, { reason: 'Over.', ...records(ids) })).status, 303)
  const act = database.selectFrom('retention_act').select('id').where('state', '=', 'proposed')
  const { id } = await act.executeTakeFirstOrThrow()
  assert.equal((await two.post(`/retention/acts/${id}/confirm`)).status, 303)
}

const numbers = async (story: string) =>
  (await db().selectFrom('story_photo').select('number').where('story', '=', story).orderBy('number').execute()).map(
    ({ number }) => number,
  )
const pictures = async () => {
  const { rows } = await sql<{ n: number }>`
    select count(*)::integer as n from file where type like 'image/%'`.execute(db())
  return rows[0]!.n
}
/** Lets sessions live through the years that pass. */
const later = async (years: number) => {
  pair.wait({ hours: 24 * 366 * years })
  for (const { database } of [pair.hust, pair.queenMary])
    await sql`update session set expires_at = expires_at + make_interval(years => ${years + 1})`.execute(database.db)
}

test('a photograph taken out, or of a story withdrawn, is forgotten with its permissions; what the public sees stays', async () => {
  const id = await writtenStory(pair)
  for (const width of [1200, 1000, 800]) await upload(officer, id, await phonePhoto({ width }))
  for (const number of [1, 2]) {
    await describe(officer, id, { ...described, people: `Known Person ${number}` }, number)
    await approvePhoto(pair.hustEditor, id, number)
    await permit(officer, id, 'site', number)
  }
  await officer.post(`/stories/${id}/photos/3/remove`)
  await approveStory(pair, id)
  assert.equal((await pair.hustEditor.post(`/stories/${id}/publish`)).status, 303)
  const draft = await writtenStory(pair)
  // The same picture as the first one of the published story.
  await upload(officer, draft, await phonePhoto({ width: 1200 }))
  assert.match(await officer.read('/retention/photographs'), /Nothing is due/)

  await later(4)
  const page = await officer.read('/retention/photographs')
  assert.match(page, /sign, together online: photograph 3/)
  const zh = await (await pair.hust.browser('officer', 'zh')).read('/retention/photographs')
  assert.match(zh, /在线签约：图3/)
  const asked = await officer.post('/retention/photographs/propose', { reason: 'x', ...records([`${id}/1`]) })
  assert.equal(asked.status, 422, 'a published one cannot be proposed')
  const before = await pictures()
  await forgetTogether('photographs', [`${id}/3`, `${draft}/1`])
  assert.deepEqual([await numbers(id), await numbers(draft)], [[1, 2], []])
  assert.ok((await pictures()) < before)
  const { original } = await db()
    .selectFrom('story_photo')
    .select('original')
    .where('story', '=', id)
    .where('number', '=', 1)
    .executeTakeFirstOrThrow()
  assert.equal(
    (await officer.get(`/photos/${original}/480.webp`)).status,
    200,
    'of the draft’s picture another has need',
  )

  assert.equal((await pair.hustEditor.post(`/stories/${id}/withdraw`, { note_en: 'Withdrawn.' })).status, 303)
  assert.match(await officer.read('/retention/photographs'), /Nothing is due/, 'its years begin now')
  await later(4)
  assert.match(await officer.read('/retention/photographs'), /photograph 1[\s\S]*photograph 2/)
  await forgetTogether('photographs', [`${id}/1`, `${id}/2`])
  assert.equal(await pictures(), 0)
  assert.equal((await db().selectFrom('story_photo_permission').selectAll().execute()).length, 0)
  const { rows } = await sql<{ t: string }>`select string_agg(j::text, '') || (
    select coalesce(string_agg(r::text, ''), '') from row_change r) as t from journal j`.execute(db())
  assert.doesNotMatch(rows[0]!.t, /Known Person/, 'nor does the journal remember who was in it')
})

test('a number once given never means another photograph, also when the last one is forgotten', async () => {
  const id = await writtenStory(pair)
  await upload(officer, id, await phonePhoto())
  await later(4)
  await forgetTogether('photographs', [`${id}/1`])
  await upload(officer, id, await phonePhoto())
  assert.deepEqual(await numbers(id), [2])
})

test('photographs that came with a partner’s offer go when it came to nothing, and its page says so; never while it waits', async () => {
  const id = await writtenStory(pair, { joint: true })
  await upload(officer, id, await phonePhoto())
  await describe(officer, id, described)
  await approvePhoto(pair.hustEditor, id)
  await permit(officer, id)
  await approveStory(pair, id)
  await pair.deliver()
  await later(4)
  const theirs = [await pair.queenMary.browser('officer'), await colleague(pair, pair.queenMary, 'officer')] as const
  assert.match(await theirs[0].read('/retention/photographs'), /Nothing is due/, 'it waits for an answer')
  await sql`update story_offer set state = 'withdrawn'`.execute(pair.queenMary.database.db)
  assert.match(await theirs[0].read('/retention/photographs'), /photographs that came with the partner’s story/)
  const offer = `/stories/offers/${id}`
  assert.match(await pair.queenMaryEditor.read(offer), /photos\/1\.jpg/)
  await forgetTogether('photographs', [`${id}/offer`], [...theirs], pair.queenMary.database.db)
  const page = await pair.queenMaryEditor.read(offer)
  assert.match(page, /no longer kept here/)
  assert.doesNotMatch(page, /photos\/1\.jpg/)
  assert.equal((await pair.queenMaryEditor.get(`${offer}/photos/1.jpg`)).status, 404)
})

test('letters are forgotten a month at a time, with the calendar files they carried and not with the documents', async () => {
  const letter = async (outbox: number, sentAt: string) => {
    await sql`insert into mailbox (outbox_id, to_name, to_address, language, subject, body_text, sent_at)
      values (${outbox}, 'Old Reader', 'old@reader.example', 'en', ${`Letter ${outbox}`}, 'x', ${sentAt})`.execute(db())
  }
  const attach = async (outbox: number, bytes: string, type: string, position: number) =>
    sql`with f as (insert into file (sha256, type, bytes) values (encode(sha256(${bytes}::bytea), 'hex'), ${type}, ${bytes}::bytea)
        on conflict do nothing)
      insert into mailbox_attachment select id, ${position}, 'a', encode(sha256(${bytes}::bytea), 'hex')
      from mailbox where outbox_id = ${outbox}`.execute(db())
  await letter(900_001, '2020-03-01T00:00Z')
  await letter(900_002, '2020-03-31T23:00Z')
  await letter(900_003, '2020-04-01T01:00Z')
  await attach(900_001, 'BEGIN:VCALENDAR one', 'text/calendar', 0)
  await attach(900_001, 'BEGIN:VCALENDAR shared', 'text/calendar', 1)
  await attach(900_001, 'letter as PDF', 'application/pdf', 2)
  await attach(900_003, 'BEGIN:VCALENDAR shared', 'text/calendar', 0)
  const item = { topic: 'mail', stream: null, body: '{"to":"old"}', last_error: null }
  const [then, unsent] = [Temporal.Instant.from('2020-03-15T00:00Z'), null]
  for (const done of [then, unsent])
    await db()
      .insertInto('outbox')
      .values({ ...item, created_at: then, due_at: then, done_at: done })
      .execute()

  assert.match(await officer.read('/retention/letters'), /March 2020: 3 letters[\s\S]*April 2020: one letter/)
  const zh = await (await pair.hust.browser('officer', 'zh')).read('/retention/letters')
  assert.match(zh, /2020年3月：3 封邮件/)
  await forgetTogether('letters', ['2020-03'])
  const subjects = await db().selectFrom('mailbox').select('subject').where('outbox_id', '>=', '900000').execute()
  assert.deepEqual(subjects, [{ subject: 'Letter 900003' }])
  const items = await db().selectFrom('outbox').select('done_at').where('created_at', '=', then).execute()
  assert.deepEqual(items, [{ done_at: null }], 'what is still to be sent is not touched')
  const { rows } = await sql<{ text: string }>`
    select convert_from(bytes, 'UTF8') as text from file where type in ('text/calendar', 'application/pdf')
      and convert_from(bytes, 'UTF8') ~ 'one|shared|letter as' order by 1`.execute(db())
  assert.deepEqual(
    rows.map(({ text }) => text),
    ['BEGIN:VCALENDAR shared', 'letter as PDF'],
  )
})
