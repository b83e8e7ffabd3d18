/**
 * Plays schedules on two nodes, a few pairs at a time, and tells of each that did not end as it must: a sample of them, or all with
 * `SCHEDULES=all npm test -- faults`.
 */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Schedule, sample } from './schedule.ts'
import { openWorld, play, type World } from './world.ts'

/** Pairs of nodes played on at once by one process: while one waits for its database, another goes on. */
const atOnce = 3
/** Schedules told as one test. */
const batch = 25

export function playAll(schedules: Schedule[], how: { streamless?: boolean } = {}): void {
  const only = process.env.SCHEDULE
  const chosen = process.env.SCHEDULES === 'all' ? schedules : sample(schedules)
  const wanted = only ? [JSON.parse(only) as Schedule] : chosen
  let worlds: World[] = []
  before(async () => {
    worlds = await Promise.all(Array.from({ length: only ? 1 : atOnce }, () => openWorld(how)))
  })
  after(() => Promise.all(worlds.map((world) => world.close())))

  describe(`${wanted.length} schedules`, () => {
    for (let from = 0; from < wanted.length; from += batch) {
      const some = wanted.slice(from, from + batch)
      test(`${from + 1} to ${from + some.length} end as they must`, async () => {
        const waiting = [...some]
        const failures: string[] = []
        const hand = async (place: number) => {
          for (let next = waiting.shift(); next; next = waiting.shift()) {
            const failed = await play(worlds[place]!, next).catch((problem: Error) => problem)
            if (!failed) continue
            failures.push(failed.message)
            // What it left undone must not be taken for the next one's.
            await worlds[place]!.close()
            worlds[place] = await openWorld(how)
          }
        }
        await Promise.all(worlds.map((_, place) => hand(place)))
        assert.deepEqual(failures, [])
      })
    }
  })
}
