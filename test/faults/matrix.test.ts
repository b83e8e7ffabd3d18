/** What the fault matrix is made of. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { agreementMessages } from '#src/agreements/index.ts'
import { ceremonyMessages } from '#src/ceremonies/index.ts'
import { federationMessages } from '#src/federation/index.ts'
import { kindWords } from '#src/federation/set-back-words.ts'
import { keyMessages } from '#src/keys/index.ts'
import type { Messages } from '#src/platform/messages.ts'
import { openTypesetter } from '#src/platform/typeset/index.ts'
import { signingMessages } from '#src/signing/index.ts'
import { stageMessages } from '#src/stage/index.ts'
import { storyMessages } from '#src/stories/index.ts'
import { witnessMessages } from '#src/witness/index.ts'
import { matrix, type Route, routes, sample, sampled, whats } from './schedule.ts'

const { reordered, shuffled, ...inOrder } = matrix()
const ordered = Object.values(inOrder).flat()
const streamless = [...reordered, ...shuffled]
const all = [...ordered, ...streamless]

/** Routes with every fault at each of their messages. */
const signing = ['straight', 'asked', 'proven', 'ending', 'keys', 'paired'] as const
const wholly = [...signing, 'ceremony', 'stage', 'greeting', 'story', 'moved'] as const

test('there are at least 500 schedules, each another', () => {
  assert.ok(all.length >= 500, `only ${all.length}`)
  const told = [...ordered, ...streamless.map((s) => ({ ...s, reordered: true }))].map((s) => JSON.stringify(s))
  assert.equal(new Set(told).size, all.length)
})

test('a sample of them is played each time: every fault, every message, every restored node is in it', () => {
  const some = Object.values(matrix()).flatMap(sample)
  assert.ok(some.length >= sampled, `only ${some.length}`)
  const met = new Set(
    some.flatMap((s) => [...s.faults.map((f) => f.what), s.route, ...(s.restore ? [s.restore.side] : [])]),
  )
  assert.deepEqual([...met].sort(), [...whats, ...Object.keys(routes), 'first', 'second'].sort())
  for (const route of wholly)
    for (let at = routes[route].from; at < routes[route].messages; at++)
      assert.ok(
        some.some((s) => s.route === route && s.faults.some((f) => f.at === at)),
        `${route}: ${at}`,
      )
})

test('the same schedules are made every time', () => assert.deepEqual(matrix(), { reordered, shuffled, ...inOrder }))

test('every message meets every fault', () => {
  const meet = (route: Route, at: number, what: string) =>
    ordered.some((s) => s.route === route && s.faults.some((f) => f.at === at && f.what === what))
  for (const route of wholly)
    for (let at = routes[route].from; at < routes[route].messages; at++)
      for (const what of whats) assert.ok(meet(route, at, what), `${route}: ${what} at ${at}`)
})

const rootOf = async () => undefined
const handled: Messages = {
  ...agreementMessages({ typesetter: openTypesetter(), steps: [] }),
  ...signingMessages({ rootOf }),
  ...keyMessages({ rootOf }),
  ...witnessMessages({} as Parameters<typeof witnessMessages>[0]),
  ...ceremonyMessages,
  ...stageMessages,
  ...storyMessages,
  ...federationMessages,
}

test('every kind of message has a route it crosses on', () => {
  const kinds = new Set(Object.values(routes).flatMap((route) => route.kinds))
  assert.deepEqual([...kinds].sort(), Object.keys(handled).sort())
})

test('each is called something where it is missing, and all but a lost root can be taken back', () => {
  const lasting = Object.entries(handled).filter(([, handler]) => !handler.passing)
  for (const [kind] of lasting) assert.ok(kindWords[kind], kind)
  const byHand = lasting.filter(([, handler]) => !handler.sayAgain)
  assert.deepEqual(
    byHand.map(([kind]) => kind),
    ['keys.root'],
  )
})
