/** Starts one node: configuration, database, keys, app, timed work; and stops it again. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { getRequestListener } from '@hono/node-server'
import type { Hono } from 'hono'
import type { Pool } from 'pg'
import { agreementMessages, hearAgreementsNews } from '#src/agreements/index.ts'
import { ceremonyMessages } from '#src/ceremonies/index.ts'
import {
  announceAddress,
  type Contacts,
  compareWithPeers,
  comparisonMessages,
  federationMessages,
  messageDeliverer,
  type OwnNode,
  openContacts,
  ownNode,
  peerKeys,
  type Receiver,
  rootOf,
  type Sender,
  sendMessage,
} from '#src/federation/index.ts'
import { type KeyHouse, keyMessages, ownAuthority } from '#src/keys/index.ts'
import { saveInstitution } from '#src/partners/index.ts'
import { connect } from '#src/platform/database/connect.ts'
import { startEmbedded } from '#src/platform/database/embedded.ts'
import { type Listener, listen } from '#src/platform/database/listen.ts'
import { migrate, readMigrations } from '#src/platform/database/migrate.ts'
import type { Db } from '#src/platform/database/tables.ts'
import { evidenceStream } from '#src/platform/evidence.ts'
import type { Phrase } from '#src/platform/i18n/words.ts'
import { mailDeliverer } from '#src/platform/mail/index.ts'
import type { Messages } from '#src/platform/messages.ts'
import { type Near, openNear } from '#src/platform/near.ts'
import { type Deliverer, exponential, type Outbox, startOutbox } from '#src/platform/outbox/index.ts'
import { type Clock, systemClock } from '#src/platform/time.ts'
import { openTypesetter, type Typesetter } from '#src/platform/typeset/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { preserveIfDue, type SigningHouse, signDeliverer, signingMessages } from '#src/signing/index.ts'
import { stageMessages, type Tell } from '#src/stage/index.ts'
import { storyDeliverers, storyMessages } from '#src/stories/index.ts'
import { type Asking, hearEvidence, openGate, witnessDeliverers, witnessMessages } from '#src/witness/index.ts'
import { createApp } from './app.ts'
import type { Config } from './config.ts'
import { type Door, openDoor } from './door.ts'
import { type HostedHouses, hostedHouses } from './hosted-houses.ts'
import { houseOf, peopleConfig } from './house.ts'
import { meetingsOf } from './meeting-servers.ts'
import { type OwnLogs, openLogs } from './own-logs.ts'
import { checkSecretKey, readSecretKey } from './secret-key.ts'
import { stampsOf } from './stamps.ts'
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
  /** For a node that this process runs for a partner, beside its own. */
  guest?: GuestNode
}

/** What a node run for a partner gets from the node that runs it. */
export interface GuestNode {
  secretKey: Uint8Array
  keptBy: { ror: string; name: Phrase }
  door: Door
  near: Near
}

