/** Starts one node: configuration, database, keys, app, timed work; and stops it again. */
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { getRequestListener } from '@hono/node-server'
import type { Hono } from 'hono'
import { agreementMessages, hearAgreementsNews } from '#src/agreements/index.ts'
import { ceremonyMessages } from '#src/ceremonies/index.ts'
import {
  type Contacts,
  compareWithPeers,
  comparisonMessages,
  messageDeliverer,
  type OwnNode,
  openContacts,
  ownNode,
  rootOf,
  sendMessage,
} from '#src/federation/index.ts'
import { saveInstitution } from '#src/partners/index.ts'
import { CannotStart } from '#src/platform/database/cannot-start.ts'
import { connect } from '#src/platform/database/connect.ts'
import { startEmbedded } from '#src/platform/database/embedded.ts'
import { type Listener, listen } from '#src/platform/database/listen.ts'
import { migrate, readMigrations } from '#src/platform/database/migrate.ts'
import type { Db } from '#src/platform/database/tables.ts'
import { evidenceStream } from '#src/platform/evidence.ts'
import { mailDeliverer } from '#src/platform/mail/index.ts'
import type { Messages } from '#src/platform/messages.ts'
import { type Deliverer, exponential, type Outbox, startOutbox } from '#src/platform/outbox/index.ts'
import { type Clock, systemClock } from '#src/platform/time.ts'
import { openTypesetter, type Typesetter } from '#src/platform/typeset/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { ownAuthority, type SigningHouse, signDeliverer, signingMessages } from '#src/signing/index.ts'
import { stageMessages, type Tell } from '#src/stage/index.ts'
import { storyDeliverers, storyMessages } from '#src/stories/index.ts'
import { type Asking, hearEvidence, openGate, witnessDeliverers, witnessMessages } from '#src/witness/index.ts'
import { createApp } from './app.ts'
import type { Config } from './config.ts'
import { houseOf, peopleConfig } from './house.ts'
import { meetingsOf } from './meeting-servers.ts'
import { type OwnLogs, openLogs } from './own-logs.ts'
import { readSecretKey } from './secret-key.ts'
import { storyHouse } from './story-house.ts'
import { openStreams, type Streams } from './streams.ts'
import { startTimedWork, type TimedParts } from './timed-work.ts'

export interface NodeOptions {
  config: Config
  clock?: Clock
  typesetter?: Typesetter
  /** `try` and `self-test`: mailbox page and sign-in links exist, and all is marked as a demonstration. */
  tryIt?: boolean
  /** Loads first data, before the node answers. */
  prepare?: (db: Db, typesetter: Typesetter, at: Temporal.Instant) => Promise<unknown>
  log?: (line: string) => void
}

export interface RunningNode {
  config: Config
  db: Db
  own: OwnNode
  outbox: Outbox
  messages: Messages
  /** What happens by the clock works with this. */
  timed: TimedParts
  /** Every route there is, for the test that visits them all. */
  routes: { method: string; path: string }[]
  stop(): Promise<void>
}

const migrations = fileURLToPath(new URL('../migrations', import.meta.url))

/** @throws CannotStart with one clear sentence where the port, the data folder or the database cannot be had */
export async function startNode(options: NodeOptions): Promise<RunningNode> {
  const { config, clock = systemClock, tryIt = false, log = () => {} } = options
  const secretKey = readSecretKey(config.secretKeyFile)
  const embedded = config.databaseUrl ? null : await startEmbedded({ folder: join(config.data, 'database') })
  const closers: (() => Promise<unknown>)[] = embedded ? [() => embedded.stop()] : []
  try {
    const url = config.databaseUrl ?? embedded!.url
    const connection = await connect(url)
    closers.push(() => connection.close())
    await migrate(connection.pool, await readMigrations(migrations))
    const listener = await listen(url)
    closers.push(() => listener.close())
    const typesetter = options.typesetter ?? openTypesetter()
    closers.push(() => typesetter.close())
    const node = await assemble({ ...options, clock, tryIt, log, typesetter, secretKey, db: connection.db, listener })
    closers.push(node.stop)
    return { ...node, stop: () => stopAll(closers) }
  } catch (problem) {
    await stopAll(closers)
    throw problem
  }
}

async function stopAll(closers: (() => Promise<unknown>)[]): Promise<void> {
  for (const close of closers.splice(0).reverse()) await close()
}

type Parts = Required<Omit<NodeOptions, 'prepare'>> &
  Pick<NodeOptions, 'prepare'> & { db: Db; listener: Listener; secretKey: Uint8Array }

