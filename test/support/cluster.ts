/**
 * The throw-away PostgreSQL of the tests: a process of its own that starts one, serves every test process of this
 * user, and ends when nobody has been connected for a while, so that nothing is left behind when tests crash.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { connect } from '#src/platform/database/connect.ts'
import { startEmbedded } from '#src/platform/database/embedded.ts'
import { findServer, stopServer } from '#src/platform/database/embedded-server.ts'
import { lockFolder } from '#src/platform/database/folder-lock.ts'

/** Seconds without a test process after which the cluster ends. */
const patience = 10

export const testFolder = join(tmpdir(), `chirograph-tests-${process.getuid?.() ?? 'all'}`)
export const urlFile = join(testFolder, 'url')

/** Nothing here must survive the machine, so nothing waits for the disk. Locks and transactions are the real ones. */
const settings = { fsync: 'off', full_page_writes: 'off', max_connections: '120', log_min_messages: 'fatal' }

async function guard(): Promise<void> {
  const lock = lockFolder(testFolder)
  const folder = join(testFolder, 'node')
  await clear(folder)
  mkdirSync(folder, { recursive: true })
  const embedded = await startEmbedded({ folder, settings })
  writeFileSync(urlFile, embedded.url, { mode: 0o600 })
  try {
    await untilDeserted(embedded.url)
  } finally {
    rmSync(urlFile, { force: true })
    await embedded.stop()
    await clear(folder)
    lock.release()
  }
}

/** Removes what an earlier guard left that was killed together with its tests. */
async function clear(folder: string): Promise<void> {
  const left = await findServer(join(folder, 'postgresql'))
  if (left) await stopServer(left.pid)
  rmSync(folder, { recursive: true, force: true })
}

async function untilDeserted(url: string): Promise<void> {
  const { pool, close } = await connect(url, { max: 1, name: 'guard' })
  const others = `select from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`
  for (let idle = 0; idle < patience; idle++) {
    await pause(1_000)
    if ((await pool.query(others)).rowCount !== 0) idle = 0
  }
  await close()
}

if (import.meta.main) await guard()
