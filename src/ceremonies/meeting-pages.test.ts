import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Around, addressed, lettersTo, openAround } from '#test/support/around.ts'
import { planAt, sharedCeremony } from '#test/support/ceremony.ts'
import { type MeetingServer, openMeetingServer } from '#test/support/meeting-server.ts'
import type { Meeting } from './frame.ts'
import { lockCeremony, saveCeremony } from './store.ts'

let server: MeetingServer
let pair: Around
before(async () => {
  server = await openMeetingServer()
  pair = await openAround({ bigBlueButton: server })
})
after(async () => {
  await pair.close()
  await server.close()
})

const plain = (page: string) => page.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
const origin = () => new URL(server.url).origin

/** A shared ceremony with a meeting, and the time moved to some minutes before it begins. */
async function meetingAt(meeting: Meeting, minutesBefore: number): Promise<string> {
  const date = pair.now
    .add({ hours: 24 * 3 })
    .toZonedDateTimeISO('Asia/Shanghai')
    .toPlainDate()
    .toString()
  const { id } = await sharedCeremony(pair, { date, time: '16:00' })
  for (const office of [pair.hust, pair.queenMary])
    await office.database.db.transaction().execute(async (tx) => {
      const ceremony = (await lockCeremony(tx, id))!
      await saveCeremony(tx, { ...ceremony, frame: { ...ceremony.frame, meeting } })
    })
  pair.now = (await planAt(pair.hust, id)).startsAt.subtract({ minutes: minutesBefore })
  return id
}

test('before its time the meeting cannot be joined; its page tells when it opens, in both cities', async () => {
  const id = await meetingAt({ kind: 'bigbluebutton', room: 'signing' }, 45)
  const officer = await pair.hust.browser('officer')
  assert.match(
    plain(await officer.read(`/ceremonies/${id}/meeting`)),
    /The meeting opens [^.]*15:30 Wuhan, 07:30 London|The meeting opens [^.]*15:30 Wuhan, 08:30 London/,
  )
  assert.equal((await officer.post(`/ceremonies/${id}/meeting`)).status, 409)
  assert.equal(server.calls.length, 0)
})

test('pressing Join opens the room and enters it by one’s role; before that the server hears nothing', async () => {
  const id = await meetingAt({ kind: 'bigbluebutton', room: 'signing-2' }, 20)
  const officer = await pair.hust.browser('officer')
  const before = server.calls.length
  const page = await officer.get(`/ceremonies/${id}/meeting`)
  assert.equal(server.calls.length, before)
  const policy = page.headers.get('content-security-policy')!
  assert.ok(
    policy.includes(`form-action 'self' ${origin()};`) && policy.includes(`frame-src 'self' ${origin()}`),
    policy,
  )
  assert.ok(page.headers.get('permissions-policy')!.includes(`camera=(self "${origin()}")`))
  const other = await officer.get(`/ceremonies/${id}/invitations`)
  assert.ok(!other.headers.get('content-security-policy')!.includes(origin()))

  const joined = await officer.post(`/ceremonies/${id}/meeting`)
  assert.equal(joined.status, 303)
  assert.match(await (await fetch(joined.headers.get('location')!)).text(), /<h1>Some officer<\/h1>/)
  const entered = server.calls.at(-1)!
  assert.deepEqual([entered.call, entered.right, entered.asked.role], ['join', true, 'MODERATOR'])
  const reader = await (await pair.hust.browser('reader')).post(`/ceremonies/${id}/meeting`)
  await fetch(reader.headers.get('location')!)
  assert.equal(server.calls.at(-1)!.asked.role, 'VIEWER')
})

