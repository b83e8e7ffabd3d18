/** Forward-only migrations: SQL files, run once each in the order of their names. */
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import { CannotStart } from './cannot-start.ts'

export interface Migration {
  name: string
  sql: string
  sha256: string
}

/** Any fixed number will do; it only has to be the same in every process that starts on one database. */
const lockNumber = 7_264_119_053

/** Reads `*.sql` of a folder, in the order of their names. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(join(folder, name), 'utf8')
      return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

/**
 * Applies what is missing, each file in a transaction of its own; two processes starting at once take turns.
 * @returns names of the files applied now
 * @throws CannotStart when an applied file was changed since, or is unknown to this version
 */
export async function migrate(pool: pg.Pool, migrations: Migration[]): Promise<string[]> {
  const client = await pool.connect()
  const done: string[] = []
  try {
    let name = await applyNext(client, migrations)
    while (name) {
      done.push(name)
      name = await applyNext(client, migrations)
    }
    return done
  } finally {
    client.release()
  }
}

/** Applies the first missing file, under a lock of the transaction, so that it also works through PgBouncer. */
async function applyNext(client: pg.PoolClient, migrations: Migration[]): Promise<string | null> {
  await client.query('begin')
  try {
    await client.query('select pg_advisory_xact_lock($1)', [lockNumber])
    const applied = await readApplied(client)
    refuseDifferences(applied, migrations)
    const next = migrations.find((m) => !applied.has(m.name))
    if (next) {
      await client.query(next.sql)
      await client.query('insert into migration (name, sha256) values ($1, $2)', [next.name, next.sha256])
    }
    await client.query('commit')
    return next?.name ?? null
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  }
}

async function readApplied(client: pg.PoolClient): Promise<Map<string, { sha256: string; at: Temporal.Instant }>> {
  await client.query(`create table if not exists migration (
    name text primary key,
    sha256 text not null,
    applied_at timestamptz not null default now())`)
  const { rows } = await client.query('select name, sha256, applied_at as at from migration')
  return new Map(rows.map((row) => [row.name, row]))
}

function refuseDifferences(applied: Awaited<ReturnType<typeof readApplied>>, migrations: Migration[]): void {
  for (const [name, { sha256, at }] of applied) {
    const file = migrations.find((m) => m.name === name)
    if (!file)
      throw new CannotStart(`The database was migrated by another version of Chirograph: this one has no ${name}.`)
    if (file.sha256 !== sha256)
      throw new CannotStart(
        `Migration ${name} was changed after it had been applied (${at}). Restore the file; put changes into a new one.`,
      )
  }
}
