import assert from 'node:assert/strict'
import { type ChildProcess, execFileSync, fork } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { connect } from './connect.ts'
import { startEmbedded } from './embedded.ts'
import { clusterPath, readState } from './embedded-state.ts'
import { alive, gone } from './processes.ts'

const root = process.getuid?.() === 0
const folders: string[] = []
const children: ChildProcess[] = []

/** A new data folder, which the server's user may enter. */
function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'node-'))
  chmodSync(folder, 0o755)
  folders.push(folder)
  return folder
}

after(async () => {
  for (const child of children) child.kill('SIGTERM')
  for (const child of children) if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

type Said = { url: string; pid: number; found: boolean; refused?: undefined } | { refused: string }

/** A node in a process of its own. */
async function node(folder: string) {
  const process = fork(join(import.meta.dirname, '..', '..', '..', 'test', 'support', 'embedded-node.ts'), [folder])
  children.push(process)
  const [said] = (await once(process, 'message')) as [Said]
  if (said.refused !== undefined) throw new Error(said.refused)
  return { ...said, process }
}

async function kill(process: ChildProcess): Promise<void> {
  process.kill('SIGKILL')
  await once(process, 'exit')
}

async function query(url: string, text: string): Promise<unknown[]> {
  const { pool, close } = await connect(url)
  return (await pool.query(text).finally(close)).rows
}

const keep = (url: string) =>
  query(url, `create table if not exists kept (what text); insert into kept values ('gold')`)
const kept = (url: string) => query(url, 'select what from kept')

test('a new database: Chinese can be searched, passwords are needed, nothing listens but on loopback', async () => {
  const folder = dataFolder()
  const embedded = await startEmbedded({ folder })
  try {
    assert.deepEqual(
      await query(
        embedded.url,
        `select datlocprovider as provider, datlocale as locale, datctype as ctype, pg_encoding_to_char(encoding) as encoding,
          current_setting('fsync') as fsync, current_setting('listen_addresses') as listens,
          rolsuper as super from pg_database, pg_roles where datname = current_database() and rolname = current_user`,
      ),
      [
        {
          provider: 'i',
          locale: 'und',
          ctype: 'C.UTF-8',
          encoding: 'UTF8',
          fsync: 'on',
          listens: '127.0.0.1',
          super: false,
        },
      ],
    )
    await query(embedded.url, 'create extension pg_trgm')
    assert.deepEqual(
      await query(
        embedded.url,
        `select '华中科技大学' ilike '%科技%' as found, similarity('华中科技大学', '中科技') > 0 as like`,
      ),
      [{ found: true, like: true }],
    )
    await assert.rejects(
      query(embedded.url.replace(/:[^:@]+@/, ':wrong@'), 'select 1'),
      /password authentication failed/,
    )
    assert.equal(statSync(join(folder, 'postgres.json')).mode & 0o777, 0o600)
  } finally {
    await embedded.stop()
  }
  assert.equal(existsSync(join(folder, 'postgresql', 'postmaster.pid')), false)
  assert.equal(alive(embedded.pid()), false)
})

test('a second node on the same folder is refused, naming the folder and the process', async () => {
  const folder = dataFolder()
  const first = await node(folder)
  await assert.rejects(node(folder), {
    message: `The data folder ${folder} is in use by another node (process ${first.process.pid}). Stop that one first, or name another folder in DATA.`,
  })
  // Two in one process are told apart as well, and whatever the file says, it is the lock that counts.
  writeFileSync(join(folder, 'node.pid'), '1\n')
  await assert.rejects(startEmbedded({ folder }), /in use by another node \(process 1\)/)
})

test('after the node was killed its server is found again, with the data, and stopped on SIGTERM', async () => {
  const folder = dataFolder()
  const first = await node(folder)
  await keep(first.url)
  await kill(first.process)
  assert.equal(alive(first.pid), true)
  const second = await node(folder)
  assert.deepEqual([second.found, second.pid, second.url], [true, first.pid, first.url])
  assert.deepEqual(await kept(second.url), [{ what: 'gold' }])
  second.process.kill('SIGTERM')
  await once(second.process, 'exit')
  assert.equal(alive(second.pid), false)
  const third = await node(folder)
  assert.equal(third.found, false)
  assert.deepEqual(await kept(third.url), [{ what: 'gold' }])
})

test('node and server killed together: what was committed is there, whoever has their process ids now', async () => {
  const folder = dataFolder()
  const first = await node(folder)
  await keep(first.url)
  await kill(first.process)
  process.kill(first.pid, 'SIGKILL')
  assert.equal(await gone(first.pid, 5_000), true)
  // The number in the stale file now belongs to a living program that is not PostgreSQL: this one.
  const pidFile = join(folder, 'postgresql', 'postmaster.pid')
  writeFileSync(pidFile, readFileSync(pidFile, 'utf8').replace(/^\d+/, String(process.pid)))
  const second = await node(folder)
  assert.equal(second.found, false)
  assert.deepEqual(await kept(second.url), [{ what: 'gold' }])
})

test('a copy of a folder in use gets a server of its own', async () => {
  const folder = dataFolder()
  const original = await node(folder)
  await query(original.url, 'checkpoint').catch(() => {})
  const copy = dataFolder()
  cpSync(folder, copy, { recursive: true })
  if (root) execFileSync('chown', ['-R', '--reference', join(folder, 'postgresql'), join(copy, 'postgresql')])
  const second = await node(copy)
  assert.equal(second.found, false)
  assert.notEqual(second.pid, original.pid)
  assert.notEqual(new URL(second.url).port, new URL(original.url).port)
})

test('a server that is killed under the node is started again', async () => {
  const folder = dataFolder()
  const embedded = await startEmbedded({ folder })
  try {
    await keep(embedded.url)
    const first = embedded.pid()
    process.kill(first, 'SIGKILL')
    assert.equal(await gone(first, 5_000), true)
    let rows: unknown[] | null = null
    while (!rows) rows = await kept(embedded.url).catch(() => null)
    assert.deepEqual(rows, [{ what: 'gold' }])
    assert.notEqual(embedded.pid(), first)
  } finally {
    await embedded.stop()
  }
})

test('a lost cluster is not silently replaced by an empty one', async () => {
  const folder = dataFolder()
  await (await startEmbedded({ folder })).stop()
  rmSync(join(folder, 'postgresql'), { recursive: true })
  await assert.rejects(startEmbedded({ folder }), /should lie in .*postgresql: it is gone/)
})

test('as root, a folder closed to others gets its cluster where the server can reach it', {
  skip: !root && 'not root',
}, async () => {
  const folder = mkdtempSync(join(homedir(), '.node-'))
  folders.push(folder)
  const embedded = await startEmbedded({ folder })
  const cluster = clusterPath(folder, readState(folder, undefined))
  try {
    await keep(embedded.url)
    assert.match(cluster, /^\/var\/lib\/chirograph\/\.node-/)
    await embedded.stop()
    const again = await startEmbedded({ folder })
    assert.deepEqual(await kept(again.url), [{ what: 'gold' }])
    await again.stop()
  } finally {
    rmSync(cluster, { recursive: true })
  }
})

test('a closed temporary folder keeps its cluster, so that both go away together', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'node-'))
  folders.push(folder)
  const embedded = await startEmbedded({ folder: join(folder, 'data') })
  await embedded.stop()
  assert.equal(existsSync(join(folder, 'data', 'postgresql', 'PG_VERSION')), true)
})
