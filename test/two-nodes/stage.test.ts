/**
 * Two nodes, each a process of its own, play a ceremony before viewers on both sides. The leader's node is killed (`kill -9`) in the
 * middle: the other side's audience sees one line, its moderator takes over, and when the node is back both sides and all viewers
 * hold the same stage again.
 */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { hust, queenMary } from '#cast/universities.ts'
import type { Office } from '#src/command/self-test/office.ts'
import type { StageState } from '#src/stage/stage.ts'
import { type KillablePair, startKillablePair } from '#test/support/killable.ts'
import { type Watcher, watch } from '#test/support/watcher.ts'

let pair: KillablePair
let id: string
const watchers: Record<'first' | 'second', Watcher[]> = { first: [], second: [] }
const crowd = 40

before(async () => {
  pair = await startKillablePair()
  id = await sharedPlan()
})
after(async () => {
  for (const watcher of [...watchers.first, ...watchers.second]) watcher.close()
  await pair?.close()
})

/** A launch planned by the first office and shared; nothing is signed at it. */
async function sharedPlan(): Promise<string> {
  const officer = await pair.first.office.as('officer')
  const day = Temporal.Now.zonedDateTimeISO('Asia/Shanghai').toPlainDate().add({ days: 1 }).toString()
  const fields = {
    partner: queenMary.ror,
    kind: 'launch',
    title_en: 'Launch',
    title_zh: '启动',
    date: day,
    time: '16:00',
  }
  const made = await officer.send(await officer.open('/ceremonies/new'), '/ceremonies', fields)
  const found = /^\/ceremonies\/([0-9a-f-]{36})/.exec(made.url)?.[1]
  assert.ok(found, `no plan was made: ${made.status}`)
  await officer.send(await officer.open(`/ceremonies/${found}`), `/ceremonies/${found}/share`)
  await pair.second.office.until('officer', '/ceremonies', ({ html }) => html.includes(found), 'the plan')
  return found
}

async function stage(side: 'first' | 'second'): Promise<StageState | undefined> {
  const row = await pair[side].database.db.selectFrom('stage').selectAll().where('ceremony', '=', id).executeTakeFirst()
  const { changed_at: _, ...state } = row ?? { changed_at: null }
  return state as unknown as StageState
}

/** Presses the button of this act on the office's console. */
async function press(office: Office, act: string): Promise<void> {
  const officer = await office.as('officer')
  const { html } = await officer.open(`/ceremonies/${id}/console`)
  const form = new RegExp(`<input[^>]*name="act" value="${act}"[^>]*>(<input[^>]*>)*`).exec(html)?.[0]
  assert.ok(form, `${act} cannot be pressed`)
  const fields = Object.fromEntries([...form.matchAll(/name="(\w+)" value="([^"]*)"/g)].map(([, n, v]) => [n!, v!]))
  const { status } = await officer.post(`/ceremonies/${id}/stage`, fields)
  assert.ok(status < 400, `${act}: ${status}`)
}

async function gather(side: 'first' | 'second'): Promise<void> {
  const { office } = pair[side]
  const { html } = await (await office.as('officer')).open(`/live/${id}`)
  const src = /<stage-feed src="([^"]+)"/.exec(html)![1]!.replaceAll('&amp;', '&')
  for (let n = 0; n < crowd; n++) watchers[side].push(watch(new URL(src, office.site).href))
}

/** @returns milliseconds until it was so */
async function until(what: string, so: () => boolean | Promise<boolean>, patience: number): Promise<number> {
  const began = performance.now()
  for (;;) {
    if (await so()) return performance.now() - began
    assert.ok(performance.now() - began < patience, `waited ${patience} ms in vain: ${what}`)
    await new Promise((done) => setTimeout(done, 50))
  }
}

const all = (side: 'first' | 'second', shows: (parts: Watcher['parts']) => boolean) =>
  watchers[side].every(({ parts }) => shows(parts))
const regions = ['stage-said', 'stage-scene', 'stage-order', 'stage-captions', 'stage-line']

/** Everybody on a side sees the very same. */
function agreed(side: 'first' | 'second'): boolean {
  const [one, ...others] = watchers[side]
  return others.every(({ parts }) => regions.every((region) => parts[region] === one!.parts[region]))
}

test('the leader’s node dies in the middle', { timeout: 900_000 }, async () => {
  const { first, second } = pair
  await press(first.office, 'start')
  await press(first.office, 'next')
  await until('the other node hears of it', async () => (await stage('second'))?.rev === 2, 10_000)
  await gather('first')
  await gather('second')
  for (const side of ['first', 'second'] as const)
    await until(
      'viewers see it',
      () => all(side, (p) => /Address on behalf of HUST/.test(p['stage-said'] ?? '')),
      10_000,
    )
  await until('the nodes are in touch', () => all('second', (p) => p['stage-line'] === ''), 10_000)

  const opened = watchers.second.map((w) => w.opened)
  const stopped = first.stop()
  await stopped
  await until('the silence is noticed', () => all('second', (p) => /stage-lost/.test(p['stage-line'] ?? '')), 12_000)
  assert.ok(
    all('second', (p) => /Address on behalf of HUST/.test(p['stage-said'] ?? '')),
    'the scene stays',
  )

  await press(second.office, 'take_over')
  await press(second.office, 'next')
  const next = (p: Watcher['parts']) => /Address on behalf of Queen Mary/.test(p['stage-said'] ?? '')
  await until('the audience follows who took over', () => all('second', next), 5_000)
  assert.deepEqual(
    watchers.second.map((w) => w.opened),
    opened,
    'nobody on this side was cut off',
  )

  await first.restart()
  const took = await until('its viewers are consistent again', () => all('first', next) && agreed('first'), 15_000)
  assert.ok(took < 15_000)
  await until('the line is gone', () => all('second', (p) => p['stage-line'] === ''), 10_000)
  const same = async () => JSON.stringify(await stage('first')) === JSON.stringify(await stage('second'))
  await until('both nodes hold the same stage', same, 10_000)
  assert.equal((await stage('first'))?.leader, queenMary.ror)
})

test('the node that came back takes over again and ends it: both keep the same record', {
  timeout: 900_000,
}, async () => {
  await press(pair.first.office, 'take_over')
  await press(pair.first.office, 'next')
  await press(pair.first.office, 'end')
  const ended = async () => (await stage('second'))?.phase === 'ended'
  await until('the end is heard', ended, 10_000)
  const records = await Promise.all(
    [pair.first, pair.second].map(({ database }) =>
      database.db
        .selectFrom('ceremony_record')
        .select(['items', 'ended_at'])
        .where('ceremony', '=', id)
        .executeTakeFirstOrThrow(),
    ),
  )
  assert.equal(JSON.stringify(records[0]), JSON.stringify(records[1]))
  assert.equal((await stage('first'))?.leader, hust.ror)
  await until(
    'everyone sees it',
    () => all('first', (p) => /Thank you/.test(p['stage-scene'] ?? '')) && agreed('second'),
    10_000,
  )
})
