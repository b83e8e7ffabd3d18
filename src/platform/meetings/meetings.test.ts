import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { after, before, test } from 'node:test'
import { Refusal } from '#src/platform/refusal.ts'
import { type MeetingServer, openMeetingServer } from '#test/support/meeting-server.ts'
import { callAddress, checksum } from './bigbluebutton.ts'
import { bigBlueButton, meetings } from './index.ts'
import { jitsiAddress } from './jitsi.ts'

let server: MeetingServer
before(async () => {
  server = await openMeetingServer()
})
after(() => server.close())

const at = Temporal.Instant.from('2021-09-23T07:00:00Z')
const room = { id: 'signing-7', title: '签约仪式 & Signing', backTo: 'https://chirograph.example/live/7' }
const wang = { name: '王小明 Wang Xiaoming', key: 'account-1', moderates: true }
const guest = { name: "Ruth O'Brien", key: 'guest-2', moderates: false }
const refusedWith = (reason: string) => (error: unknown) => error instanceof Refusal && error.reason === reason

test('checksums are those of the published example', () => {
  const query =
    'name=Demo&meetingID=replace-with-meeting-id&attendeePW=replace-with-password&moderatorPW=replace-with-password'
  assert.equal(
    checksum('create', query, 'replace-with-secret'),
    '7e5a0a48f1542462e56ca034dc83d741bff1deb5feab0cd9ef74fa6e009fe1fd',
  )
})

test('what is hashed is what is sent: Chinese names, spaces and ampersands come through', async () => {
  const address = callAddress(server, 'create', { name: '签约仪式 a+b&c=d', meetingID: 'x' })
  assert.match(await (await fetch(address)).text(), /SUCCESS/)
  assert.equal(server.calls.at(-1)!.asked.name, '签约仪式 a+b&c=d')
})

test('a room is opened once, people enter it by their role, and it is told who is there', async () => {
  const client = bigBlueButton(server)
  await client.create(room)
  await client.create(room)
  assert.equal(await client.isRunning(room), false)
  for (const person of [wang, guest]) {
    const answer = await fetch(client.joinAddress(room, person))
    assert.match(await answer.text(), /<h1>/)
  }
  assert.equal(await client.isRunning(room), true)
  assert.deepEqual(await client.info(room), {
    running: true,
    participants: 2,
    moderators: 1,
    people: [
      { name: '王小明 Wang Xiaoming', role: 'MODERATOR' },
      { name: "Ruth O'Brien", role: 'VIEWER' },
    ],
  })
  await client.end(room)
  await client.end(room)
  assert.equal(await client.info(room), null)
})

test('a viewer’s address does not let them moderate', async () => {
  const client = bigBlueButton(server)
  await client.create(room)
  const forged = client.joinAddress(room, guest).replace('role=VIEWER', 'role=MODERATOR')
  assert.match(await (await fetch(forged)).text(), /checksumError/)
})

test('a server with another secret refuses, and its words are told', async () => {
  const stranger = bigBlueButton({ ...server, secret: 'not the secret' })
  await assert.rejects(stranger.create(room), (error: Refusal) => {
    assert.equal(error.reason, 'meeting_server_refused')
    assert.match(String(error.details.message), /checksum/)
    return true
  })
})

test('a server that is not there is a refusal, not a fault', async () => {
  const gone = await openMeetingServer()
  await gone.close()
  await assert.rejects(bigBlueButton(gone).create(room), refusedWith('meeting_server_silent'))
})

test('a node joins by what it has; a kind it has not is refused', async () => {
  const some = meetings({ bigBlueButton: server, jitsi: null, opensBefore: 30 })
  assert.deepEqual(some.kinds, ['bigbluebutton'])
  assert.equal(some.origin('bigbluebutton'), new URL(server.url).origin)
  const address = await some.join('bigbluebutton', { ...room, id: 'fresh' }, wang, at)
  assert.match(await (await fetch(address)).text(), /王小明 Wang Xiaoming/)
  assert.equal(await some.present('bigbluebutton', { id: 'fresh' }), 1)
  await assert.rejects(some.join('jitsi', room, wang, at), refusedWith('meeting_server_missing'))
})

test('a Jitsi address carries a short-lived token for one person and one room', () => {
  const tokens = { appId: 'chirograph', secret: 'shared with the meeting server' }
  const address = new URL(jitsiAddress({ url: 'https://meet.example.edu', tokens }, room, wang, at))
  assert.equal(address.origin + address.pathname, 'https://meet.example.edu/signing-7')
  const [head, claims, mac] = address.searchParams.get('jwt')!.split('.')
  const read = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString())
  assert.deepEqual(read(head!), { alg: 'HS256', typ: 'JWT' })
  assert.equal(createHmac('sha256', tokens.secret).update(`${head}.${claims}`).digest('base64url'), mac)
  const seconds = at.epochMilliseconds / 1000
  assert.deepEqual(read(claims!), {
    aud: 'jitsi',
    iss: 'chirograph',
    sub: 'meet.example.edu',
    room: 'signing-7',
    nbf: seconds - 60,
    exp: seconds + 300,
    moderator: true,
    context: { user: { id: 'account-1', name: '王小明 Wang Xiaoming', moderator: true } },
  })
})

test('a Jitsi server without tokens is given the room and the name to show, and no secret', () => {
  const address = new URL(jitsiAddress({ url: 'https://meet.example.edu', tokens: null }, room, guest, at))
  assert.equal(address.search, '')
  assert.equal(decodeURIComponent(address.hash), `#userInfo.displayName="Ruth O'Brien"`)
})
