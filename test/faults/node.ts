/**
 * One node of the fault tests: an office with everything that crosses between nodes behind a real port, in this process. To kill
 * it is to end its connections to the database and to drop all it had in memory; it begins again on the same database.
 */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Hono } from 'hono'
import { hearAgreementsNews } from '#src/agreements/index.ts'
import { ceremonyMessages } from '#src/ceremonies/index.ts'
import {
  announceAddress,
  type Contacts,
  compareWithPeers,
  comparisonMessages,
  federationMessages,
  federationRoutes,
  messageDeliverer,
  type OwnNode,
  openContacts,
  ownNode,
  peerKeys,
  pinPeer,
  rootOf,
  type Sender,
} from '#src/federation/index.ts'
import { keyMessages, publishLists } from '#src/keys/index.ts'
import { evidenceStream } from '#src/platform/evidence.ts'
import type { Messages } from '#src/platform/messages.ts'
import { attemptNext, type Delivery } from '#src/platform/outbox/attempt.ts'
import type { Deliverer } from '#src/platform/outbox/index.ts'
import { addAccount } from '#src/platform/people/index.ts'
import { beginSession, findSession } from '#src/platform/people/sessions.ts'
import type { Visitor } from '#src/platform/people/visitor.ts'
import { Refusal } from '#src/platform/refusal.ts'
import type { Typesetter } from '#src/platform/typeset/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import {
  preserveIfDue,
  type SigningHouse,
  type Stamps,
  signDeliverer,
  signingMessages,
  watchPreservation,
  watchSessions,
} from '#src/signing/index.ts'
import { stageMessages } from '#src/stage/index.ts'
import { stampsOf } from '#src/stamps.ts'
import { storyMessages } from '#src/stories/index.ts'
import {
  type Asking,
  askOverNetwork,
  hearEvidence,
  openGate,
  ownWitness,
  watchLogs,
  witnessDeliverers,
  witnessMessages,
  witnessRoutes,
} from '#src/witness/index.ts'
import { copyDatabase, cutConnections, dropDatabase, openAgain } from '#test/support/database.ts'
import type { Office } from '#test/support/office.ts'
import type { Desk } from './scene.ts'

/** What a running node holds in memory. */
interface Memory {
  app: Hono<WebEnv>
  delivery: Delivery
  asking: Asking
  contacts: Contacts
  sender: Sender
}

/** Stands before the node's door: what becomes of each message. */
export type Door = (node: FaultNode, request: Request, enter: () => Promise<Response>) => Promise<Response | 'lost'>

export interface FaultNode extends Desk {
  office: Office
  own: OwnNode
  /** Undefined while it is dead. */
  memory: Memory | undefined
  /** Where it has one of its own. */
  typesetter?: Typesetter
  /** Whether signed documents are time-stamped and preserved: where nothing is tried about that, it would only take its time. */
  preserves: boolean
  /** Called inside the transaction that takes a message, before it commits. */
  amidst: (kind: string) => Promise<void>
  /** Whether anything happened here since its people last found nothing to do. */
  stirred: boolean
  server: Server
}

/** Milliseconds one node waits for the other. A slow machine is no fault: those are made. */
const patience = 900_000

export interface NodeSurroundings {
  clock: () => Temporal.Instant
  door: Door
}

export async function openNode(office: Office, around: NodeSurroundings): Promise<FaultNode> {
  const node = {
    office,
    keys: office.signing,
    visitors: new Map(),
    preserves: false,
    amidst: async () => {},
  } as unknown as FaultNode
  node.server = createServer(async (incoming, outgoing) => {
    const parts: Buffer[] = []
    for await (const part of incoming) parts.push(part as Buffer)
    const { method = 'GET', url = '/', headers } = incoming
    const body = method === 'GET' ? undefined : Buffer.concat(parts)
    const request = new Request(`${node.address}${url}`, { method, headers: headers as HeadersInit, body })
    const enter = async () => node.memory?.app.fetch(request.clone()) ?? Promise.reject(new Error('nobody there'))
    node.stirred = true
    const answer = await around.door(node, request, enter).catch(() => 'lost' as const)
    if (answer === 'lost') return void incoming.socket.destroy()
    outgoing.writeHead(answer.status, Object.fromEntries(answer.headers)).end(Buffer.from(await answer.arrayBuffer()))
  })
  await new Promise<void>((done) => node.server.listen(0, '127.0.0.1', done))
  node.address = `http://127.0.0.1:${(node.server.address() as AddressInfo).port}`
  node.own = await ownNodeOf(node, around)
  node.visitors.set('editor', await hireEditor(office, around.clock()))
  return node
}

