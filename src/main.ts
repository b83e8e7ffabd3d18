/** Starts one node: configuration, database, keys, app, timed work; and stops it again. */
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { getRequestListener } from '@hono/node-server'
import type { Hono } from 'hono'
import { agreementMessages, hearAgreementsNews } from '#src/agreements/index.ts'
import { messageDeliverer, type OwnNode, ownNode, rootOf } from '#src/federation/index.ts'
import { saveInstitution } from '#src/partners/index.ts'
import { CannotStart } from '#src/platform/database/cannot-start.ts'
import { connect } from '#src/platform/database/connect.ts'
import { startEmbedded } from '#src/platform/database/embedded.ts'
import { type Listener, listen } from '#src/platform/database/listen.ts'
import { migrate, readMigrations } from '#src/platform/database/migrate.ts'
import type { Db } from '#src/platform/database/tables.ts'
import { liveHandler, openLiveHub } from '#src/platform/live/index.ts'
import { mailDeliverer } from '#src/platform/mail/index.ts'
import type { Messages } from '#src/platform/messages.ts'
import { type Deliverer, exponential, type Outbox, startOutbox } from '#src/platform/outbox/index.ts'
import { type PeopleConfig, visitorOfCookie } from '#src/platform/people/index.ts'
import { type Clock, systemClock } from '#src/platform/time.ts'
import { openTypesetter, type Typesetter } from '#src/platform/typeset/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { liveTopic, ownAuthority, type SigningHouse, signIfReady, signingMessages } from '#src/signing/index.ts'
import { createApp } from './app.ts'
import type { Config } from './config.ts'
import { houseOf, peopleConfig } from './house.ts'
import { readSecretKey } from './secret-key.ts'
import { startTimedWork } from './timed-work.ts'

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
  const steps = config.approvalSteps
  const messages = { ...agreementMessages({ typesetter, steps }), ...signingMessages({ rootOf }) }
  const receiver = { db, clock, us: own.signer, address: config.federationUrl, messages }
  const people = peopleConfig(config, secretKey, tryIt)
  const report = (error: unknown, reference: string) =>
    log(`error ${reference}: ${error instanceof Error ? error.stack : error}`)
  const app = createApp({ db, clock, typesetter, house: houseOf(config, tryIt), people, own, receiver, report })

  const answering = await answer(parts, people, app.fetch)
  const mail = mailDeliverer({ clock, config: mailConfig(config, secretKey, tryIt) })
  const message = messageDeliverer({ db, clock, us: own.signer, messages, patience: 20_000 })
  const deliverers = { mail, message, ...ownDeliverers(signing, clock) }
  const outbox = await startOutbox({ db, clock, listener, backOff: exponential(), log, deliverers })
  const timed = startTimedWork({ db, clock, own, log })
  const stop = async () => {
    timed.stop()
    await answering.stop()
    await outbox.stop()
  }
  const routes = app.routes.map(({ method, path }) => ({ method, path }))
  return { config, db, own, outbox, messages, routes, stop }
}

/** Listens: live streams are answered below the web framework, everything else by it. */
async function answer({ db, clock, config, listener }: Parts, people: PeopleConfig, pagesOf: Hono<WebEnv>['fetch']) {
  const hub = await openLiveHub(db, listener)
  const live = liveHandler(hub, async (request, target) => {
    const visitor = await visitorOfCookie({ db, clock, config: people }, request.headers.cookie)
    return liveTopic(db, visitor, target.pathname)
  })
  const pages = getRequestListener(pagesOf)
  const server = createServer((request, response) => void (live.handle(request, response) || pages(request, response)))
  await listenOn(server, config)
  const stop = async () => {
    live.close()
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
  }
  return { stop }
}

/** What the node delivers to itself: news between areas, and the work of signing. */
function ownDeliverers(signing: SigningHouse, clock: Clock): Record<'news' | 'sign', Deliverer> {
  return {
    news: { inTransaction: (tx, item) => hearAgreementsNews(tx, item.body, clock()) },
    sign: {
      inTransaction: (tx, item) => signIfReady(tx, signing, (item.body as { session: string }).session, clock()),
    },
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