export interface RunningNode {
  config: Config
  db: Db
  own: OwnNode
  outbox: Outbox
  messages: Messages
  /** The nodes this one runs for partners. */
  hosted: HostedHouses
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
  const wasThere = existsSync(config.secretKeyFile)
  const secretKey = options.guest?.secretKey ?? readSecretKey(config.secretKeyFile)
  // Room for the nodes it may run for partners.
  const settings: Record<string, string> = config.hostingUrl ? { max_connections: '100' } : {}
  const embedded = config.databaseUrl ? null : await startEmbedded({ folder: join(config.data, 'database'), settings })
  const closers: (() => Promise<unknown>)[] = embedded ? [() => embedded.stop()] : []
  try {
    const url = config.databaseUrl ?? embedded!.url
    const connection = await connect(url, options.guest ? { max: 4 } : {})
    closers.push(() => connection.close())
    await migrate(connection.pool, await readMigrations(migrations))
    if (!options.guest) await checkSecretKey(connection.db, config.secretKeyFile, { key: secretKey, wasThere })
    const listener = await listen(url)
    closers.push(() => listener.close())
    const typesetter = options.typesetter ?? openTypesetter()
    if (!options.guest) closers.push(() => typesetter.close())
    const { db, pool } = connection
    const node = await assemble({ ...options, clock, tryIt, log, typesetter, secretKey, db, pool, url, listener })
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

type Parts = Required<Omit<NodeOptions, 'prepare' | 'guest'>> &
  Pick<NodeOptions, 'prepare' | 'guest'> & {
    db: Db
    pool: Pool
    url: string
    listener: Listener
    secretKey: Uint8Array
  }

async function assemble(parts: Parts): Promise<RunningNode> {
  const { config, clock, db, listener, typesetter, tryIt, secretKey, log, guest } = parts
  const near = guest?.near ?? openNear()
  await saveOurselves(db, config)
  await parts.prepare?.(db, typesetter, clock())
  const { keys, authority, own } = await identity(parts)
  const logs = await openLogs({ db, clock, config, secretKey, authority, own, fetch: near.fetch })
  const stamps = stampsOf(config, logs.asking)
  const signing: SigningHouse = { ...keys, stamps }
  const messages = messagesOf(parts, logs, stamps.roots)
  const receiver = { db, clock, us: own.signer, address: config.federationUrl, messages }
  const people = peopleConfig(config, secretKey, { tryIt, ...(guest && { personalLinkDays }) })
  const report = (error: unknown, reference: string) =>
    log(`error ${reference}: ${error instanceof Error ? error.stack : error}`)
  const streams = await openStreams({ db, clock, listener, people, log })
  const { broadcast } = streams.stage
  const house = houseOf(config, tryIt, guest?.keptBy.name)
  const meetings = meetingsOf(config)
  const door = guest ? undefined : openDoor(config)
  const hosted = hostedHouses({ ...parts, door, near, own, start: startNode })
  const inner = { db, clock, typesetter, house, people, own, receiver, keys, houses: hosted, stampRoots: stamps.roots }
  const app = createApp({ ...inner, logs: logs.parts, broadcast, meetings, report })

  const close = await answer(config, { streams, app, near, door: guest?.door ?? door! })
  const sender = { db, clock, us: own.signer, messages, fetch: near.fetch }
  const contacts = await meetPartners(sender, receiver, log)
  const outbox = await deliver(parts, { signing, logs, sender, contacts })
  const tell: Tell = (said) => sendMessage({ ...sender, patience: 3_000 }, said)
  const beside = { approvalSteps: config.approvalSteps, listOrigins: listOrigins(config) }
  const telling = { tell, log, fetch: near.fetch, contacts, ...beside }
  const duty: TimedParts = { ...telling, db, clock, own, hosted, logs: logs.asking, keys, secretKey }
  const timed = startTimedWork(duty)
  hosted.begin()
  const stop = async () => {
    timed.stop()
    await hosted.stop()
    await close()
    await outbox.stop()
  }
  const routes = app.routes.map(({ method, path }) => ({ method, path }))
  return { config, db, own, outbox, messages, hosted, routes, timed: duty, stop }
}

/**
 * Before anything is said to a partner: a database put back from a copy does not know what was said already. Whatever keeps the node from
 * looking does not keep it from starting; with whom it has not been compared nothing is signed.
 */
async function meetPartners(
  sender: Omit<Sender, 'patience'>,
  receiver: Receiver,
  log: (line: string) => void,
): Promise<Contacts> {
  const contacts = openContacts({ sender: { ...sender, patience: 10_000 }, receiver })
  await compareWithPeers({ db: sender.db, contacts }).catch((problem) =>
    log(`not compared with the partners: ${problem}`),
  )
  return contacts
}

interface Answering {
  streams: Streams
  app: Hono<WebEnv>
  near: Near
  door: Door
}

/** Listens: live streams are answered below the web framework, everything else by it; so is what nodes of this process ask. */
async function answer({ publicUrl, federationUrl }: Config, { streams, app, near, door }: Answering) {
  const pages = getRequestListener(app.fetch)
  const close = await door.open(
    publicUrl,
    (request, response) => streams.handle(request, response) || pages(request, response),
  )
  const addresses = [publicUrl, federationUrl]
  for (const address of addresses) near.add(address, (request) => app.fetch(request))
  return async () => {
    for (const address of addresses) near.remove(address)
    streams.close()
    await close()
  }
}

interface Delivering {
  signing: SigningHouse
  logs: OwnLogs
  sender: Omit<Sender, 'patience'>
  contacts: Contacts
}

/** Delivers what was recorded: mail, messages, mentions, and what the node does for itself. */
async function deliver(parts: Parts, { signing, logs, sender, contacts }: Delivering): Promise<Outbox> {
  const { db, clock, listener, config, log } = parts
  const mail = mailDeliverer({ clock, config: mailConfig(parts) })
  const message = messageDeliverer({ ...sender, patience: 20_000 })
  const mentions = storyDeliverers({ house: storyHouse(config.publicUrl), clock })
  const own = ownDeliverers(db, { signing, contacts, logs: logs.asking }, clock)
  const inside = { ...own, ...witnessDeliverers(logs.asking) }
  const deliverers = { mail, message, ...mentions, ...inside }
  return startOutbox({ db, clock, listener, backOff: exponential(), log, deliverers, remote: 'message' })
}

/** What every area says to the partner's node and hears from it. */
function messagesOf({ typesetter, config }: Parts, { parts }: OwnLogs, stampRoots: string[]): Messages {
  return {
    ...agreementMessages({ typesetter, steps: config.approvalSteps }),
    ...keyMessages({ rootOf }),
    ...signingMessages({ rootOf, stampRoots }),
    ...ceremonyMessages,
    ...stageMessages,
    ...storyMessages,
    ...witnessMessages(parts),
    ...federationMessages,
    ...comparisonMessages,
  }
}

/** What the node delivers to itself: news between areas, and the work of signing. */
function ownDeliverers(
  db: Db,
  { signing, contacts, logs }: Pick<Delivering, 'signing' | 'contacts'> & { logs: Asking },
  clock: Clock,
): Record<'news' | 'sign' | 'preserve', Deliverer> {
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
    preserve: (item) =>
      preserveIfDue({ db, house: signing, rootOf, now: clock() }, (item.body as { session: string }).session),
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

async function identity({ config, clock, db, secretKey, guest }: Parts) {
  const keys = keyHouse(config, secretKey)
  const authority = await ownAuthority(db, keys, clock())
  const own = await ownNode({
    db,
    secretKey,
    address: config.federationUrl,
    site: config.publicUrl,
    accent: config.accent.light,
    rootCertificate: authority.certificatePem,
    now: clock(),
    ...(guest && { keptBy: guest.keptBy.ror }),
  })
  await announceAddress(db, own.document, clock())
  return { keys, authority, own }
}

/** Of the authorities the operator named. */
const listOrigins = ({ timestamps }: Config): string[] => (timestamps?.urls ?? []).map((url) => new URL(url).origin)

function keyHouse(config: Config, secretKey: Uint8Array): KeyHouse {
  const { keyAlgorithm: algorithm, institution, publicUrl, keySources: sources } = config
  const partners = async (db: Db) => (await peerKeys(db)).map(({ ror }) => ror)
  return { secretKey, algorithm, name: institution.name.en, publicUrl, sources, partners }
}

/** How long the links in mails bring a partner's people in whose node we run. */
const personalLinkDays = 7

function mailConfig({ config, secretKey, tryIt, guest }: Parts) {
  const { publicUrl, smtpUrl, mailFrom } = config
  const links = guest ? { personalLinkDays } : {}
  const from = { smtpUrl: smtpUrl ?? undefined, mailFrom: mailFrom ?? 'chirograph@localhost' }
  return { publicUrl, secretKey, tryIt, ...from, ...links }
}