/** Offices have none of themselves. */
async function hireEditor({ database: { db } }: Office, now: Temporal.Instant): Promise<Visitor> {
  const name = { latin: 'An Editor', native: null }
  const roles = [{ name: 'editor' as const, scope: '' }]
  const hired = { email: 'editor@office.example', name, language: 'en' as const, roles, by: { kind: 'node' as const } }
  const token = await db.transaction().execute(async (tx) => {
    const { id: account } = await addAccount(tx, { ...hired, now })
    return (await beginSession(tx, { account, method: 'link', browser: 'test', now, sessionDays: 14 })).token
  })
  return (await findSession(db, token, now))!.visitor
}

const ownNodeOf = ({ office, address }: FaultNode, { clock }: NodeSurroundings) =>
  ownNode({
    db: office.database.db,
    secretKey: office.signing.secretKey,
    address,
    site: office.publicUrl,
    accent: '#1d4a80',
    rootCertificate: office.signing.authority.certificatePem,
    now: clock(),
  })

/** As both offices do when they have compared the fingerprint. */
export async function introduce(here: FaultNode, there: FaultNode, at: Temporal.Instant): Promise<void> {
  const pinned = { own: here.own.document, peer: there.own.document, by: 'test', at }
  await here.office.database.db.transaction().execute((tx) => pinPeer(tx, pinned))
}

/** Begins on the database as it is. */
export async function boot(node: FaultNode, { clock }: NodeSurroundings): Promise<void> {
  const { office, own, address } = node
  node.stirred = true
  const { db } = office.database
  await announceAddress(db, own.document, clock())
  const { secretKey, authority } = office.signing
  const house = await ownWitness({ db, secretKey, publicUrl: office.publicUrl, authority, now: clock() })
  const neighbours = {
    find: async (on: typeof db, ror: string) => (await peerKeys(on)).find((peer) => peer.ror === ror),
    all: peerKeys,
  }
  const around = { neighbours, ask: askOverNetwork(patience), signer: own.signer, third: null }
  const asking: Asking = { db, house, now: clock, around }
  const messages = stopped(node, {
    ...office.messages,
    ...keyMessages({ rootOf }),
    ...signingMessages({ rootOf }),
    ...federationMessages,
    ...ceremonyMessages,
    ...stageMessages,
    ...storyMessages,
    ...comparisonMessages,
    ...witnessMessages({ neighbours, house }),
  })
  const receiver = { db, clock, us: own.signer, address, messages }
  const app = new Hono<WebEnv>()
  app.onError((problem, c) => c.text(problem.message, problem instanceof Refusal ? problem.status : 500))
  app.route('/', federationRoutes({ receiver, own }))
  app.route('/', witnessRoutes({ db, clock, house, neighbours, address, third: null }))
  const sender = { db, clock, us: own.signer, messages, patience }
  const contacts = openContacts({ sender, receiver })
  const deliverers = {
    mail: async () => 'done' as const,
    message: messageDeliverer(sender),
    ...inside(node, { asking, contacts }, clock),
    ...witnessDeliverers(asking),
  }
  node.memory = { app, asking, contacts, sender, delivery: { db, clock, deliverers, backOff: () => 0 } }
}

/** What the node does for itself. */
function inside(
  node: FaultNode,
  { asking, contacts }: Pick<Memory, 'asking' | 'contacts'>,
  clock: () => Temporal.Instant,
): Record<'news' | 'sign' | 'preserve', Deliverer> {
  const { db, house } = asking
  const gate = openGate(asking)
  const signing: SigningHouse = { ...node.office.signing, stamps: stampsWhereAsked(node, asking) }
  return {
    news: {
      inTransaction: async (tx, { body, stream }) => {
        if (stream === evidenceStream) await gate.pass()
        await hearAgreementsNews(tx, body, clock())
        await hearEvidence(tx, { house, third: false, at: clock() }, body)
      },
    },
    sign: signDeliverer(signing, contacts.meet, clock),
    preserve: async ({ body }) =>
      node.preserves
        ? preserveIfDue({ db, house: signing, rootOf, now: clock() }, (body as { session: string }).session)
        : 'done',
  }
}

