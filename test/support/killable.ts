/** Two nodes of the sample, each a process of its own that a test can kill and start again, with a wire before each. */
import { type ChildProcess, fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sampleNodes } from '#cast/nodes.ts'
import { accounts } from '#cast/people.ts'
import { freePort } from '#src/command/self-test/free-port.ts'
import { type Office, openOffice } from '#src/command/self-test/office.ts'
import { type Config, readConfig } from '#src/config.ts'
import { pinPeer } from '#src/federation/index.ts'
import { freshDatabase, type TestDatabase } from './database.ts'
import { stretchWire, type Wire } from './wire.ts'

export interface KillableNode {
  office: Office
  database: TestDatabase
  /** Carries what the other node sends to this one. */
  readonly wire: Wire
  config: Config
  /** What it says of itself since it was last started. */
  readonly document: NodeDocument
  /** ROR id of the university it belongs to. */
  ror: string
  /** `kill -9`, then started again at once; resolves when it answers. */
  killAndRestart(): Promise<void>
  /** `kill -9`, and left so. */
  stop(): Promise<void>
  /** Starts it again after `stop`. */
  restart(): Promise<void>
  /** Starts it again where it is reached at another address: nothing comes by the old one any more. */
  move(): Promise<void>
  /** The time on the node's clock. */
  now(): Temporal.Instant
  /** Puts the node's clock on, and does at once all that happens by it; nothing where the node dies meanwhile. */
  passTime(duration?: Temporal.DurationLike): Promise<void>
  /** Puts the node's clock on, and leaves what happens by it for later. */
  putOnClock(duration: Temporal.DurationLike): Promise<void>
}

export interface KillablePair {
  first: KillableNode
  second: KillableNode
  /** Every kind of message a node understands. */
  kinds: string[]
  /** Pairs the two, where they were started as strangers; one of them has to be started again to learn of it. */
  introduce(): Promise<void>
  close(): Promise<void>
}

type NodeDocument = Parameters<typeof pinPeer>[1]['peer']

/**
 * @param theirs environment of the second node alone
 * @param how.strangers they have never heard of each other
 */
export async function startKillablePair(
  theirs: Record<string, string> = {},
  how: { strangers?: boolean } = {},
): Promise<KillablePair> {
  const folder = mkdtempSync(join(tmpdir(), 'chirograph-pair-'))
  const ports: [number, number] = [await freePort(), await freePort()]
  const [ours, others] = sampleNodes({ folder, ports })
  const environments = [ours!, { ...others!, ...theirs }]
  const nodes: Awaited<ReturnType<typeof startOne>>[] = []
  for (const [i, environment] of environments.entries()) nodes.push(await startOne(environment, ports[i]!))
  const [first, second] = nodes as [(typeof nodes)[0], (typeof nodes)[0]]
  const introduce = async () => {
    await pin(first, second)
    await pin(second, first)
  }
  if (!how.strangers) await introduce()
  const close = async () => {
    for (const node of nodes) await node.end()
    rmSync(folder, { recursive: true, force: true })
  }
  return { first, second, kinds: first.kinds, introduce, close }
}

/** As an office does when it has compared the fingerprint. */
async function pin(here: KillableNode, there: KillableNode): Promise<void> {
  const pinned = { own: here.document, peer: there.document, by: 'test', at: Temporal.Now.instant() }
  await here.database.db.transaction().execute((tx) => pinPeer(tx, pinned))
}

async function startOne(environment: Record<string, string>, port: number) {
  const database = await freshDatabase()
  let wire = await stretchWire(port)
  const env = { ...process.env, ...environment, DATABASE_URL: database.url, FEDERATION_URL: wire.address }
  let ahead = 0
  let { child, document, kinds } = await launch(env, ahead)
  const config = readConfig(env)
  const people = accounts[config.institution.ror]!
  const emails = Object.fromEntries(people.map((p) => [p.key, p.email]))
  const office = openOffice({
    site: config.publicUrl,
    address: wire.address,
    db: database.db,
    emails,
    patience: 240_000,
    patient: true,
  })
  const kill = () => ended(child, 'SIGKILL')
  const putOn = (duration: Temporal.DurationLike, duties: boolean) => {
    ahead += Temporal.Duration.from(duration).total('milliseconds')
    return told(child, { ahead, duties })
  }
  return {
    office,
    database,
    config,
    get wire() {
      return wire
    },
    get document() {
      return document
    },
    kinds,
    ror: config.institution.ror,
    now: () => Temporal.Now.instant().add({ milliseconds: ahead }),
    passTime: (duration: Temporal.DurationLike = { minutes: 0 }) => putOn(duration, true),
    putOnClock: (duration: Temporal.DurationLike) => putOn(duration, false),
    async killAndRestart() {
      await kill()
      ;({ child, document, kinds } = await launch(env, ahead))
    },
    stop: kill,
    async restart() {
      ;({ child, document } = await launch(env, ahead))
    },
    async move() {
      await kill()
      const old = wire
      wire = await stretchWire(port)
      env.FEDERATION_URL = wire.address
      await old.close()
      office.address = wire.address
      ;({ child, document } = await launch(env, ahead))
    },
    async end() {
      await kill()
      await wire.close()
      await database.close()
    },
  }
}

interface Launched {
  child: ChildProcess
  document: NodeDocument
  kinds: string[]
}

function launch(env: NodeJS.ProcessEnv, ahead: number): Promise<Launched> {
  const at = { execPath: process.execPath, env: { ...env, CLOCK_AHEAD: String(ahead) } }
  const child = fork(join(import.meta.dirname, 'node-process.ts'), at)
  return new Promise((done, fail) => {
    child.once('message', (said: Omit<Launched, 'child'>) => done({ ...said, child }))
    child.once('exit', (code) => fail(new Error(`the node ended with ${code} before it was ready`)))
  })
}

/** Tells the process, and waits until it has done so or is dead. */
function told(child: ChildProcess, what: { ahead: number; duties: boolean }): Promise<void> {
  if (!child.connected) return Promise.resolve()
  return new Promise((done) => {
    child.once('message', () => done())
    child.once('exit', () => done())
    child.send(what, (problem) => problem && done())
  })
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const over = new Promise((done) => child.once('exit', done))
  child.kill(signal)
  await over
}