async function assemble(parts: Parts): Promise<RunningNode> {
  const { config, clock, db, listener, typesetter, tryIt, secretKey, log } = parts
  await saveOurselves(db, config)
  await parts.prepare?.(db, typesetter, clock())
  const { signing, own } = await identity(parts)
  const logs = await openLogs({ db, clock, config, secretKey, authority: signing.authority, own })
  const messages = messagesOf(parts, logs, own)
  const receiver = { db, clock, us: own.signer, address: config.federationUrl, messages }
  const people = peopleConfig(config, secretKey, tryIt)
  const report = (error: unknown, reference: string) =>
    log(`error ${reference}: ${error instanceof Error ? error.stack : error}`)
  const streams = await openStreams({ db, clock, listener, people, log })
  const { broadcast } = streams.stage
  const house = houseOf(config, tryIt)
  const meetings = meetingsOf(config)
  const inner = { db, clock, typesetter, house, people, own, receiver }
  const app = createApp({ ...inner, logs: logs.parts, broadcast, meetings, report })

  const answering = await answer(config, streams, app.fetch)
  const mail = mailDeliverer({ clock, config: mailConfig(config, secretKey, tryIt) })
  const sender = { db, clock, us: own.signer, messages, patience: 20_000 }
  const message = messageDeliverer(sender)
  const contacts = openContacts({ sender: { ...sender, patience: 5_000 }, receiver })
  const mentions = storyDeliverers({ house: storyHouse(config.publicUrl), clock })
  const inside = { ...ownDeliverers(signing, contacts, logs.asking, clock), ...witnessDeliverers(logs.asking) }
  const deliverers = { mail, message, ...mentions, ...inside }
  // Before anything is said to a partner: a database put back from a copy does not know what was said already.
  await compareWithPeers({ db, contacts })
  const outbox = await startOutbox({ db, clock, listener, backOff: exponential(), log, deliverers, remote: 'message' })
  const tell: Tell = (said) => sendMessage({ db, clock, us: own.signer, messages, patience: 3_000 }, said)
  const duty: TimedParts = { db, clock, own, logs: logs.asking, contacts, secretKey, tell, log }
  const timed = startTimedWork(duty)
  const stop = async () => {
    timed.stop()
    await answering.stop()
    await outbox.stop()
  }
  const routes = app.routes.map(({ method, path }) => ({ method, path }))
  return { config, db, own, outbox, messages, routes, timed: duty, stop }
}

/** What every area says to the partner's node and hears from it. */
function messagesOf({ typesetter, config }: Parts, { parts: { neighbours } }: OwnLogs, own: OwnNode): Messages {
  return {
    ...agreementMessages({ typesetter, steps: config.approvalSteps }),
    ...signingMessages({ rootOf, ownRoot: own.document.rootCertificate }),
    ...ceremonyMessages,
    ...stageMessages,
    ...storyMessages,
    ...witnessMessages(neighbours),
    ...comparisonMessages,
  }
}

/** Listens: live streams are answered below the web framework, everything else by it. */
async function answer(config: Config, streams: Streams, pagesOf: Hono<WebEnv>['fetch']) {
  const pages = getRequestListener(pagesOf)
  const server = createServer(
    (request, response) => void (streams.handle(request, response) || pages(request, response)),
  )
  await listenOn(server, config)
  const stop = async () => {
    streams.close()
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
  }
  return { stop }
}

/** What the node delivers to itself: news between areas, and the work of signing. */
function ownDeliverers(
  signing: SigningHouse,
  contacts: Contacts,
  logs: Asking,
  clock: Clock,
): Record<'news' | 'sign', Deliverer> {
  const third = logs.around.third !== null
  const gate = openGate(logs)
  return {
    news: {
      inTransaction: async (tx, item) => {
        if (item.stream === evidenceStream) await gate.pass()
        await hearAgreementsNews(tx, item.body, clock())
        await hearEvidence(tx, { house: logs.house, third, at: clock() }, item.body)
      },
    },
    sign: signDeliverer(signing, contacts.meet, clock),
  }
}

/** Our own institution's row, as configured. What the register knows besides (city, website) is kept. */
async function saveOurselves(db: Db, config: Config): Promise<void> {
  const { ror, name, short } = config.institution
  const known = await db.selectFrom('institution').selectAll().where('ror', '=', ror).executeTakeFirst()
  const city = { en: known?.city_en ?? '', zh: known?.city_zh ?? '' }
  const website = known?.website ?? null
  const country = known?.country ?? config.institution.country
  await db
    .transaction()
    .execute((tx) => saveInstitution(tx, { ror, name, short, city, country, zone: config.zone, website, ours: true }))
}

async function identity({ config, clock, db, secretKey }: Parts) {
  const house = { secretKey, algorithm: config.keyAlgorithm, name: config.institution.name.en }
  const authority = await ownAuthority(db, house, clock())
  const signing: SigningHouse = { ...house, authority }
  const own = await ownNode({
    db,
    secretKey,
    address: config.federationUrl,
    site: config.publicUrl,
    accent: config.accent.light,
    rootCertificate: authority.certificatePem,
    now: clock(),
  })
  return { signing, own }
}

function mailConfig(config: Config, secretKey: Uint8Array, tryIt: boolean) {
  const { publicUrl, smtpUrl, mailFrom } = config
  return { publicUrl, secretKey, tryIt, smtpUrl: smtpUrl ?? undefined, mailFrom: mailFrom ?? 'chirograph@localhost' }
}

async function listenOn(server: Server, { host, port }: Config): Promise<void> {
  await new Promise<void>((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE'
      fail(
        taken
          ? new CannotStart(`PORT ${port} on ${host} is taken: another program listens there. Set PORT to a free one.`)
          : error,
      )
    })
    server.listen(port, host, done)
  })
}
