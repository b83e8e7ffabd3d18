/**
 * Nothing that is for our office alone reaches anybody else: a word of its own is hidden in every internal field, before and while two
 * nodes negotiate, sign and plan; then every page, file, export, feed and search the office can reach is opened as every role, every
 * form sent, and the partner's whole database read.
 */
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { sampleNodes } from '#cast/nodes.ts'
import { queenMary } from '#cast/universities.ts'
import { type Browser, openBrowser } from '#src/command/self-test/browser.ts'
import { freePort } from '#src/command/self-test/free-port.ts'
import { type Stage, wholePlay } from '#src/command/self-test/play.ts'
import { stageOf } from '#src/command/self-test.ts'
import { startSample } from '#src/command/try.ts'
import { readConfig } from '#src/config.ts'
import type { RunningNode } from '#src/main.ts'
import { begunStory } from './support/page-samples.ts'
import { type Audience, everything, internalFields, plant, wordFor } from './support/planted.ts'
import { type Found, reachable, textOf } from './support/reachable.ts'

const folder = mkdtempSync(join(tmpdir(), 'chirograph-walk-'))
let nodes: RunningNode[]
let stage: Stage
let found: Found
const visitors: Record<string, Browser> = {}

/** Who belongs to which audience. */
const members: Record<Audience, string[]> = {
  officers: ['officer'],
  notes: ['officer', 'administrator'],
  office: ['officer', 'legal', 'reader', 'administrator'],
  writing: ['officer', 'legal', 'reader', 'administrator', 'editor'],
  roles: ['officer', 'legal', 'reader', 'administrator', 'editor', 'president'],
}
const signedIn = members.roles

before(async () => {
  const ports: [number, number] = [await freePort(), await freePort()]
  nodes = await startSample(sampleNodes({ folder, ports }).map((environment) => readConfig(environment)))
  stage = stageOf(nodes)
  const { db, config } = nodes[0]!
  for (const part of signedIn) visitors[part] = await stage.first.as(part)
  visitors.public = openBrowser(config.publicUrl)
  visitors.partner = (await stage.second.as('officer')).on(config.publicUrl)
  await fillRegister(visitors.officer!)
  for (const [n, step] of wholePlay.entries()) {
    await step.run(stage)
    if (n === 2) await comment(visitors.officer!)
    await plant(db)
  }
  await planCeremony(visitors.officer!)
  await begunStory(visitors.officer!)
  const bare = await plant(db)
  assert.deepEqual(bare, [], 'every field has a row to hide its word in')
  found = await reachable(visitors, [...signedIn], stage.agreement)
})

