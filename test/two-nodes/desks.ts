/** The people of two nodes that can be killed: they act on their node's database, and its process sends and takes what follows. */
import assert from 'node:assert/strict'
import { accounts } from '#cast/people.ts'
import { peerKeys } from '#src/federation/index.ts'
import type { KeyHouse } from '#src/keys/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import { openItems } from '#src/platform/outbox/index.ts'
import { listAccounts } from '#src/platform/people/index.ts'
import { beginSession, findSession } from '#src/platform/people/sessions.ts'
import type { Visitor } from '#src/platform/people/visitor.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { readSecretKey } from '#src/secret-key.ts'
import type { Act, Desk, Scene } from '#test/faults/scene.ts'
import type { KillableNode, KillablePair } from '#test/support/killable.ts'
import { sides, type Which } from '#test/support/two-nodes.ts'

export type Desks = Record<Which, Desk>

export const desksOf = ({ first, second }: KillablePair): Desks => ({ first: deskOf(first), second: deskOf(second) })

function deskOf(node: KillableNode): Desk {
  const { database, ror, office } = node
  const visitor = (who: string) => signIn(node, who)
  return {
    office: { database, ror, publicUrl: office.site, visitor },
    visitors: new Map(),
    keys: keysOf(node),
    get own() {
      return { document: node.document }
    },
    get address() {
      return node.wire.address
    },
  }
}

function keysOf({ config }: KillableNode): KeyHouse {
  const { keyAlgorithm: algorithm, institution, publicUrl } = config
  const partners = async (db: Db) => (await peerKeys(db)).map(({ ror }) => ror)
  const secretKey = readSecretKey(config.secretKeyFile)
  return { secretKey, algorithm, name: institution.name.en, publicUrl, partners }
}

/** The person of the sample with this part, signed in. */
async function signIn({ database: { db }, ror, now: clock }: KillableNode, part: string): Promise<Visitor> {
  const email = accounts[ror]!.find(({ key }) => key === part)!.email
  const { account } = (await listAccounts(db)).find((one) => one.account.email === email)!
  const now = clock()
  const asked = { account: account.id, method: 'link' as const, browser: 'test', now, sessionDays: 14 }
  const { token } = await db.transaction().execute((tx) => beginSession(tx, asked))
  return (await findSession(db, token, now))!.visitor
}

const patience = 240_000
const pause = () => new Promise((done) => setTimeout(done, 25))

/** Everybody does what can be done, until nobody has anything to do and nothing is under way. @throws after four minutes */
export async function playOut(
  pair: KillablePair,
  desks: Desks,
  { act, ...play }: Pick<Scene, 'agreement' | 'play'> & { act: Act<Scene> },
): Promise<void> {
  const sites = Object.fromEntries(sides.map((side) => [pair[side].ror, pair[side].office.site]))
  const one = (which: Which) =>
    act({ node: desks[which], which, ...play, sites, at: pair[which].now() }).catch(triedTooEarly)
  const end = performance.now() + patience
  for (let still = false; ; ) {
    const did = [await one('first'), await one('second')].some(Boolean)
    // What was under way when they looked may have given them something to do.
    if (!did && still) return
    const open = await Promise.all(sides.map((side) => openItems(pair[side].database.db)))
    still = !did && open.every((n) => n === 0)
    if (did || still) continue
    assert.ok(performance.now() < end, `not still after ${patience / 1000} s: ${open} left in the outboxes`)
    await pause()
  }
}

/** What they saw was already another's: they look again. */
function triedTooEarly(problem: unknown): undefined {
  if (!(problem instanceof Refusal)) throw problem
}
