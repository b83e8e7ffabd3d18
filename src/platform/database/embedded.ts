/** The embedded PostgreSQL of one node: its cluster, server and database, under the node's data folder. */
import { resolve } from 'node:path'
import pg from 'pg'
import { makeCluster } from './embedded-cluster.ts'
import { programs, serverUser } from './embedded-place.ts'
import { findServer, type RunningServer, type ServerOptions, startServer, stopServer } from './embedded-server.ts'
import { clusterPath, type EmbeddedState, readState, writeState } from './embedded-state.ts'
import { lockFolder } from './folder-lock.ts'
import { alive } from './processes.ts'

export interface Embedded {
  /** Connection string of the owner of the database `chirograph`. */
  url: string
  /** Process of the server now; another one after it had to be started again. */
  pid(): number
  /** True when the server of an earlier node was found alive. */
  found: boolean
  /** Stops the server and frees the data folder. */
  stop(): Promise<void>
}

export interface EmbeddedOptions {
  /** The node's data folder; made if missing. */
  folder: string
  /** PostgreSQL settings on top of ours. */
  settings?: Record<string, string>
}

/**
 * Starts the PostgreSQL of a data folder, or finds it alive after the node was killed.
 * @throws CannotStart when another node holds the folder, or PostgreSQL cannot run here
 */
export async function startEmbedded({ folder, settings = {} }: EmbeddedOptions): Promise<Embedded> {
  const lock = lockFolder(folder)
  try {
    const user = serverUser()
    const state = readState(folder, user)
    const cluster = clusterPath(folder, state)
    const options = { cluster, programs: programs(user), user, settings, logFile: resolve(folder, 'postgres.log') }
    await makeCluster(cluster, { ...options, adminPassword: state.adminPassword })
    const server = await open(folder, state, options)
    if (!state.ready) await makeDatabase(folder, state)
    const guard = keepRunning(server, () => startServer(options, state.port))
    return {
      url: address(state, 'chirograph', 'chirograph'),
      pid: () => server.pid,
      found: server.found,
      async stop() {
        await guard.stop()
        await stopServer(server.pid)
        lock.release()
      },
    }
  } catch (error) {
    lock.release()
    throw error
  }
}

async function open(folder: string, state: EmbeddedState, options: ServerOptions): Promise<RunningServer> {
  const server = (await findServer(options.cluster)) ?? (await startServer(options, state.port))
  if (server.port !== state.port) {
    state.port = server.port
    writeState(folder, state)
  }
  return server
}

/** The node works as a role that owns its database and nothing else. */
async function makeDatabase(folder: string, state: EmbeddedState): Promise<void> {
  const client = new pg.Client({ connectionString: address(state, 'postgres', 'postgres') })
  await client.connect()
  try {
    const has = async (query: string) => (await client.query(query)).rowCount === 1
    if (!(await has(`select from pg_roles where rolname = 'chirograph'`)))
      await client.query(`create role chirograph login createdb password '${state.password}'`)
    if (!(await has(`select from pg_database where datname = 'chirograph'`)))
      await client.query('create database chirograph owner chirograph')
  } finally {
    await client.end()
  }
  state.ready = true
  writeState(folder, state)
}

/** Looks every second whether the server lives; one that was killed (memory ran out, say) is started again. */
function keepRunning(server: RunningServer, start: () => Promise<RunningServer>): { stop(): Promise<void> } {
  let starting: Promise<void> | null = null
  const again = async () => {
    server.pid = (await start()).pid
  }
  const timer = setInterval(() => {
    if (starting || alive(server.pid)) return
    starting = again()
      // It says in its log why it did not start; the next second tries again.
      .catch(() => {})
      .finally(() => {
        starting = null
      })
  }, 1_000).unref()
  return {
    async stop() {
      clearInterval(timer)
      await starting
    },
  }
}

function address(state: EmbeddedState, role: 'postgres' | 'chirograph', database: string): string {
  const password = role === 'postgres' ? state.adminPassword : state.password
  return `postgres://${role}:${password}@127.0.0.1:${state.port}/${database}`
}
