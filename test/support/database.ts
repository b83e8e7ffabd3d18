/** A database of one's own for a test file: copied from a migrated template, dropped at the end. */
import { spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Connection, connect } from '#src/platform/database/connect.ts'
import { type Listener, listen } from '#src/platform/database/listen.ts'
import { type Migration, migrate, readMigrations } from '#src/platform/database/migrate.ts'
import { testFolder, urlFile } from './cluster.ts'

export interface TestDatabase extends Connection {
  url: string
  /** Opens the connection for notifications; closed with the database. */
  listen(): Promise<Listener>
  /** A second pool on the same database, as another process of the node would have; closed with the database. */
  again(): Promise<Connection>
}

const migrationsFolder = join(import.meta.dirname, '..', '..', 'migrations')

/** A migrated, empty database. Call `close` in `after`. */
export async function freshDatabase(): Promise<TestDatabase> {
  return open(await withServer(copyTemplate))
}

/** Opens a database a second time, as a node does that begins again. */
export const openAgain = (url: string): Promise<TestDatabase> => open(url)

/** Copies a database to which nobody is connected, as a backup is taken; and puts it back. @returns the copy's address */
export async function copyDatabase(url: string): Promise<string> {
  return withServer((server) => create(server, nameIn(url)))
}

/** Ends every connection to a database, as the death of the process at the other end does: what was under way is rolled back. */
export async function cutConnections(url: string): Promise<void> {
  const others = 'select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = $1'
  await withServer((server) => server.pool.query(others, [nameIn(url)]))
}

const nameIn = (url: string): string => new URL(url).pathname.slice(1)

export async function dropDatabase(url: string): Promise<void> {
  await withServer((server) => drop(server, nameIn(url)))
}

/** A database without any table, for tests of the migrations themselves. */
export async function bareDatabase(): Promise<TestDatabase> {
  return open(await withServer((server) => create(server)))
}

async function open(url: string): Promise<TestDatabase> {
  const connection = await connect(url)
  const others: { close(): Promise<void> }[] = []
  return {
    ...connection,
    url,
    async listen() {
      const listener = await listen(url)
      others.push(listener)
      return listener
    },
    async again() {
      const second = await connect(url)
      others.push(second)
      return second
    },
    async close() {
      await Promise.all([connection, ...others].map((open) => open.close()))
      await dropDatabase(url)
    },
  }
}

/** The server's own vacuum may be at work in the database, and only the server's owner may end that: asked again a little later. */
async function drop(server: Server, name: string, times = 20): Promise<void> {
  const busy = await server.pool.query(`drop database if exists "${name}" with (force)`).then(
    () => null,
    (problem) => problem,
  )
  if (!busy) return
  if (busy.code !== '42501' || times === 0) throw busy
  await pause(100)
  return drop(server, name, times - 1)
}

type Server = Connection & { url: string }

/** Runs `work` on the cluster of the tests, which is started when it does not run. */
async function withServer<T>(work: (server: Server) => Promise<T>): Promise<T> {
  const end = performance.now() + 30_000
  for (let asked = 0; ; ) {
    const url = existsSync(urlFile) ? readFileSync(urlFile, 'utf8') : ''
    const connection = url ? await connect(url, { max: 1 }).catch(() => null) : null
    if (connection) {
      try {
        return await work({ ...connection, url })
      } finally {
        await connection.close()
      }
    }
    if (performance.now() > end) throw new Error(`No test database: see ${join(testFolder, 'guard.log')}`)
    // Asked again now and then: the guard asked first may have met one that was just ending.
    if (asked === 0 || performance.now() - asked > 2_000) asked = startGuard()
    await pause(20)
  }
}

function startGuard(): number {
  mkdirSync(testFolder, { recursive: true, mode: 0o711 })
  const log = openSync(join(testFolder, 'guard.log'), 'a')
  const guard = spawn(process.execPath, [join(import.meta.dirname, 'cluster.ts')], {
    detached: true,
    stdio: ['ignore', log, log],
  })
  guard.unref()
  return performance.now()
}

async function copyTemplate(server: Server): Promise<string> {
  const migrations = await readMigrations(migrationsFolder)
  const sum = createHash('sha256').update(JSON.stringify(migrations)).digest('hex').slice(0, 16)
  const template = `template_${sum}`
  // One lock for all test processes: the first builds the template, the others find it.
  await server.pool.query('select pg_advisory_lock(1)')
  try {
    const known = await server.pool.query('select from pg_database where datname = $1', [template])
    if (known.rowCount === 0) await buildTemplate(server, template, migrations)
  } finally {
    await server.pool.query('select pg_advisory_unlock(1)')
  }
  return create(server, template)
}

async function buildTemplate(server: Server, template: string, migrations: Migration[]): Promise<void> {
  const draft = await create(server)
  const { pool, close } = await connect(draft, { max: 1 })
  await migrate(pool, migrations).finally(close)
  await server.pool.query(`alter database "${new URL(draft).pathname.slice(1)}" rename to "${template}"`)
}

async function create(server: Server, template = 'template0'): Promise<string> {
  const name = `test_${process.pid}_${randomBytes(4).toString('hex')}`
  await server.pool.query(`create database "${name}" template "${template}"`)
  return Object.assign(new URL(server.url), { pathname: `/${name}` }).href
}
