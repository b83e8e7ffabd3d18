/** Two nodes of the sample, each a process of its own that a test can kill and start again, with a wire before each. */
import { type ChildProcess, fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sampleNodes } from '#cast/nodes.ts'
import { accounts } from '#cast/people.ts'
import { freePort } from '#src/command/self-test/free-port.ts'
import { type Office, openOffice } from '#src/command/self-test/office.ts'
import { readConfig } from '#src/config.ts'
import { pinPeer } from '#src/federation/index.ts'
import { freshDatabase, type TestDatabase } from './database.ts'
import { stretchWire, type Wire } from './wire.ts'

export interface KillableNode {
  office: Office
  database: TestDatabase
  /** Carries what the other node sends to this one. */
  wire: Wire
  /** `kill -9`, then started again at once; resolves when it answers. */
  killAndRestart(): Promise<void>
}

export interface KillablePair {
  first: KillableNode
  second: KillableNode
  close(): Promise<void>
}

type NodeDocument = Parameters<typeof pinPeer>[1]['peer']

export async function startKillablePair(): Promise<KillablePair> {
  const folder = mkdtempSync(join(tmpdir(), 'chirograph-pair-'))
  const ports: [number, number] = [await freePort(), await freePort()]
  const environments = sampleNodes({ folder, ports })
  const nodes: (KillableNode & { document: NodeDocument; end(): Promise<void> })[] = []
  for (const [i, environment] of environments.entries()) nodes.push(await startOne(environment, ports[i]!))
  const [first, second] = nodes as [(typeof nodes)[0], (typeof nodes)[0]]
  for (const [here, there] of [
    [first, second],
    [second, first],
  ] as const) {
    const pinned = { own: here.document, peer: there.document, by: 'test', at: Temporal.Now.instant() }
    await here.database.db.transaction().execute((tx) => pinPeer(tx, pinned))
  }
  const close = async () => {
    for (const node of nodes) await node.end()
    rmSync(folder, { recursive: true, force: true })
  }
  return { first, second, close }
}

async function startOne(environment: Record<string, string>, port: number) {
  const database = await freshDatabase()
  const wire = await stretchWire(port)
  const env = { ...process.env, ...environment, DATABASE_URL: database.url, FEDERATION_URL: wire.address }
  let { child, document } = await launch(env)
  const config = readConfig(env)
  const people = accounts[config.institution.ror]!
  const emails = Object.fromEntries(people.map((p) => [p.key, p.email]))
  const office = openOffice({
    site: config.publicUrl,
    address: wire.address,
    db: database.db,
    emails,
    patience: 60_000,
    patient: true,
  })
  const kill = () => ended(child, 'SIGKILL')
  return {
    office,
    database,
    wire,
    document,
    async killAndRestart() {
      await kill()
      ;({ child, document } = await launch(env))
    },
    async end() {
      await kill()
      await wire.close()
      await database.close()
    },
  }
}

function launch(env: NodeJS.ProcessEnv): Promise<{ child: ChildProcess; document: NodeDocument }> {
  const child = fork(join(import.meta.dirname, 'node-process.ts'), { env, execPath: process.execPath })
  return new Promise((done, fail) => {
    child.once('message', (said: { document: NodeDocument }) => done({ child, document: said.document }))
    child.once('exit', (code) => fail(new Error(`the node ended with ${code} before it was ready`)))
  })
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const over = new Promise((done) => child.once('exit', done))
  child.kill(signal)
  await over
}
