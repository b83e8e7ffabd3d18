/** The running server of the embedded PostgreSQL: found again, started, stopped. */
import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { CannotStart } from './cannot-start.ts'
import type { ServerUser } from './embedded-place.ts'
import { alive, commandLine, freePort, gone } from './processes.ts'

export interface ServerOptions {
  cluster: string
  programs: string
  user: ServerUser | undefined
  /** Further settings, e.g. `{ fsync: 'off' }` for throw-away clusters. */
  settings: Record<string, string>
  logFile: string
}

export interface RunningServer {
  pid: number
  port: number
  /** True when the server of an earlier node was found alive. */
  found: boolean
}

/** Small, since one university's node has one machine's memory to share; loopback TCP only. */
const settings: Record<string, string> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '40',
  shared_buffers: '24MB',
  max_wal_size: '256MB',
  min_wal_size: '32MB',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_logical_replication_workers: '0',
  max_worker_processes: '2',
  max_parallel_workers: '0',
  io_method: 'sync',
  autovacuum_max_workers: '1',
  autovacuum_worker_slots: '2',
  jit: 'off',
  huge_pages: 'off',
  log_timezone: 'UTC',
  timezone: 'UTC',
  log_min_messages: 'warning',
}

/** Reads `postmaster.pid`: process, data folder, port, and whether it says it is ready. */
export function readPidFile(cluster: string): { pid: number; folder: string; port: number; ready: boolean } | null {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
    const [pid, port] = [Number(lines[0]), Number(lines[3])]
    return pid > 0 ? { pid, folder: lines[1] ?? '', port, ready: lines[7]?.trim() === 'ready' } : null
  } catch {
    return null
  }
}

/** The server of this cluster when it runs and is ready; waits while it starts or stops; null when there is none. */
export async function findServer(cluster: string): Promise<RunningServer | null> {
  for (;;) {
    const file = readPidFile(cluster)
    if (!file) return null
    // The file outlives a killed server, its number may have passed to another program, and the folder may be a copy.
    if (file.folder !== cluster || !alive(file.pid) || !commandLine(file.pid).includes(cluster)) {
      rmSync(join(cluster, 'postmaster.pid'), { force: true })
      return null
    }
    if (file.ready) return { pid: file.pid, port: file.port, found: true }
    await pause(10)
  }
}

/** Starts the server on `wanted` or another free port and waits until it takes connections. */
export async function startServer(options: ServerOptions, wanted: number | null): Promise<RunningServer> {
  const { cluster, logFile } = options
  const end = performance.now() + 60_000
  let port = await freePort(wanted ?? 0)
  for (;;) {
    const pid = launch(options, port)
    const ready = await untilReady(cluster, pid)
    if (ready) return { pid, port, found: false }
    const why = readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-8).join('\n')
    // The last server was killed, and one of its processes has not noticed yet.
    const passing = why.includes('pre-existing shared memory block')
    const portTaken = why.includes('could not bind') || why.includes('could not create any TCP/IP sockets')
    if ((!passing && !portTaken) || performance.now() > end)
      throw new CannotStart(`PostgreSQL does not start (${logFile}):\n${why}`)
    await pause(100)
    if (portTaken) port = await freePort()
  }
}

/** Fast shutdown: open transactions are rolled back, everything committed is on disk. */
export async function stopServer(pid: number): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    try {
      process.kill(pid, signal)
    } catch {
      return
    }
    if (await gone(pid, 30_000)) return
  }
}

/** In a session of its own, so that Ctrl-C in a terminal reaches the node first, which then stops the server. */
function launch({ cluster, programs, user, settings: further, logFile }: ServerOptions, port: number): number {
  const log = openSync(logFile, 'w', 0o600)
  const all = Object.entries({ ...settings, ...further, port: String(port) })
  const child = spawn(
    join(programs, 'bin', 'postgres'),
    ['-D', cluster, ...all.flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    {
      ...(user && { uid: user.uid, gid: user.gid }),
      cwd: '/',
      env: { PATH: process.env.PATH, LC_ALL: 'C' },
      detached: true,
      stdio: ['ignore', log, log],
    },
  )
  closeSync(log)
  child.on('error', () => {})
  child.unref()
  if (child.pid === undefined) throw new CannotStart('PostgreSQL could not be launched.')
  return child.pid
}

async function untilReady(cluster: string, pid: number): Promise<boolean> {
  while (alive(pid)) {
    const file = readPidFile(cluster)
    if (file?.pid === pid && file.ready) return true
    await pause(5)
  }
  return false
}
