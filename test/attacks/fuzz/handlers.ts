/** What two offices really said to each other until they had signed, damaged, and given to the handler again on its database. */
import { isUnstorable } from '#src/platform/database/unstorable.ts'
import { NotYet, type Received } from '#src/platform/messages.ts'
import { Refusal } from '#src/platform/refusal.ts'
import type { Office } from '#test/support/office.ts'
import { type Packaged, packageOf } from '#test/support/packaged.ts'
import { openedSession, signTogether } from '#test/support/signing-play.ts'
import { openWitnessedPair, type WitnessedPair } from '#test/support/witnessed.ts'
import { damagedJson } from './damage.ts'
import { oneOf } from './random.ts'
import type { Target } from './target.ts'

interface Heard {
  office: Office
  kind: string
  message: Received
}

/** Keeps what every handler hears from now on. */
function listen(pair: WitnessedPair): Heard[] {
  const heard: Heard[] = []
  for (const office of [pair.hust, pair.queenMary]) {
    for (const [kind, handler] of Object.entries(office.messages)) {
      office.messages[kind] = {
        ...handler,
        receive: (tx, message) => {
          heard.push({ office, kind, message })
          return handler.receive(tx, message)
        },
      }
    }
  }
  return heard
}

/** Thrown to take back what a handler did, so that the next case meets the same state. */
const undo = new Error('taken back')

/** A partner may say what it likes: the handler takes it or refuses it, and never falls over it. Close the `pair` in `packaged` afterwards. */
export async function handlers(): Promise<{ target: Target; packaged: Packaged }> {
  const pair = await openWitnessedPair()
  const heard = listen(pair)
  const play = await openedSession(pair)
  await signTogether(pair, play)
  await pair.deliver()
  const { agreement } = play
  const packaged = { pair, agreement, bytes: await packageOf(pair, pair.hust, agreement) }
  const all = heard.splice(0)
  const target: Target = {
    name: 'handlers',
    share: 5,
    async judge(random) {
      const { office, kind, message } = oneOf(random, all)
      const body = damagedJson(message.body, random)
      try {
        await office.database.db.transaction().execute(async (tx) => {
          await office.messages[kind]!.receive(tx, { ...message, body })
          throw undo
        })
      } catch (problem) {
        if (problem === undo) return 'harmless'
        if (!(problem instanceof Refusal || problem instanceof NotYet || isUnstorable(problem))) throw problem
      }
      heard.length = 0
      return 'refused'
    },
  }
  return { target, packaged }
}