function stampsWhereAsked(node: FaultNode, asking: Asking): Stamps {
  const stamps = stampsOf({ timestamps: null }, asking)
  return { ...stamps, ask: async (...imprint) => (node.preserves ? stamps.ask(...imprint) : { none: 'not asked' }) }
}

/** The same handlers, with `amidst` between the last thing they do and the commit. */
const stopped = (node: FaultNode, messages: Messages): Messages =>
  Object.fromEntries(
    Object.entries(messages).map(([kind, handler]) => [
      kind,
      {
        ...handler,
        receive: async (tx, received) => {
          const result = await handler.receive(tx, received)
          await node.amidst(kind)
          return result
        },
      },
    ]),
  )

/** It is started anew where it is reached under another name: the same machine has two. */
export async function move(node: FaultNode, around: NodeSurroundings): Promise<void> {
  const [numbers, name] = ['127.0.0.1', 'localhost']
  const moved = node.address.includes(numbers) ? [numbers, name] : [name, numbers]
  await kill(node)
  node.office.database = await openAgain(node.office.database.url)
  node.address = node.address.replace(moved[0]!, moved[1]!)
  node.own = await ownNodeOf(node, around)
  await boot(node, around)
}

export async function kill(node: FaultNode): Promise<void> {
  if (!node.memory) return
  node.memory = undefined
  const { database } = node.office
  await cutConnections(database.url)
  // What still waits on a dead connection fails by itself.
  void Promise.all([database.db.destroy(), database.pool.ended || database.pool.end()]).catch(() => {})
}

export async function revive(node: FaultNode, around: NodeSurroundings): Promise<void> {
  if (node.memory) return
  node.office.database = await openAgain(node.office.database.url)
  await boot(node, around)
  await compareWithPeers(within(node))
}

const within = (node: FaultNode) => ({ db: node.office.database.db, contacts: node.memory!.contacts })

/** A copy of the database as it is now, keys and all. @returns its address */
export async function backUp(node: FaultNode, around: NodeSurroundings): Promise<string> {
  await kill(node)
  const copy = await copyDatabase(node.office.database.url)
  await revive(node, around)
  return copy
}

/** The node's disk is lost: it begins again on a backup. */
export async function restore(node: FaultNode, backup: string, around: NodeSurroundings): Promise<void> {
  await kill(node)
  await dropDatabase(node.office.database.url)
  node.office.database = await openAgain(backup)
  await boot(node, around)
  await compareWithPeers(within(node))
}

/** Delivers one item of the outbox, chosen by `choose` among those that are due. @returns undefined where there was none */
export async function deliverOne(
  node: FaultNode,
  choose: (ids: string[]) => string,
): Promise<'done' | 'failed' | undefined> {
  const delivery = node.memory?.delivery
  if (!delivery) return undefined
  const ids = await due(delivery)
  if (ids.length === 0) return undefined
  const chosen = choose(ids)
  node.stirred = true
  const tried = await attemptNext(delivery, { items: ids.filter((id) => id !== chosen) }).catch((problem) => {
    // Whoever is killed hears nothing any more.
    if (node.memory?.delivery === delivery) throw problem
  })
  return tried && tried.error === null ? 'done' : 'failed'
}

/** Open items with no open item before them in their stream. */
async function due({ db, clock }: Delivery): Promise<string[]> {
  const rows = await db
    .selectFrom('outbox')
    .select(['id', 'stream'])
    .where('done_at', 'is', null)
    .where('due_at', '<=', clock())
    .orderBy('id')
    .execute()
  const seen = new Set<string>()
  return rows.flatMap(({ id, stream }) => {
    if (stream === null) return [id]
    if (seen.has(stream)) return []
    seen.add(stream)
    return [id]
  })
}

/** What happens by the clock, as far as it matters here. */
export async function passTime(node: FaultNode): Promise<void> {
  if (!node.memory) return
  const { delivery, asking } = node.memory
  const { db, clock } = delivery
  await watchSessions(db, clock())
  await compareWithPeers(within(node))
  if (!node.preserves) return
  await publishLists(db, node.office.signing, clock())
  await watchPreservation(db, clock())
  await watchLogs(asking)
}
