import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type IncomingMessage, request, type Server } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { after, afterEach, before, beforeEach, test } from 'node:test'
import type { Follower, LiveHub } from '#src/platform/live/index.ts'
import { type Html, html } from '#src/platform/ui/index.ts'
import { LiveDocument } from './document.ts'
import { Broadcast, type BroadcastHandler, broadcastHandler } from './index.ts'

/** Stands for the hub of announcements: a test announces. */
const followers = new Map<string, Set<Follower>>()
const live = {
  async follow(topic: string, follower: Follower) {
    const set = followers.get(topic) ?? new Set()
    followers.set(topic, set.add(follower))
    return () => set.delete(follower)
  },
} as unknown as LiveHub
const announce = (topic: string) => {
  for (const follower of followers.get(topic) ?? []) follower.send(Buffer.of())
}

let says: Record<string, Html>
let open: boolean
let readings: number
let broadcast: Broadcast
let handler: BroadcastHandler
let server: Server
const clients: { destroy(): void }[] = []

before(async () => {
  server = createServer((request, response) => {
    if (!handler.handle(request, response)) response.writeHead(418).end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
})
after(() => {
  server.closeAllConnections()
  server.close()
})
beforeEach(() => start())
afterEach(() => {
  broadcast.close()
  for (const client of clients.splice(0)) client.destroy()
})

function start(options: { tick?: number; most?: number; heartbeat?: number } = {}): void {
  followers.clear()
  says = { a: html`one`, b: html`two` }
  open = true
  readings = 0
  broadcast?.close()
  const follows = [
    { topic: 'calm', urgent: false },
    { topic: 'urgent', urgent: true },
  ]
  const read = async (name: string) => {
    readings++
    return name === 'none' ? undefined : { regions: says, follows, open }
  }
  broadcast = new Broadcast({ live, read, tick: 40, lookAgain: 100_000, ...options })
  const path = /^\/watch\/(\w+)\/(events|snapshot\.json)$/
  handler = broadcastHandler(broadcast, { path, holdsKey: (_, key) => key === 'right', ...options })
}

interface Seen {
  cursor: string
  /** What the viewer's page shows. */
  parts: Record<string, string>
  events: { event: string; data: string }[]
  status: number
  /** Resolves when what was received satisfies. */
  until(satisfied: (seen: Seen) => boolean): Promise<Seen>
}

async function watch(path = '/watch/x/events', headers: Record<string, string> = {}): Promise<Seen> {
  const { port } = server.address() as AddressInfo
  const asked = request({ port, host: '127.0.0.1', path, headers, agent: false }).end()
  clients.push(asked)
  asked.on('error', () => {})
  const [response] = (await once(asked, 'response')) as [IncomingMessage]
  const waiting = new Set<() => void>()
  const seen: Seen = {
    cursor: '',
    parts: {},
    events: [],
    status: response.statusCode!,
    until: (satisfied) =>
      new Promise((done) => {
        const look = () => satisfied(seen) && waiting.delete(look) && done(seen)
        waiting.add(look)
        look()
      }),
  }
  let rest = ''
  response.setEncoding('utf8')
  response.on('error', () => {})
  response.on('data', (text: string) => {
    const pieces = (rest + text).split('\n\n')
    rest = pieces.pop()!
    for (const piece of pieces) take(seen, piece)
    for (const look of waiting) look()
  })
  return seen
}

function take(seen: Seen, piece: string): void {
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(piece)?.[1] ?? ''
  const event = field('event')
  if (event === 'parts') {
    seen.cursor = field('id')
    Object.assign(seen.parts, JSON.parse(field('data')))
  }
  seen.events.push({ event, data: field('data') })
}

const partsEvents = (seen: Seen) => seen.events.filter(({ event }) => event === 'parts')

test('a document answers every cursor with exactly the regions newer than it', () => {
  const document = new LiveDocument('e1')
  assert.equal(document.take({ a: html`1`, b: html`1` }), true)
  assert.equal(document.take({ a: html`1`, b: html`1` }), false)
  document.take({ a: html`2`, b: html`1` })
  document.take({ a: html`2` })
  assert.equal(document.cursor, 'e1:3')
  const newer = (rev: number) => JSON.parse(/^data: (.*)$/m.exec(String(document.since(rev)))![1]!)
  assert.deepEqual(newer(0), { a: '2', b: '' })
  assert.deepEqual(newer(1), { a: '2', b: '' })
  assert.deepEqual(newer(2), { b: '' })
  assert.deepEqual(newer(3), {})
  assert.equal(document.since(2), document.since(2), 'one buffer for all who ask')
  assert.deepEqual(
    ['e1:2', 'e1:4', 'e2:2', '', 'e1:-1'].map((cursor) => document.revOf(cursor)),
    [2, 0, 0, 0, 0],
  )
})

test('a newcomer gets the whole document, and then only what changes', async () => {
  const seen = await watch()
  await seen.until(({ parts }) => parts.b === 'two')
  assert.equal(partsEvents(seen).length, 1)
  says = { ...says, b: html`three` }
  announce('calm')
  await seen.until(({ parts }) => parts.b === 'three')
  assert.deepEqual(JSON.parse(partsEvents(seen)[1]!.data), { b: 'three' })
})

test('the page says what it shows: nothing comes twice, and nothing between page and stream is lost', async () => {
  const { cursor } = (await broadcast.present('x'))!
  says = { ...says, a: html`changed meanwhile` }
  announce('calm')
  await broadcast.settled()
  const seen = await watch(`/watch/x/events?at=${cursor}`)
  await seen.until(({ parts }) => parts.a === 'changed meanwhile')
  assert.deepEqual(JSON.parse(partsEvents(seen)[0]!.data), { a: 'changed meanwhile' })
  const upToDate = await watch(`/watch/x/events?at=${(await broadcast.present('x'))!.cursor}`)
  says = { ...says, b: html`later` }
  announce('urgent')
  await upToDate.until(({ parts }) => parts.b === 'later')
  assert.equal(partsEvents(upToDate).length, 1)
})

test('many announcements in one tick become one revision; an urgent one waits for nothing', async () => {
  start({ tick: 60_000 })
  const seen = await watch()
  await seen.until(({ parts }) => parts.a === 'one')
  const before = readings
  for (let n = 0; n < 50; n++) {
    says = { ...says, a: html`${n}` }
    announce('calm')
  }
  says = { ...says, a: html`signed` }
  announce('urgent')
  await seen.until(({ parts }) => parts.a === 'signed')
  assert.ok(readings - before <= 2, `${readings - before} readings`)
  assert.equal(partsEvents(seen).length, 2)
})

test('two hundred viewers drop and come back with what they had seen: all end at the same revision and words', async () => {
  const first = await Promise.all(Array.from({ length: 200 }, () => watch()))
  await Promise.all(first.map((seen) => seen.until(({ parts }) => parts.a === 'one')))
  for (const client of clients.splice(0)) client.destroy()
  for (let n = 1; n <= 5; n++) {
    says = { a: html`${n}`, b: html`two`, c: html`${n * 2}` }
    announce('urgent')
    await broadcast.settled()
  }
  const back = await Promise.all(first.map(({ cursor }) => watch('/watch/x/events', { 'last-event-id': cursor })))
  const { cursor } = (await broadcast.present('x'))!
  await Promise.all(back.map((seen) => seen.until((now) => now.cursor === cursor)))
  for (const seen of back) {
    assert.deepEqual(seen.parts, { a: '5', c: '10' })
    assert.equal(partsEvents(seen).length, 1)
  }
})

test('a cursor of an earlier life of the process gets everything', async () => {
  const seen = await watch('/watch/x/events', { 'last-event-id': 'deadbeef:7' })
  await seen.until(({ parts }) => parts.a === 'one' && parts.b === 'two')
})

/** A client that asks and never reads. */
async function stalled(): Promise<Socket> {
  const { port } = server.address() as AddressInfo
  const socket = connect({ port, host: '127.0.0.1' })
  clients.push(socket)
  await once(socket, 'connect')
  socket.pause()
  socket.write('GET /watch/x/events HTTP/1.1\r\nhost: x\r\n\r\n')
  return socket
}

test('who does not read costs next to nothing, holds up nobody, and is brought up to date when reading again', async () => {
  const slow = await Promise.all(Array.from({ length: 20 }, () => stalled()))
  const quick = await watch()
  await quick.until(({ parts }) => parts.a === 'one')
  while (broadcast.size() < 21) await new Promise(setImmediate)
  const big = 'x'.repeat(200_000)
  const before = process.memoryUsage().rss
  for (let n = 0; n < 60; n++) {
    says = { a: html`${n} ${big}`, b: html`${n}` }
    announce('urgent')
    await quick.until(({ parts }) => parts.b === String(n))
  }
  const grown = process.memoryUsage().rss - before
  assert.ok(grown < 150_000_000, `240 MB were offered to those who do not read; ${grown} bytes were kept`)
  let text = ''
  slow[0]!.setEncoding('utf8')
  slow[0]!.on('data', (part) => {
    text += part
  })
  slow[0]!.resume()
  while (!text.includes('"b":"59"')) await new Promise(setImmediate)
  const ids = [...text.matchAll(/^id: \w+:(\d+)$/gm)].map(([, rev]) => Number(rev))
  assert.deepEqual(
    ids,
    ids.toSorted((a, b) => a - b),
  )
  assert.ok(ids.length < 60, 'revisions in between were left out')
})

test('what is not open needs the key; what does not exist is not there; too many are asked to come back', async () => {
  open = false
  assert.equal((await watch()).status, 403)
  assert.equal((await watch('/watch/x/events?key=wrong')).status, 403)
  assert.equal((await watch('/watch/x/events?key=right')).status, 200)
  assert.equal((await watch('/watch/none/events')).status, 404)
  assert.equal((await watch('/watch/x/other')).status, 418)
  start({ most: 1 })
  assert.equal((await watch()).status, 200)
  assert.equal((await watch()).status, 503)
})

test('the snapshot carries the cursor as its tag and is not sent again to who has it', async () => {
  const { port } = server.address() as AddressInfo
  const address = `http://127.0.0.1:${port}/watch/x/snapshot.json`
  const answer = await fetch(address)
  assert.match(answer.headers.get('cache-control')!, /^public/)
  const { at, regions } = (await answer.json()) as { at: string; regions: Record<string, string> }
  assert.deepEqual(regions, { a: 'one', b: 'two' })
  const etag = answer.headers.get('etag')!
  assert.equal(etag, `"${at}"`)
  assert.equal((await fetch(address, { headers: { 'if-none-match': etag } })).status, 304)
  open = false
  says = { ...says, a: html`changed` }
  announce('urgent')
  await broadcast.settled()
  assert.equal((await fetch(address, { headers: { 'if-none-match': etag } })).status, 403)
  assert.match((await fetch(`${address}?key=right`)).headers.get('cache-control')!, /^private/)
})

test('at the end everyone is told when to come back, not all at once', async () => {
  const seen = await Promise.all(Array.from({ length: 8 }, () => watch()))
  await Promise.all(seen.map((one) => one.until(({ parts }) => parts.a === 'one')))
  broadcast.close()
  const bye = (one: Seen) => one.events.find(({ event }) => event === 'bye')?.data
  await Promise.all(seen.map((one) => one.until((now) => bye(now) !== undefined)))
  assert.ok(new Set(seen.map(bye)).size > 4)
})

test('heartbeats carry the time', async () => {
  start({ heartbeat: 10 })
  const seen = await watch()
  const times = ({ events }: Seen) => events.filter(({ event }) => event === 'time')
  await seen.until((now) => times(now).length >= 3)
  assert.ok(Math.abs(Number(times(seen)[0]!.data) - Date.now()) < 60_000)
})
