/**
 * Plays schedules on two nodes, a few pairs at a time, and tells of each that did not end as it must: a sample of them, or all with
 * `SCHEDULES=all npm test -- faults`. `SCHEDULE='{"seed":…}' npm test -- faults/in-order` plays one alone.
 */
import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { type Schedule, sample } from './schedule.ts'
import { openWorld, play, type World, type WorldKind } from './world.ts'

/** Pairs of nodes played on at once by one process: while one waits for its database, another goes on. */
const atOnce = 3
/** Schedules told as one test. */
const batch = 25

/** A place to play at: two nodes, kept as long as what is played there wants such. */
interface Place {
  kind: string
  world: World | undefined
}

export function playAll(schedules: Schedule[], how: Pick<WorldKind, 'streamless'> = {}): void {
  const only = process.env.SCHEDULE
  const chosen = process.env.SCHEDULES === 'all' ? schedules : sample(schedules)
  const wanted = only ? [JSON.parse(only) as Schedule] : chosen
  const places: Place[] = Array.from({ length: only ? 1 : atOnce }, () => ({ kind: '', world: undefined }))
  after(() => Promise.all(places.map(({ world }) => world?.close())))

  describe(`${wanted.length} schedules`, () => {
    for (let from = 0; from < wanted.length; from += batch) {
      const some = wanted.slice(from, from + batch)
      test(`${from + 1} to ${from + some.length} end as they must`, async () => {
        const waiting = [...some]
        const failures: string[] = []
        const hand = async (place: Place) => {
          for (let next = waiting.shift(); next; next = waiting.shift()) {
            const failed = await played(place, next, how)
            if (failed) failures.push(failed)
          }
        }
        await Promise.all(places.map(hand))
        assert.deepEqual(failures, [])
      })
    }
  })
}

/** @returns what was wrong with it, if anything */
export async function played(place: Place, schedule: Schedule, how: WorldKind): Promise<string | undefined> {
  try {
    await play(await worldFor(place, schedule, how), schedule)
    return undefined
  } catch (problem) {
    // What it left undone must not be taken for the next one's.
    place.kind = ''
    return (problem as Error).message
  }
}

/** Two nodes that meet for the first time can do so once. */
async function worldFor(place: Place, { route }: Schedule, how: WorldKind): Promise<World> {
  const wanted: WorldKind = { ...how, strangers: route === 'paired', differing: route === 'differing' }
  const kind = JSON.stringify(wanted)
  if (place.world && place.kind === kind && !wanted.strangers) return place.world
  await place.world?.close()
  place.world = undefined
  place.world = await openWorld(wanted)
  place.kind = kind
  return place.world
}
