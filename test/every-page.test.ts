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
import type { Browser as Chromium } from 'playwright-core'
import { sampleNodes } from '#cast/nodes.ts'
import { accounts } from '#cast/people.ts'
import { hust, queenMary } from '#cast/universities.ts'
import { type Browser, openBrowser, type Page } from '#src/command/self-test/browser.ts'
import { freePort } from '#src/command/self-test/free-port.ts'
import { addPasskeys, type Stage, sessionPath, wholePlay } from '#src/command/self-test/play.ts'
import { stageOf } from '#src/command/self-test.ts'
import { startSample } from '#src/command/try.ts'
import { readConfig } from '#src/config.ts'
import type { RunningNode } from '#src/main.ts'
import { importDirectory } from '#src/partners/index.ts'
import { sha256 } from '#src/platform/canonical.ts'
import { fingerprint } from '#src/platform/keys/index.ts'
import { listAccounts, rowSecret, trySignInPath } from '#src/platform/people/index.ts'
import { readSecretKey } from '#src/secret-key.ts'
import { launchBrowser } from '#test/support/browser.ts'
import { staffOnly, tooWide } from '#test/support/page-doors.ts'
import {
  begunStory,
  inkEntry,
  madeGrouping,
  markedCommitment,
  proposed,
  publicSamples,
  registeredFile,
  runningProgramme,
  sentList,
} from '#test/support/page-samples.ts'
import { inventedRor, rorRecord } from '#test/support/ror-records.ts'

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

async function* directory() {
  yield rorRecord(1, {
    names: [
      ['Tongshan University', 'label', 'en'],
      ['通山大学', 'label', 'zh'],
    ],
    relations: [['related', 2, 'Tongshan Hospital']],
  })
}

/** One real value for each parameter of each route. */
async function sampleParameters(): Promise<Record<string, string>> {
  const { db } = nodes[0]!
  await importDirectory(db, directory(), { fileName: 'test', by: { kind: 'node' }, at: Temporal.Now.instant() })
  const session = (await sessionPath(stage.first, stage.agreement)).split('/').pop()!
  const person = await db.selectFrom('person').select('id').limit(1).executeTakeFirstOrThrow()
  const file = await registeredFile(nodes[0]!, stage.agreement)
  const mail = await db.selectFrom('mailbox').select('id').limit(1).executeTakeFirstOrThrow()
  const ceremony = await plannedCeremony()
  return {
    '/agreements/:id': stage.agreement,
    '/ceremonies/:id': ceremony,
    '/live/:id': ceremony,
    '/slides/:id': ceremony,
    '/reply/:token': await invitedGuest(),
    '/meeting/:pass': 'nobody.signed',
    '/commitments/:id': await markedCommitment(db),
    '/signing/:session': session,
    '/partners/:ror': queenMary.ror,
    ...publicSamples(stage.agreement),
    '/stories/:id': await begunStory(await stage.first.as('officer')),
    '/stories/offers/:id': crypto.randomUUID(),
    '/stories/mentions/:id': crypto.randomUUID(),
    '/photos/:sha256': 'f'.repeat(64),
    '/directory/:ror': inventedRor(1),
    '/contacts/:id': person.id,
    '/imports/:id': await sentList(db),
    '/units/:id': await enteredUnit(),
    '/groupings/:id': await madeGrouping(await stage.first.as('officer')),
    '/programmes/:id': await runningProgramme(await stage.first.as('officer')),
    '/register/files/:file': file.id,
    '/register/:id': await inkEntry(db, await stage.first.as('officer')),
    '/procedures/routes/:id': 'blank',
    '/procedures/templates/:id': (await db.selectFrom('template').select('id').executeTakeFirstOrThrow()).id,
    '/proposals/:id': await proposed(await stage.first.as('reader')),
    '/nodes/:ror': queenMary.ror,
    '/logs/alarms/:id': '1',
    '/logs/entries/:file': `0-${queenMary.ror}.tlog-proof`,
    '/logs/policies/:file': `${queenMary.ror}.txt`,
    '/log/mirror/:origin': sha256(`qmul.localhost:${nodes[1]!.config.port}/log`),
    '/roots/:file': `${queenMary.ror}.pem`,
    '/verify/:file': 'judge.js',
    '/verify/:agreement': stage.agreement,
    '/keys/acts/:id': crypto.randomUUID(),
    '/keys/roots/:ror': queenMary.ror,
    '/crl/:file': `${fingerprint(nodes[0]!.own.document.rootCertificate)}.crl`,
    '/people/:id': await accountOf(nodes[0]!, 'reader'),
    '/mailbox/:id': String(mail.id),
    '/sign-in/try/:account': await accountOf(nodes[0]!, 'reader'),
    '/sign-in/link/:token': 'A'.repeat(43),
    '/account/passkeys/:id': crypto.randomUUID(),
    '/account/sessions/:id': crypto.randomUUID(),
    '/reminders/:secret': 'nobody.knows',
  }
}

