/**
 * Every route there is, visited: as the public, as someone from the partner's node, as each role. Nobody gets what is another's;
 * every page is valid HTML and passes axe in both languages. A route without sample parameters fails.
 */
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { HtmlValidate } from 'html-validate'
import type { Browser as Chromium, Page as Tab } from 'playwright-core'
import { sampleNodes } from '#cast/nodes.ts'
import { accounts } from '#cast/people.ts'
import { queenMary } from '#cast/universities.ts'
import { type Browser, openBrowser, type Page } from '#src/command/self-test/browser.ts'
import { freePort } from '#src/command/self-test/free-port.ts'
import { addPasskeys, type Stage, sessionPath, wholePlay } from '#src/command/self-test/play.ts'
import { stageOf } from '#src/command/self-test.ts'
import { startSample } from '#src/command/try.ts'
import { readConfig } from '#src/config.ts'
import type { RunningNode } from '#src/main.ts'
import { listAccounts, trySignInPath } from '#src/platform/people/index.ts'
import { launchBrowser } from '#test/support/browser.ts'

const folder = mkdtempSync(join(tmpdir(), 'chirograph-pages-'))
const secret = 'Only our own office may read this remark.'
let nodes: RunningNode[]
let stage: Stage
let chromium: Chromium
let samples: Record<string, string>
const visitors: Record<string, Browser> = {}

before(async () => {
  const ports: [number, number] = [await freePort(), await freePort()]
  nodes = await startSample(sampleNodes({ folder, ports }).map((environment) => readConfig(environment)))
  stage = stageOf(nodes)
  const officer = await stage.first.as('officer')
  const at = `/agreements/${stage.agreement}`
  for (const step of wholePlay.slice(1)) {
    await step.run(stage)
    if (step !== addPasskeys) continue
    await officer.send(await officer.open(at), `${at}/comments`, { body: secret, clause: '' })
  }
  await prepareVisitors()
  samples = await sampleParameters()
  chromium = await launchBrowser()
})

