/** Fills a new node with what a partner kept for this institution. From then on it is its own. */
import type { Pool, PoolClient } from 'pg'
import { saveKeeper } from '#src/partners/index.ts'
import { txOn } from '#src/platform/database/on-client.ts'
import { appliedMigrations, unpackDatabase } from '#src/platform/database/pack.ts'
import type { Tx } from '#src/platform/database/tables.ts'
import { accountByEmail, addAccount, forgetSignIns, giveRole } from '#src/platform/people/index.ts'
import { record } from '#src/platform/record.ts'
import { refuseHosting } from './hosted-node.ts'
import { type Manifest, manifestShape } from './manifest.ts'

export interface TakeOver {
  /** Of the new node's database, migrated and empty. */
  pool: Pool
  /** The institution this node is configured for. */
  institution: string
  /** Host name its people will see: passkeys of another no longer work. */
  hostname: string
  administratorEmail: string
  at: Temporal.Instant
  /** Keeps the node's secret key before anything is written that needs it. */
  keepKey: (hex: string) => void
}

/**
 * All of it or nothing.
 * @throws Refusal `parcel_not_a_node`, `parcel_of_another`, `parcel_of_another_version`, `database_not_empty`
 */
export async function takeOver(given: TakeOver, lines: AsyncIterable<string>): Promise<Manifest> {
  const { pool, institution, keepKey } = given
  const all = lines[Symbol.asyncIterator]()
  const manifest = readManifest((await all.next()).value)
  if (manifest.institution !== institution)
    refuseHosting('parcel_of_another', { institution: manifest.institution }, 422)
  const client = await pool.connect()
  try {
    await client.query('begin')
    await refuseUnfit(client, manifest)
    await unpackDatabase(client, { [Symbol.asyncIterator]: () => all })
    await becomeOwn(txOn(client), given, manifest)
    keepKey(manifest.secretKey)
    await client.query('commit')
    return manifest
  } catch (problem) {
    await client.query('rollback').catch(() => {})
    throw problem
  } finally {
    client.release()
  }
}

function readManifest(line: string | undefined): Manifest {
  try {
    return manifestShape.parse(JSON.parse(line ?? ''))
  } catch (problem) {
    if (problem instanceof SyntaxError || (problem as Error).name === 'ZodError')
      return refuseHosting('parcel_not_a_node', {}, 422)
    throw problem
  }
}

async function refuseUnfit(client: PoolClient, { migrations }: Manifest): Promise<void> {
  const ours = await appliedMigrations(client)
  if (ours.join() !== migrations.join())
    refuseHosting('parcel_of_another_version', { last: migrations.at(-1) ?? '' }, 422)
  const { rowCount } = await client.query('select from institution union all select from account limit 1')
  if (rowCount !== 0) refuseHosting('database_not_empty')
}

async function becomeOwn(tx: Tx, given: TakeOver, { institution, keptBy }: Manifest): Promise<void> {
  const { hostname, administratorEmail: email, at } = given
  await saveKeeper(tx, institution, null)
  await forgetSignIns(tx, hostname, at)
  const by = { kind: 'node' } as const
  const known = await accountByEmail(tx, email)
  const role = { name: 'administrator' as const, scope: '' }
  if (known) await giveRole(tx, { account: known.id, role, by, now: at })
  else {
    const name = { latin: email.split('@')[0]!, native: null }
    await addAccount(tx, { email, name, language: 'en', roles: [role], by, now: at, invite: true })
  }
  await record(tx, { at, by, about: { kind: 'node', id: institution }, act: 'hosting.taken_over', detail: { keptBy } })
}
