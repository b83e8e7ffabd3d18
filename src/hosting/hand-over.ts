/** Packs the node we run for a partner: everything it holds, with its keys, to go on somewhere else. */
import pg from 'pg'
import { findInstitution, ourInstitution } from '#src/partners/index.ts'
import { appliedMigrations, packDatabase } from '#src/platform/database/pack.ts'
import { closeToWriting, openToWriting } from '#src/platform/database/read-only.ts'
import { siblingUrl } from '#src/platform/database/sibling.ts'
import type { Db } from '#src/platform/database/tables.ts'
import { record } from '#src/platform/record.ts'
import { type HostedNode, moveHosting, refuseHosting } from './hosted-node.ts'
import { handOverFormat, type Manifest } from './manifest.ts'
import { hostedSecret, lockHosted, saveHostedState } from './store.ts'

export interface HandOver {
  db: Db
  pool: pg.Pool
  /** Of our own database. */
  url: string
  ourKey: Uint8Array
  institution: string
  at: Temporal.Instant
}

/**
 * Stops it for good as far as we are concerned, then gives its lines: the manifest first. Nothing can be written to it from here on,
 * by any process, so that what is packed is all there will ever be here.
 * @param write takes the lines; where it fails, the node runs here as before
 */
export async function handOver(given: HandOver, write: (lines: AsyncIterable<string>) => Promise<void>): Promise<void> {
  const { pool } = given
  const hosted = await change(given, 'hand_over', 'hosting.handed_over')
  try {
    await closeToWriting(pool, hosted.database)
    await write(linesOf(given, hosted))
  } catch (problem) {
    await openToWriting(pool, hosted.database)
    await change(given, 'take_back', 'hosting.taken_back')
    throw problem
  }
}

/** The command line acts for the node: whoever may run it may do anything here. */
async function change({ db, institution, at }: HandOver, act: 'hand_over' | 'take_back', noted: string) {
  return db.transaction().execute(async (tx) => {
    const before =
      (await lockHosted(tx, institution)) ?? refuseHosting('hosting_does_not_allow', { act, state: 'none' })
    const state = moveHosting(before.state, act)
    await saveHostedState(tx, institution, { state, at, by: '', reason: '' })
    await record(tx, { at, by: { kind: 'node' }, about: { kind: 'partner', id: institution }, act: noted })
    return before
  })
}

async function* linesOf({ db, url, ourKey, institution, at }: HandOver, hosted: HostedNode): AsyncGenerator<string> {
  const client = new pg.Client({ connectionString: siblingUrl(url, hosted.database) })
  await client.connect()
  try {
    const { name } = (await findInstitution(db, institution))!
    const manifest: Manifest = {
      format: handOverFormat,
      institution,
      name,
      keptBy: (await ourInstitution(db)).ror,
      secretKey: (await hostedSecret(db, institution, ourKey)).toString('hex'),
      migrations: await appliedMigrations(client),
      at: at.toString(),
    }
    yield JSON.stringify(manifest)
    yield* packDatabase(client)
  } finally {
    await client.end()
  }
}
