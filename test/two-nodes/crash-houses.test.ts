/**
 * What two nodes say to each other about themselves: their keys, their logs when they meet, where they are reached. The sender or the
 * receiver is killed (`kill -9`, processes of their own) before the message is delivered and after it is committed; each ends by
 * knowing of the other what the other is.
 */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { ownAuthority } from '#src/keys/index.ts'
import { readSecretKey } from '#src/secret-key.ts'
import { ownWitness } from '#src/witness/index.ts'
import { knowsLogOf } from '#test/faults/introduced.ts'
import { careForKeys, sameKeys } from '#test/faults/keys.ts'
import { acceptAddress, foundAgain } from '#test/faults/moving.ts'
import { routes } from '#test/faults/schedule.ts'
import { type KillableNode, type KillablePair, startKillablePair } from '#test/support/killable.ts'
import { otherOf, settled, sides, struckOnce } from '#test/support/two-nodes.ts'
import { type Desks, desksOf, playOut } from './desks.ts'
import { eachWay } from './each-way.ts'

let pair: KillablePair
let desks: Desks
before(async () => {
  pair = await startKillablePair()
  desks = desksOf(pair)
})
after(() => pair?.close())

test('every other kind of message is struck here', () => {
  const elsewhere = /^(agreement|signing|ceremony|stage|story|federation)\.|^witness\.(proof|events)$/
  const kinds = pair.kinds.filter((kind) => !elsewhere.test(kind))
  assert.deepEqual([...routes.keys.kinds, ...routes.paired.kinds, ...routes.moved.kinds].sort(), kinds.sort())
})

describe('a certificate is revoked, a root replaced and accepted', () => {
  for (const kind of routes.keys.kinds)
    eachWay(kind, async (strike) => {
      const play = crypto.randomUUID()
      await struckOnce(pair, strike, () => playOut(pair, desks, { act: careForKeys, agreement: '', play }))
      await sameKeys(desks, play)
    })
})

describe('a node is reached at another address', () => {
  for (const kind of routes.moved.kinds)
    eachWay(kind, async (strike) => {
      await struckOnce(pair, strike, async () => {
        await pair.first.move()
        await playOut(pair, desks, { act: acceptAddress, agreement: '', play: '' })
      })
      await foundAgain(desks)
    })
})

describe('two nodes meet', () => {
  for (const kind of routes.paired.kinds)
    eachWay(kind, async (strike) => {
      const strangers = await startKillablePair({}, { strangers: true })
      try {
        await struckOnce(strangers, strike, async () => {
          await strangers.introduce()
          await settled(strangers)
        })
        const at = desksOf(strangers)
        for (const side of sides) {
          const there = otherOf(side)
          await knowsLogOf(at[side], at[there], await logHouse(strangers[there], at[there].keys))
        }
      } finally {
        await strangers.close()
      }
    })
})

/** The node's own logs, opened once more beside it. */
async function logHouse({ database: { db }, config, now }: KillableNode, keys: Desks['first']['keys']) {
  const authority = await ownAuthority(db, keys, now())
  const secretKey = readSecretKey(config.secretKeyFile)
  return ownWitness({ db, secretKey, publicUrl: config.publicUrl, authority, now: now() })
}
