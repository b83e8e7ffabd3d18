/** Nodes that talk over real ports, with nothing but federation behind them: for tests of what passes between two. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { federationRoutes, type OwnNode, ownNode, pinPeer, type Receiver, type Sender } from '#src/federation/index.ts'
import { sendMessage } from '#src/federation/send-message.ts'
import { type Institution, saveInstitution } from '#src/partners/index.ts'
import { createAuthority } from '#src/platform/keys/index.ts'
import { type Messages, NotYet } from '#src/platform/messages.ts'
import { addAccount, type RoleName, readVisitor } from '#src/platform/people/index.ts'
import { beginSession } from '#src/platform/people/sessions.ts'
import { record } from '#src/platform/record.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { chooseLanguage } from '#src/platform/safety/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { freshDatabase, type TestDatabase } from './database.ts'
import { OfficeBrowser } from './office.ts'

export interface Federated {
  database: TestDatabase
  own: OwnNode
  receiver: Receiver
  sender: Sender
  app: Hono<WebEnv>
  /** Sends one message as the outbox would. */
  send(to: string, kind: string, about: string, body: unknown): ReturnType<typeof sendMessage>
  /** What this node noted, oldest first. */
  noted(): Promise<string[]>
  close(): Promise<void>
}

export interface FederatedPlan {
  institution: Omit<Institution, 'ours'>
  clock: () => Temporal.Instant
  messages?: Messages
}

/** A message that is noted, then refused or put off if it says so; enough to see what a node keeps of it. */
const note: Messages[string] = {
  receive: async (tx, { from, about, body, at }) => {
    const { says, then } = body as { says: string; then?: 'refuse' | 'not_yet' }
    const by = { kind: 'partner' as const, institution: from, name: '' }
    await record(tx, { at, by, about: { kind: 'note', id: about }, act: says })
    if (then === 'refuse') throw new Refusal('not_wanted', { says })
    if (then === 'not_yet') throw new NotYet('earlier_missing')
    return { noted: says }
  },
}

export async function openFederated({ institution, clock, messages = {} }: FederatedPlan): Promise<Federated> {
  const database = await freshDatabase()
  const { db } = database
  await db.transaction().execute((tx) => saveInstitution(tx, { ...institution, ours: true }))
  const root = await createAuthority({ name: institution.name.en, algorithm: 'p-256', notBefore: clock() })
  const app = new Hono<WebEnv>()
  const server = createServer(getRequestListener(app.fetch))
  const address = await listening(server)
  const basis = { address, site: address, accent: '#1d4a80', rootCertificate: root.certificatePem }
  const own = await ownNode({ db, secretKey: new Uint8Array(32).fill(5), ...basis, now: clock() })
  const handlers = { note, ...messages }
  const receiver = { db, clock, us: own.signer, address, messages: handlers }
  const sender = { db, clock, us: own.signer, messages: handlers, patience: 5_000 }
  return {
    database,
    own,
    receiver,
    sender,
    app,
    send: (to, kind, about, body) => sendMessage(sender, { to, kind, about, body }),
    noted: async () =>
      (await db.selectFrom('journal').select('act').where('subject_kind', '=', 'note').orderBy('id').execute()).map(
        ({ act }) => act,
      ),
    close: async () => {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
      await database.close()
    },
  }
}

async function listening(server: Server): Promise<string> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** Mounts the routes; before the first request, and after whatever the test puts in front of them. */
export function mountFederation({ app, receiver, own }: Federated): void {
  app.route('/', federationRoutes({ receiver, own }))
}

/** Mounts the routes behind sign-in. @returns a browser in which somebody with these roles is signed in */
export async function withFrontDoor(node: Federated, clock: () => Temporal.Instant) {
  const { app, receiver, database } = node
  const { institution, address: publicUrl } = node.own.document
  const config = { publicUrl, sessionDays: 1 }
  app.use(async (c, next) => {
    const accent = { light: '#1d4a80', dark: '#7fb0e8' }
    const { name, short, zone } = institution
    c.set('house', { name, short, accent, zone, demonstration: true, tryIt: false })
    c.set('nav', [])
    await next()
  })
  app.use(readVisitor({ db: database.db, clock, config }), chooseLanguage(config))
  app.onError((error, c) => {
    if (error instanceof Refusal) return c.json({ reason: error.reason }, error.status)
    throw error
  })
  mountFederation(node)
  return async (role: RoleName, language: 'en' | 'zh' = 'en') => {
    const name = { latin: `Some ${role}`, native: null }
    const roles = [{ name: role, scope: role === 'approver' ? 'board' : '' }]
    const email = `${role}-${crypto.randomUUID()}@node.example`
    const session = await database.db.transaction().execute(async (tx) => {
      const account = await addAccount(tx, { email, name, language, roles, by: { kind: 'node' }, now: clock() })
      return beginSession(tx, { account: account.id, method: 'link', browser: 'test', now: clock(), sessionDays: 1 })
    })
    return new OfficeBrowser({ app, publicUrl: receiver.address }, session.token, language)
  }
}

/** Makes two nodes trust each other, as both offices' confirmation does. */
export async function pair(a: Federated, b: Federated, at: Temporal.Instant): Promise<void> {
  for (const [here, there] of [
    [a, b],
    [b, a],
  ] as const) {
    const pinned = { own: here.own.document, peer: there.own.document, by: 'test', at }
    await here.database.db.transaction().execute((tx) => pinPeer(tx, pinned))
  }
}
