/** One university for tests of what passes between two: a database, people, keys and pages of its own. */
import { Hono } from 'hono'
import { agreementMessages } from '#src/agreements/index.ts'
import { judgePackage } from '#src/evidence/index.ts'
import { keepAuthority } from '#src/keys/authority.ts'
import {
  type Authority,
  type KeyHouse,
  keyMessages,
  keyRefusalWords,
  keyRoutes,
  ownAuthority,
} from '#src/keys/index.ts'
import { type Institution, saveInstitution, startPartnership } from '#src/partners/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import { createAuthority } from '#src/platform/keys/index.ts'
import type { Messages } from '#src/platform/messages.ts'
import type { Deliverer } from '#src/platform/outbox/index.ts'
import { cookieName, sessionCookieName } from '#src/platform/people/cookies.ts'
import {
  addAccount,
  peopleRefusalWords,
  type RoleName,
  readVisitor,
  type SoftwarePasskey,
  signInAddress,
  softwarePasskey,
} from '#src/platform/people/index.ts'
import { beginRegistration, finishRegistration } from '#src/platform/people/register-passkey.ts'
import { beginSession, findSession } from '#src/platform/people/sessions.ts'
import type { Visitor } from '#src/platform/people/visitor.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { openPageShelf, type PageShelf } from '#src/platform/render/index.ts'
import { chooseLanguage, limitBodies, safety } from '#src/platform/safety/index.ts'
import type { Clock } from '#src/platform/time.ts'
import type { Typesetter } from '#src/platform/typeset/index.ts'
import { assetRoutes, notFoundPage, refusalPage } from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { type SigningHouse, signingMessages, signingRefusalWords, signingRoutes } from '#src/signing/index.ts'
import { freshDatabase, type TestDatabase } from './database.ts'

export interface OfficePlan {
  institution: Omit<Institution, 'ours'>
  publicUrl: string
  accent: { light: string; dark: string }
  algorithm: 'rsa-3072' | 'p-256'
  signatory: { latin: string; native: string | null }
  /** How the signatory consents. */
  method: 'passkey' | 'code'
  /** When its root ends, where that is to be soon. */
  rootUntil?: Temporal.Instant
}

export const roleNames = ['officer', 'approver', 'signatory', 'reader', 'administrator'] as const
export type Who = RoleName | 'nobody'

export interface Office extends OfficePlan {
  database: TestDatabase
  ror: string
  signing: SigningHouse & { authority: Authority }
  messages: Messages
  shelf: PageShelf
  app: Hono<WebEnv>
  passkey: SoftwarePasskey
  /** By topic of the outbox, beside or instead of the postman's own. */
  deliverers: Record<string, Deliverer>
  /** Nothing reaches it while it is down. */
  down: boolean
  /** Somebody of the office, signed in. `nobody` has an account and no role. */
  visitor(who: Who): Promise<Visitor>
  /** A browser in which somebody is signed in; `public` for one in which nobody is. */
  browser(who: Who | 'public', language?: 'en' | 'zh'): Promise<OfficeBrowser>
}

const secretKey = new Uint8Array(32).fill(9)
export const step = 'board'

export interface Around {
  clock: Clock
  typesetter: Typesetter
  partner: Omit<Institution, 'ours'>
  rootOf: (ror: string) => string | undefined
}

/** Sets up an office on a fresh database. */
export async function openOffice(plan: OfficePlan, around: Around): Promise<Office> {
  const { clock, typesetter, partner } = around
  const database = await freshDatabase()
  const { db } = database
  const now = clock()
  await db.transaction().execute(async (tx) => {
    await saveInstitution(tx, { ...plan.institution, ours: true })
    await saveInstitution(tx, { ...partner, ours: false })
    await startPartnership(tx, { id: crypto.randomUUID(), partner: partner.ror, state: 'cooperating', since: '2019' })
  })
  const { algorithm, publicUrl } = plan
  const partners = async () => [partner.ror]
  const house = { secretKey, algorithm, name: plan.institution.name.en, publicUrl, partners, sources: {} }
  if (plan.rootUntil) await endingRoot(db, house, { from: now, until: plan.rootUntil })
  const authority = await ownAuthority(db, house, now)
  const rootOf = async (_: unknown, ror: string) => around.rootOf(ror)
  const messages = {
    ...agreementMessages({ typesetter, steps: [step] }),
    ...keyMessages({ rootOf }),
    ...signingMessages({ rootOf }),
  }
  const passkey = softwarePasskey()
  const people = await openAccounts({ ...plan, database }, passkey, now)
  const app = new Hono<WebEnv>()
  const office: Office = {
    ...plan,
    ror: plan.institution.ror,
    database,
    signing: { ...house, authority },
    messages,
    shelf: openPageShelf(),
    app,
    passkey,
    deliverers: {},
    down: false,
    visitor: async (who) => (await signIn(office, people.get(who)!, clock())).visitor,
    browser: async (who, language = 'en') => {
      const token = who === 'public' ? null : (await signIn(office, people.get(who)!, clock())).token
      return new OfficeBrowser(office, token, language)
    },
  }
  mount(office, clock)
  app.route('/', keyRoutes({ db, house }))
  app.route('/', signingRoutes({ db, publicUrl, secretKey, rootOf, shelf: office.shelf, judgePackage }))
  return office
}

