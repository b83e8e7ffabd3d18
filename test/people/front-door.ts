/** A small node for tests of people, mail and safety: their routes on a fresh database, reached through the front door. */
import { Hono } from 'hono'
import type { Db } from '#src/platform/database/tables.ts'
import { listMailbox, type MailboxMail, mailDeliverer, mailRoutes } from '#src/platform/mail/index.ts'
import { startOutbox } from '#src/platform/outbox/index.ts'
import {
  type Account,
  addAccount,
  type PeopleConfig,
  peopleRefusalWords,
  peopleRoutes,
  type Role,
  readVisitor,
  signInAddress,
} from '#src/platform/people/index.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { chooseLanguage, limitBodies, safety, sentTwice } from '#src/platform/safety/index.ts'
import { assetRoutes, notFoundPage, refusalPage } from '#src/platform/ui/index.ts'
import type { House, WebEnv } from '#src/platform/web.ts'

export const publicUrl = 'http://porto.localhost:4199'
export const secretKey = new Uint8Array(32).fill(7)

const house: House = {
  name: { en: 'University of Porto', zh: '波尔图大学' },
  short: { en: 'U.Porto', zh: '波尔图' },
  accent: { light: '#7a2e2e', dark: '#e0a0a0' },
  zone: 'Europe/Lisbon',
  demonstration: false,
  tryIt: false,
}

export const approvalSteps = [
  { key: 'legal', label: { en: 'Legal', zh: '法务' } },
  { key: 'vice_president', label: { en: 'Vice-President', zh: '副校长' } },
]

export interface TestNode {
  db: Db
  app: Hono<WebEnv>
  config: PeopleConfig
  /** The instant it is; tests move it. */
  now: Temporal.Instant
  wait(duration: Temporal.DurationLike): void
  /** Delivers what waits in the outbox; mails land in the mailbox table. */
  deliver(): Promise<void>
  mails(): Promise<MailboxMail[]>
}

export function testNode(db: Db, change: Partial<PeopleConfig> = {}): TestNode {
  const config = { publicUrl, secretKey, sessionDays: 14, tryIt: false, approvalSteps, ...change }
  const node: TestNode = {
    db,
    app: new Hono<WebEnv>(),
    config,
    now: Temporal.Instant.from('2021-09-06T14:20:00Z'),
    wait(duration) {
      node.now = node.now.add(duration)
    },
    async deliver() {
      const mail = mailDeliverer({
        clock,
        config: { ...config, mailFrom: 'Chirograph <c@porto.example>', tryIt: true },
      })
      const outbox = await startOutbox({ db, clock, deliverers: { mail, news: { inTransaction: async () => {} } } })
      await outbox.drain()
      await outbox.stop()
    },
    mails: () => listMailbox(db),
  }
  const clock = () => node.now
  mount(node, clock)
  return node
}

function mount({ app, db, config }: TestNode, clock: () => Temporal.Instant): void {
  app.use(...safety({ publicUrl: config.publicUrl, peerUrl: 'http://127.0.0.1:4199' }))
  app.use(async (c, next) => {
    c.set('house', { ...house, tryIt: config.tryIt })
    c.set('nav', [])
    await next()
  })
  app.use(readVisitor({ db, clock, config }), chooseLanguage(config), limitBodies([]), sentTwice())
  app.onError((error, c) => {
    if (!(error instanceof Refusal)) throw error
    if (error.reason === 'sign_in_first' && c.req.method === 'GET') return c.redirect(signInAddress(c), 303)
    return refusalPage(c, error, peopleRefusalWords)
  })
  app.notFound((c) => notFoundPage(c))
  app.get('/', (c) => c.text(c.var.visitor?.account.email ?? 'nobody'))
  app.post('/federation/messages', (c) => c.text('heard'))
  app.post('/echo', async (c) => c.text(`${(await c.req.text()).length}`))
  app.route('/', assetRoutes())
  app.route('/', peopleRoutes({ db, clock, config }))
  app.route('/', mailRoutes({ db, config }))
}

/** A browser as far as our pages can tell: keeps cookies, sends `Origin` with forms, follows no redirect. */
export class Browser {
  readonly cookies = new Map<string, string>()
  readonly node: TestNode
  readonly headers: Record<string, string>

  constructor(node: TestNode, headers: Record<string, string> = {}) {
    this.node = node
    this.headers = headers
  }

  get(path: string): Promise<Response> {
    return this.send(path, {})
  }

  post(path: string, fields: Record<string, string> = {}, headers: Record<string, string> = {}): Promise<Response> {
    const origin = new URL(this.node.config.publicUrl).origin
    return this.send(path, { method: 'POST', body: new URLSearchParams(fields), headers: { origin, ...headers } })
  }

  async send(path: string, init: RequestInit): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { ...this.headers, ...(cookie && { cookie }), ...(init.headers as Record<string, string>) }
    const response = await this.node.app.request(this.node.config.publicUrl + path, { ...init, headers })
    for (const set of response.headers.getSetCookie()) this.keep(set)
    return response
  }

  private keep(set: string): void {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(set)!
    if (value === '' || /max-age=0/i.test(set)) this.cookies.delete(name!)
    else this.cookies.set(name!, value!)
  }
}

/** Opens an account on a test node. */
export function openAccount(node: TestNode, email: string, roles: Role[] = []): Promise<Account> {
  const name = { latin: 'Ana Sousa', native: null }
  const asked = { email, name, roles, language: 'en', by: { kind: 'node' }, now: node.now } as const
  return node.db.transaction().execute((tx) => addAccount(tx, asked))
}

/** Signs in the way everybody can: asks for a link, opens the mail, presses the button. */
export async function signInByLink(browser: Browser, email: string): Promise<Response> {
  await browser.post('/sign-in/link', { email })
  return browser.post(await newestLink(browser.node, email))
}

/** The path of the sign-in link mailed last to an address. */
export async function newestLink(node: TestNode, email: string): Promise<string> {
  await node.deliver()
  const links = (await node.mails())
    .filter((mail) => mail.toAddress.toLowerCase() === email.toLowerCase())
    .toSorted((a, b) => Number(b.id) - Number(a.id))
    .map((mail) => /http\S+(\/sign-in\/link\/\S+)/.exec(mail.text)?.[1])
  return links.find((link) => link !== undefined)!
}