test('the partner’s people come in through the convenor’s door with a pass their own node signed', async () => {
  const id = await meetingAt({ kind: 'bigbluebutton', room: 'signing-3' }, 10)
  const there = await pair.queenMary.browser('officer')
  const page = await there.get(`/ceremonies/${id}/meeting`)
  assert.ok(page.headers.get('content-security-policy')!.includes(`form-action 'self' ${pair.hust.publicUrl};`))
  const sent = await there.post(`/ceremonies/${id}/meeting`)
  const door = new URL(sent.headers.get('location')!)
  assert.equal(door.origin, pair.hust.publicUrl)
  const nobody = await pair.hust.browser('public')
  assert.match(plain(await nobody.read(door.pathname)), /You enter as Some officer\. Queen Mary/)
  const joined = await nobody.post(door.pathname)
  assert.equal(joined.status, 303)
  assert.match(await (await fetch(joined.headers.get('location')!)).text(), /<h1>Some officer<\/h1>/)

  const [body, signature] = door.pathname.slice('/meeting/'.length).split('.')
  const claims = JSON.parse(Buffer.from(body!, 'base64url').toString())
  const forged = Buffer.from(JSON.stringify({ ...claims, name: 'The President' })).toString('base64url')
  for (const wrong of [`${forged}.${signature}`, `${body}.${'A'.repeat(86)}`, body!, 'x.y'])
    assert.equal((await nobody.get(`/meeting/${wrong}`)).status, 403, wrong)
  pair.wait({ minutes: 11 })
  assert.equal((await nobody.get(door.pathname)).status, 403, 'ten minutes later it is worth nothing')
})

test('a guest who comes joins from the page in the letter; one who declined does not', async () => {
  const id = await meetingAt({ kind: 'bigbluebutton', room: 'signing-4' }, 60 * 24)
  await addressed(pair.hust, id, { 0: 'guest@meeting.example' })
  await (await pair.hust.browser('officer')).post(`/ceremonies/${id}/invitations`)
  const { link, calendar } = (await lettersTo(pair, pair.hust, 'guest@meeting.example')).at(-1)!
  assert.match(
    calendar!.replace(/\r\n /g, ''),
    /CONFERENCE;VALUE=URI;FEATURE=AUDIO,VIDEO:http:\/\/hust\.localhost:4101\/reply\//,
  )
  pair.wait({ hours: 23, minutes: 45 })
  const guest = await pair.hust.browser('public')
  assert.match(plain(await guest.read(link)), /Join the meeting/)
  const joined = await guest.post(`${link}/join`)
  assert.match(await (await fetch(joined.headers.get('location')!)).text(), /王小明 Wang Xiaoming/)
  assert.equal(server.calls.at(-1)!.asked.role, 'VIEWER')
  await guest.post(link, { answer: 'declined', remark: '' })
  assert.doesNotMatch(plain(await guest.read(link)), /Join the meeting/)
  assert.equal((await guest.post(`${link}/join`)).status, 403)
})

test('a plain link leads there after a press, from either node; the stage’s public has no such page', async () => {
  const id = await meetingAt({ kind: 'link', url: 'https://meet.example.edu/room' }, 5)
  for (const office of [pair.hust, pair.queenMary]) {
    const answer = await (await office.browser('officer')).post(`/ceremonies/${id}/meeting`)
    assert.equal(answer.headers.get('location'), 'https://meet.example.edu/room')
    assert.equal((await (await office.browser('public')).get(`/ceremonies/${id}/meeting`)).status, 404)
    assert.equal((await (await office.browser('nobody')).post(`/ceremonies/${id}/meeting`)).status, 404)
  }
})

test('a rehearsal has a room of its own, open at any hour', async () => {
  const id = await meetingAt({ kind: 'bigbluebutton', room: 'signing-5' }, 60 * 24)
  const officer = await pair.hust.browser('officer')
  const copy = (await officer.post(`/ceremonies/${id}/rehearsals`)).headers.get('location')!.split('?')[0]!
  const joined = await officer.post(`${copy}/meeting`)
  assert.equal(joined.status, 303)
  await fetch(joined.headers.get('location')!)
  assert.match(server.calls.at(-1)!.asked.meetingID!, /^signing-5-rehearsal-[0-9a-f]{8}$/)
})

test('a server that does not answer is told on the page, with what to do', async () => {
  const id = await meetingAt({ kind: 'bigbluebutton', room: 'signing-6' }, 5)
  await server.close()
  const answer = await (await pair.hust.browser('officer')).post(`/ceremonies/${id}/meeting`)
  assert.equal(answer.status, 503)
  assert.match(plain(await answer.text()), /The meeting server does not answer\./)
})