async function endingRoot(db: Db, house: KeyHouse, { from, until }: Record<'from' | 'until', Temporal.Instant>) {
  const { name, algorithm } = house
  const made = await createAuthority({ name, algorithm, notBefore: from.subtract({ hours: 24 }), notAfter: until })
  await db.transaction().execute((tx) => keepAuthority(tx, house, made, from))
}

function mount({ app, database: { db }, publicUrl, institution, accent }: Office, clock: Clock): void {
  const config = { publicUrl, sessionDays: 14 }
  const house = {
    name: institution.name,
    short: institution.short,
    accent,
    zone: institution.zone,
    demonstration: true,
    tryIt: false,
  }
  const nav = [{ key: 'agreements', href: '/agreements', label: 'Agreements' }]
  app.use(...safety({ publicUrl }))
  app.use(async (c, next) => {
    c.set('house', house)
    c.set('nav', nav)
    await next()
  })
  app.use(
    readVisitor({ db, clock, config }),
    chooseLanguage(config),
    limitBodies([{ path: '/verify', bytes: 22_020_096 }]),
  )
  app.onError((error, c) => {
    if (!(error instanceof Refusal)) throw error
    if (error.reason === 'sign_in_first' && c.req.method === 'GET') return c.redirect(signInAddress(c), 303)
    return error.status === 404
      ? notFoundPage(c)
      : refusalPage(c, error, { ...peopleRefusalWords, ...keyRefusalWords, ...signingRefusalWords })
  })
  app.notFound((c) => notFoundPage(c))
  app.route('/', assetRoutes())
}

async function openAccounts(
  plan: OfficePlan & { database: TestDatabase },
  passkey: SoftwarePasskey,
  now: Temporal.Instant,
) {
  const people = new Map<Who, string>()
  const { institution, method, publicUrl } = plan
  for (const who of [...roleNames, 'nobody'] as const) {
    const name = who === 'signatory' ? plan.signatory : { latin: `Some ${who}`, native: null }
    const roles = who === 'nobody' ? [] : [{ name: who, scope: who === 'approver' ? step : '' }]
    const email = `${who}@${institution.ror}.example`
    const account = await plan.database.db.transaction().execute(async (tx) => {
      const added = await addAccount(tx, { email, name, language: 'en', roles, by: { kind: 'node' }, now })
      if (who !== 'signatory' || method === 'code') return added
      const options = await beginRegistration(tx, { account: added, house: institution.name.en, publicUrl, now })
      const response = JSON.stringify(passkey.register(options, publicUrl))
      await finishRegistration(tx, { account: added, name: 'Laptop', fallback: 'Laptop', response, publicUrl, now })
      return added
    })
    people.set(who, account.id)
  }
  return people
}

async function signIn({ database: { db } }: Office, account: string, now: Temporal.Instant) {
  const asked = { account, method: 'link', browser: 'test', now, sessionDays: 14 } as const
  const { token } = await db.transaction().execute((tx) => beginSession(tx, asked))
  return { token, visitor: (await findSession(db, token, now))!.visitor }
}

/** A browser as far as our pages can tell: one person, one language, `Origin` with every form; follows no redirect. */
export class OfficeBrowser {
  readonly #office: Pick<Office, 'app' | 'publicUrl'>
  readonly #headers: Record<string, string>

  constructor(office: Pick<Office, 'app' | 'publicUrl'>, token: string | null, language: 'en' | 'zh') {
    this.#office = office
    const chosen = `${cookieName(office.publicUrl, 'language')}=${language}`
    this.#headers = { cookie: token ? `${chosen}; ${sessionCookieName(office.publicUrl)}=${token}` : chosen }
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return this.#send(path, { headers })
  }

  /** Asks for the headers alone. */
  head(path: string): Promise<Response> {
    return this.#send(path, { method: 'HEAD' })
  }

  /** The page at a path as text. @throws where it does not answer 200 */
  async read(path: string): Promise<string> {
    const response = await this.get(path)
    if (response.status !== 200) throw new Error(`${path} answered ${response.status}: ${await response.text()}`)
    return response.text()
  }

  post(
    path: string,
    body: Record<string, string> | FormData = {},
    headers: Record<string, string> = {},
  ): Promise<Response> {
    const sent = body instanceof FormData ? body : new URLSearchParams(body)
    const { origin } = new URL(this.#office.publicUrl)
    return this.#send(path, { method: 'POST', body: sent, headers: { origin, ...headers } })
  }

  async #send(path: string, init: RequestInit): Promise<Response> {
    const headers = { ...this.#headers, ...(init.headers as Record<string, string>) }
    return this.#office.app.request(this.#office.publicUrl + path, { ...init, headers })
  }
}