after(async () => {
  await chromium?.close()
  for (const node of nodes ?? []) await node.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function prepareVisitors(): Promise<void> {
  const { publicUrl } = nodes[0]!.config
  visitors.public = openBrowser(publicUrl)
  for (const part of ['officer', 'legal', 'president', 'reader', 'administrator'])
    visitors[part] = await stage.first.as(part)
}

async function accountOf(node: RunningNode, part: string): Promise<string> {
  const email = accounts[node.config.institution.ror]!.find((p) => p.key === part)!.email
  return (await listAccounts(node.db)).find((a) => a.account.email === email)!.account.id
}

/** One real value for each parameter of each route. */
async function sampleParameters(): Promise<Record<string, string>> {
  const { db } = nodes[0]!
  const session = (await sessionPath(stage.first, stage.agreement)).split('/').pop()!
  const mail = await db.selectFrom('mailbox').select('id').limit(1).executeTakeFirstOrThrow()
  return {
    '/agreements/:id': stage.agreement,
    '/signing/:session': session,
    '/partners/:ror': queenMary.ror,
    '/nodes/:ror': queenMary.ror,
    '/roots/:file': `${queenMary.ror}.pem`,
    '/people/:id': await accountOf(nodes[0]!, 'reader'),
    '/mailbox/:id': String(mail.id),
    '/sign-in/try/:account': await accountOf(nodes[0]!, 'reader'),
    '/sign-in/link/:token': 'A'.repeat(43),
    '/account/passkeys/:id': crypto.randomUUID(),
    '/account/sessions/:id': crypto.randomUUID(),
  }
}

/** The route with sample values in place of its parameters. */
function concrete(path: string): string {
  const known = Object.keys(samples).find((pattern) => path.startsWith(pattern.replace(/:\w+$/, ':')))
  const name = known && /:(\w+)$/.exec(known)![1]
  const filled = known ? path.replace(/:[\w]+(\{[^}]*\})?/, samples[known]!) : path
  const rest = filled.replace(/:(n|page)(\{.*\})?(\.png)?$/, '1.png')
  assert.ok(!/[:*]/.test(rest), `route ${path} has no sample parameters${name ? ` after ${name}` : ''}`)
  return rest
}

const unique = (list: string[]) => [...new Set(list)]
const pathsOf = (method: string) =>
  unique(
    nodes[0]!.routes
      .filter((r) => r.method === method && !r.path.includes('*') && !r.path.startsWith('/assets'))
      .map((r) => r.path),
  )

/** What anyone may open: nothing of an agreement, a partner, a person. `try` shows its mailbox and sign-in links to all. */
const open = (path: string) =>
  path === '/' ||
  ['/sign-in', '/verify', '/roots', '/federation/node', '/mailbox'].some((start) => path.startsWith(start))

const isAnswer = (page: Page) => page.status === 200 && !page.html.includes('action="/sign-in/link"')

test('the public, and the partner’s people with their own node’s session, get nothing of ours', async () => {
  const partner = await strangerWithSession()
  for (const path of pathsOf('GET')) {
    for (const visitor of [visitors.public!, partner]) {
      const page = await visitor.open(concrete(path))
      assert.ok(page.status < 500, `${path}: ${page.status}`)
      if (!open(path)) assert.ok(!isAnswer(page), `${path} answers a stranger`)
      assert.ok(!page.html.includes(secret), `${path} shows an internal remark`)
    }
  }
})

/** A browser that sends this node the session of the other one, under this node's cookie name. */
async function strangerWithSession(): Promise<Browser> {
  const account = await accountOf(nodes[1]!, 'officer')
  const there = openBrowser(nodes[1]!.config.publicUrl)
  await there.send(await there.open(trySignInPath(account)), trySignInPath(account))
  return there.on(nodes[0]!.config.publicUrl)
}

const staffOnly: Record<string, (path: string) => boolean> = {
  // Whoever signs sees the agreement to sign; of the office's other pages nothing.
  president: (path) => path === '/people' || path === '/nodes' || path === '/agreements',
  reader: (path) =>
    path.startsWith('/people') ||
    path.startsWith('/nodes') ||
    path.endsWith('/edit') ||
    path.endsWith('/new') ||
    path.endsWith('/sign'),
  legal: (path) =>
    path.startsWith('/people') ||
    path.startsWith('/nodes') ||
    path.endsWith('/edit') ||
    path.endsWith('/new') ||
    path.endsWith('/sign'),
  officer: (path) => path.startsWith('/people') || path.startsWith('/nodes') || path.endsWith('/sign'),
  administrator: (path) => path.endsWith('/edit') || path.endsWith('/new') || path.endsWith('/sign'),
}

test('each role opens its own pages only', async () => {
  for (const [role, isClosed] of Object.entries(staffOnly)) {
    for (const path of pathsOf('GET')) {
      const page = await visitors[role]!.open(concrete(path))
      assert.ok(page.status < 500, `${path} as ${role}: ${page.status}`)
      if (isClosed(path)) assert.ok(page.status >= 400, `${path} answers a ${role}: ${page.status}`)
    }
  }
})

test('lesser roles change nothing: every form of others refuses them', async () => {
  const own = (path: string) => /^\/(account|sign-in|sign-out|verify|federation)/.test(path)
  for (const role of ['public', 'reader', 'president', 'legal']) {
    for (const path of pathsOf('POST').filter((p) => !own(p))) {
      if (role === 'president' && path.startsWith('/signing')) continue
      const page = await visitors[role]!.post(concrete(path), {
        reason: 'x',
        body: 'x',
        step: 'vice_president',
        do: 'save',
      })
      assert.ok(page.status >= 400, `POST ${path} as ${role}: ${page.status}`)
      assert.ok(page.status < 500, `POST ${path} as ${role}: ${page.status}`)
    }
  }
})

test('every page is valid HTML in both languages', async () => {
  const rules = JSON.parse(await readText(join(import.meta.dirname, '..', '.htmlvalidate.json')))
  const validator = new HtmlValidate(rules)
  for (const [path, role] of pages()) {
    for (const language of ['en', 'zh']) {
      const page = await visitors[role]!.open(`${concrete(path)}?language=${language}`)
      if (!page.html.startsWith('<!')) continue
      const report = await validator.validateString(page.html, join(import.meta.dirname, '..', 'page.html'))
      const said = report.results.flatMap((r) => r.messages.map((m) => `${m.ruleId} ${m.line}: ${m.message}`))
      assert.deepEqual(said, [], `${path} (${language})`)
    }
  }
})

/** Every page, with a role that may open it. */
function pages(): [string, string][] {
  const roleFor = (path: string): string =>
    /^\/(people|nodes)/.test(path) ? 'administrator' : path.endsWith('/sign') ? 'president' : 'officer'
  return pathsOf('GET').map((path) => [path, roleFor(path)])
}

test('axe finds nothing on any page in either language, and on a telephone no page is wider than the screen', {
  timeout: 240_000,
}, async () => {
  const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
  const { publicUrl } = nodes[0]!.config
  for (const role of ['officer', 'administrator', 'president']) {
    const context = await chromium.newContext({ viewport: { width: 1280, height: 900 } })
    const page = await context.newPage()
    const path = trySignInPath(await accountOf(nodes[0]!, role))
    await page.goto(publicUrl + path)
    await page.locator(`form[action="${path}"] button`).click()
    for (const [route] of pages().filter(([, who]) => who === role)) {
      for (const language of ['en', 'zh']) {
        if (/\.(pdf|png|pem)$|federation|options|\/:file|oidc/.test(route) || route.includes('pages/')) continue
        await page.goto(`${publicUrl}${concrete(route)}?language=${language}`)
        await page.evaluate(await readText(axe))
        // biome-ignore lint/suspicious/noExplicitAny: axe hangs itself on the page's window
        const result: any = await page.evaluate(
          'axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] })',
        )
        assert.deepEqual(
          result.violations.map((v: Violation) => `${v.id}: ${v.nodes.map((n) => n.html).join(' ')}`),
          [],
          `${route} (${language})`,
        )
        assert.equal(await tooWide(page), 0, `${route} (${language}) on a telephone`)
      }
    }
    await context.close()
  }
})

/** By how many pixels the page is wider than a telephone's screen. */
async function tooWide(page: Tab): Promise<number> {
  const wide = page.viewportSize()!
  await page.setViewportSize({ width: 390, height: 844 })
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  await page.setViewportSize(wide)
  return over
}

interface Violation {
  id: string
  nodes: { html: string }[]
}

const readText = (file: string) => import('node:fs/promises').then((fs) => fs.readFile(file, 'utf8'))