after(async () => {
  for (const node of nodes ?? []) await node.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function comment(officer: Browser): Promise<void> {
  const at = `/agreements/${stage.agreement}`
  await officer.send(await officer.open(at), `${at}/comments`, { body: 'To be replaced', clause: '' })
  await sql`update agreement_comment set internal = true where side = 'ours'`.execute(nodes[0]!.db)
}

/** An agreement with a decision, a person with everything, a lead who handed over. */
async function fillRegister(officer: Browser): Promise<void> {
  const { db } = nodes[0]!
  const typed = { titleEn: 'Student exchange', partner: queenMary.ror, kind: 'exchange', endsOn: '2031-12-31' }
  const entry = await officer.send(await officer.open('/register/new'), '/register', { ...typed, signedHow: 'ink' })
  const id = /\/register\/([0-9a-f-]{36})/.exec(entry.url)![1]!
  await officer.post(`/partners/${queenMary.ror}/diligence`, {
    topic: 'research_security',
    risk: 'low',
    answer: 'x',
    source: 'x',
    answeredOn: '2026-01-10',
    expiresOn: '2027-01-10',
  })
  await officer.post(`/register/${id}/decisions`, { decision: 'let_end', note: 'x' })
  await sql`insert into partnership_lead (id, partnership, institution, person, since, until, handover)
    select gen_random_uuid(), partnership.id, post.institution, post.person, '2020-01-01', '2021-01-01', 'x'
    from partnership, post where post.institution in (select ror from institution where ours) limit 1`.execute(db)
}

/** A ceremony with notes, private remarks, a briefing: shared with the partner after they are written. */
async function planCeremony(officer: Browser): Promise<void> {
  const { db } = nodes[0]!
  const plan = await officer.send(await officer.open(`/ceremonies/new?agreement=${stage.agreement}`), '/ceremonies')
  const id = plan.url.split('/').pop()!
  await sql`insert into ceremony_item_note (ceremony, item, note)
    select id, items -> 0 ->> 'id', 'x' from ceremony where id = ${id}`.execute(db)
  await sql`insert into ceremony_guest_private (ceremony, guest, email, remark)
    select ${id}::uuid, guest ->> 'id', 'x@x.example', 'x' from ceremony_sheet, jsonb_array_elements(sheet -> 'guests') guest
    where ceremony = ${id} and side = 'ours' on conflict do nothing`.execute(db)
  await sql`insert into ceremony_background (ceremony, ties_en, ties_zh, proposed_en, proposed_zh, version)
    values (${id}, 'x', '', '', '', 1)`.execute(db)
  await sql`insert into ceremony_briefing (ceremony, guest, points_en, points_zh, life_en, life_zh, version)
    select ${id}::uuid, guest, 'x', '', '', '', 1 from ceremony_guest_private limit 1`.execute(db)
  await plant(db)
  await officer.send(await officer.open(`/ceremonies/${id}`), `/ceremonies/${id}/share`)
}

/** The internal words a text holds that this visitor may not read. */
function leaks(text: string, visitor: string): string[] {
  return internalFields.flatMap(({ table, column, audience }, n) =>
    text.includes(wordFor(n)) && !members[audience].includes(visitor) ? [`${table}.${column}`] : [],
  )
}

test('no page, file, export, feed or search shows anybody an internal word that is not theirs', async () => {
  for (const [who, visitor] of Object.entries(visitors))
    for (const path of found.paths) {
      const page = await visitor.open(path)
      assert.ok(page.status < 500, `${path} as ${who}: ${page.status}`)
      assert.deepEqual(leaks(await textOf(page), who), [], `${path} as ${who}`)
    }
})

test('searching for an internal word finds nothing for whoever may not read it', async () => {
  for (const [who, visitor] of Object.entries(visitors))
    for (const [n, { table, column, audience }] of internalFields.entries()) {
      if (members[audience].includes(who)) continue
      for (const path of [
        '/find',
        '/register',
        '/contacts',
        '/partners',
        '/en/search',
        '/zh/search',
        '/register.csv',
      ]) {
        const page = await visitor.open(`${path}?q=${wordFor(n)}`)
        // The word asked for is repeated in the field and the filter's sentence; what was found would be linked.
        const links = [
          ...page.html.matchAll(/href="\/(register|contacts|partners|stories|ceremonies|agreements)\/[0-9a-f-]{9,}/g),
        ]
        if (page.status === 200) assert.deepEqual(links, [], `${path} finds ${table}.${column} for ${who}`)
      }
    }
})

test('a form refused to somebody tells them nothing either', async () => {
  for (const who of ['public', 'partner', 'reader', 'president', 'legal', 'editor'])
    for (const action of found.actions) {
      if (/sign-out|sign-in|\/account\/|language/.test(action)) continue
      const page = await visitors[who]!.post(action, {})
      assert.ok(page.status < 500, `POST ${action} as ${who}: ${page.status}`)
      assert.deepEqual(leaks(page.html, who), [], `POST ${action} as ${who}`)
    }
})

test('the partner’s node holds none of it, and nothing that waits for the partner does', async () => {
  const { db } = nodes[0]!
  const { rows } = await sql<{ text: string }>`select body::text as text from outbox where topic = 'message'`.execute(
    db,
  )
  assert.ok(rows.length > 5, 'messages crossed')
  for (const { text } of rows) assert.doesNotMatch(text, /zqplanted/)
  for (const { table, text } of await everything(nodes[1]!.db)) assert.doesNotMatch(text, /zqplanted/, table)
})

test('the walk reaches every page of the office: what it does not reach is named here', () => {
  const patterns = nodes[0]!.routes
    .filter(({ method, path }) => method === 'GET' && !path.includes('*'))
    .map(({ path }) => path)
  const matches = (pattern: string) => {
    const form = new RegExp(`^${pattern.replace(/:\w+(\{[^}]*\})?/g, '[^/]+').replaceAll('.', '\\.')}$`)
    return found.paths.some((path) => form.test(path.split('?')[0]!))
  }
  const missed = [...new Set(patterns)].filter((p) => !matches(p) && !apart.test(p) && !otherTimes.test(p))
  assert.deepEqual(missed, [])
  // And every word is seen by somebody, or hiding it would prove nothing.
  assert.deepEqual(
    internalFields.map(({ table, column }) => `${table}.${column}`).filter((name) => !found.seen.has(name)),
    [],
  )
})

/** Pages of signing in, of the two logs and of a ceremony that is live hold nothing of the office's own. */
const apart =
  /^\/(assets|sign-in|sign-out|federation|log|logs|roots|live|stage|slides|reply|meeting|mailbox|photos|crl|en|zh|signing|verify|account|people|nodes|stories|directory)\b/
/**
 * Pages of another time in the life of an agreement or a ceremony than the one this walk stands at (while it is written, after it was
 * held), and of things its house has none of.
 */
const otherTimes =
  /^\/(imports\/|reminders\/|agreements\/:id\/(edit|template|partner-document|pages)|register\/files|commitments\/|ceremonies\/:id\/(meeting|after|attendance|minutes|papers\/minutes)|proposals|programmes|units|procedures|keys|partners\/:ror\/|hosted|hosting|guest|invited)/