/** A faculty with a school in it, paired with one of the partner's. @returns the faculty's id */
async function enteredUnit(): Promise<string> {
  const { db } = nodes[0]!
  const officer = await stage.first.as('officer')
  const enter = async (ror: string, lines: string) => {
    const page = await officer.open(`/partners/${ror}/units`)
    await officer.send(page, `/partners/${ror}/units/lines`, { lines })
  }
  await enter(hust.ror, 'School of Management | 管理学院\n  Department of Logistics | 物流系')
  await enter(queenMary.ror, 'Faculty of Humanities and Social Sciences | 人文与社会科学学院')
  const at = `/partners/${queenMary.ror}/pairings`
  await officer.send(await officer.open(at), at)
  const unit = await db.selectFrom('unit').select('id').where('name_en', '=', 'School of Management').execute()
  return unit[0]!.id
}

/** A ceremony planned for the agreement and shared with the partner. @returns its id */
async function plannedCeremony(): Promise<string> {
  const officer = await stage.first.as('officer')
  const begun = await officer.open(`/ceremonies/new?agreement=${stage.agreement}`)
  const plan = await officer.send(begun, '/ceremonies')
  await officer.send(plan, `${plan.url}/share`)
  return plan.url.split('/').pop()!
}

/** The guests of that ceremony are invited. @returns what stands in the link of one of them */
async function invitedGuest(): Promise<string> {
  const { db, config } = nodes[0]!
  const { id } = await db.selectFrom('ceremony').select('id').executeTakeFirstOrThrow()
  const officer = await stage.first.as('officer')
  const at = `/ceremonies/${id}/invitations`
  await officer.send(await officer.open(at), at)
  const invitation = await db.selectFrom('ceremony_invitation').select('id').executeTakeFirstOrThrow()
  return rowSecret(readSecretKey(config.secretKeyFile), { kind: 'reply-link', id: invitation.id })
}

/** The route with sample values in place of its parameters. */
function concrete(path: string): string {
  const patterns = Object.keys(samples)
  const alike = (pattern: string) => path.startsWith(pattern.replace(/:\w+$/, ':'))
  const known = patterns.find((pattern) => path.startsWith(`${pattern}{`)) ?? patterns.find(alike)
  const name = known && /:(\w+)$/.exec(known)![1]
  const filled = known ? path.replace(/:[\w]+(\{[^}]*\})?/, samples[known]!) : path
  const inner = filled.replace(/:(n|account)(?=\/)/, '1').replace(/(?<=\/photos\/.*):file$/, '480.webp')
  const rest = inner.replace(/:(n|page)(\{.*\})?(\.png)?$/, '1.png')
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
  /^\/(en|zh)(\/|$)|^\/(robots\.txt|sitemap\.xml|calendar\.ics)$/.test(path) ||
  ['/sign-in', '/verify', '/roots', '/crl', '/federation/node', '/federation/log/', '/log/', '/mailbox', '/reply'].some(
    (start) => path.startsWith(start),
  )

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
  const own = (path: string) => /^\/(account|sign-in|sign-out|verify|federation|register\/views)/.test(path)
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
    /^\/(people|nodes|keys|procedures|journal|administration)/.test(path)
      ? 'administrator'
      : path.endsWith('/sign')
        ? 'president'
        : 'officer'
  return pathsOf('GET').map((path) => [path, roleFor(path)])
}

test('axe finds nothing on any page in either language, and on a telephone no page is wider than the screen', {
  timeout: 900_000,
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
        if (
          /\.(pdf|png|pem|zip|csv|xlsx|ics|xml|txt|atom|json)$|federation|^\/log\/|options|\/:file|:id\/file$|oidc/.test(
            route,
          ) ||
          route.includes('pages/')
        )
          continue
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

interface Violation {
  id: string
  nodes: { html: string }[]
}

const readText = (file: string) => import('node:fs/promises').then((fs) => fs.readFile(file, 'utf8'))
