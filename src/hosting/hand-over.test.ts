/** A partner moves to a node of its own: everything comes along, both offices compare the fingerprint, and the work goes on. */
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { freePort } from '#src/command/self-test/free-port.ts'
import { openOffice } from '#src/command/self-test/office.ts'
import { expectOk, fill, hasForm, hasLink } from '#src/command/self-test/play.ts'
import { readConfig } from '#src/config.ts'
import { type RunningNode, startNode } from '#src/main.ts'
import { newPassphrase, readLines, writeLines } from '#src/platform/parcel/index.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { readSecretKey } from '#src/secret-key.ts'
import { freshDatabase, type TestDatabase } from '#test/support/database.ts'
import {
  beginHosting,
  draftWithTongshan,
  follow,
  guests,
  type Hosting,
  invite,
  letterTo,
  linkIn,
  openHosting,
  tongshan,
} from '#test/support/hosting.ts'
import { handOver } from './hand-over.ts'
import { takeOver } from './take-over.ts'

const folder = mkdtempSync(join(tmpdir(), 'chirograph-hand-over-'))
const file = join(folder, 'tongshan.parcel')
const passphrase = newPassphrase()
const at = () => Temporal.Now.instant()
let hosting: Hosting
let database: TestDatabase
let moved: RunningNode | undefined
let agreement: string

before(async () => {
  hosting = await openHosting()
  await beginHosting(hosting)
  await invite(hosting, guests.officer)
  await invite(hosting, guests.president)
  agreement = await draftWithTongshan(hosting.node)
  const page = `/agreements/${agreement}`
  const officer = await hosting.office.as('officer')
  await fill(officer, page, `${page}/versions`, { note: 'First version.' }, 'send the version')
  const theirs = hosting.theirs()
  const letter = await letterTo(theirs, guests.officer.email, 'now your turn')
  const { browser } = await follow(theirs.config.publicUrl, linkIn(letter))
  await fill(browser, page, `${page}/comments`, { body: 'Only for us: too soon.', clause: '' }, 'comment')
  database = await freshDatabase()
})
after(async () => {
  await moved?.stop()
  await database?.close()
  await hosting?.close()
  rmSync(folder, { recursive: true, force: true })
})

const pack = (write: (lines: AsyncIterable<string>) => Promise<void>) => {
  const { config, db } = hosting.node
  const ourKey = readSecretKey(config.secretKeyFile)
  return handOver(
    { db, pool: hosting.pool, url: config.databaseUrl!, ourKey, institution: tongshan.ror, at: at() },
    write,
  )
}

const unpack = (over: Partial<Parameters<typeof takeOver>[0]> = {}, words = passphrase) => {
  const node = { pool: database.pool, institution: tongshan.ror, hostname: 'tongshan.localhost', at: at() }
  const given = { ...node, administratorEmail: guests.president.email, keepKey, ...over }
  return takeOver(given, readLines(file, words))
}
const keepKey = (hex: string) => writeFileSync(join(folder, 'secret.key'), `${hex}\n`, { mode: 0o600 })

/** A hand-over ends every connection but its own; one that was cut may still be met in the pool, and what is asked next goes over a new one. */
async function overAnother<T>(ask: () => Promise<T>, times = 20): Promise<T> {
  try {
    return await ask()
  } catch (problem) {
    if (times === 0 || !/terminat|connection error/.test((problem as Error).message)) throw problem
    return overAnother(ask, times - 1)
  }
}

const refused = (reason: string) => (problem: unknown) => problem instanceof Refusal && problem.reason === reason

test('a hand-over that cannot be written leaves the node running as before', async () => {
  await assert.rejects(
    pack(() => Promise.reject(new Error('no room'))),
    /no room/,
  )
  const row = hosting.node.db.selectFrom('hosted_node').select('state')
  assert.equal((await row.executeTakeFirstOrThrow()).state, 'running')
  const write = hosting.theirs().db.updateTable('account').set({ language: 'zh' })
  await overAnother(() => write.where('email', '=', guests.officer.email).execute())
})

test('handed over, nothing is written here any more, and the file says nothing to who lacks the passphrase', async () => {
  const theirs = hosting.theirs()
  await pack((lines) => writeLines(file, passphrase, lines))
  assert.equal(statSync(file).mode & 0o777, 0o600)
  assert.ok(!readFileSync(file).includes('tongshan'))
  await assert.rejects(
    theirs.db.updateTable('account').set({ language: 'en' }).execute(),
    /read-only|terminating connection|Connection terminated|connection error/,
  )
  await hosting.node.hosted.look()
  assert.equal(hosting.node.hosted.find(tongshan.ror), undefined)
  await assert.rejects(
    pack(async () => {}),
    refused('hosting_does_not_allow'),
  )
})

test('another passphrase, another university, a changed file: refused, and nothing is taken over', async () => {
  await assert.rejects(unpack({}, newPassphrase()), refused('parcel_unreadable'))
  await assert.rejects(unpack({ institution: '026zzn846' }), refused('parcel_of_another'))
  const whole = readFileSync(file)
  for (const wrong of [whole.subarray(0, -1), Buffer.concat([whole.subarray(0, -9), Buffer.alloc(9)])]) {
    writeFileSync(file, wrong)
    await assert.rejects(unpack(), refused('parcel_unreadable'))
  }
  writeFileSync(file, whole)
  assert.equal((await database.db.selectFrom('institution').select('ror').execute()).length, 0)
})

test('taken over, every row is there, and only once', async () => {
  const counted = async (pool: TestDatabase['pool']) => {
    const rows = await pool.query(
      `select (select count(*) from journal where act <> 'hosting.taken_over' and act not like 'role.%') as journal,
        (select count(*) from tlog_entry) as entries, (select count(*) from file) as files, (select count(*) from agreement) as agreements,
        (select md5(string_agg(c::text, '' order by c.id)) from agreement_comment c) as comments`,
    )
    return rows.rows[0]
  }
  const before = await hosting.atTheirs(counted)
  await unpack()
  assert.deepEqual(await counted(database.pool), before)
  assert.ok(Number(before.entries) > 0 && before.comments)
  await assert.rejects(unpack(), refused('database_not_empty'))
})

test('it tells its new address; an administrator compares the fingerprint, which both pages show, and accepts', async () => {
  moved = await startMoved()
  const administrator = await hosting.office.until(
    'administrator',
    '/nodes',
    hasForm(`/nodes/${tongshan.ror}/move`),
    'the new address',
  )
  const shown = fingerprints(administrator.html)
  const theirs = await (await officeOf(moved).as('president')).open('/nodes')
  const [same] = fingerprints(theirs.html)
  assert.ok(shown.includes(same!), 'both offices read the same groups')
  const browser = await hosting.office.as('administrator')
  expectOk(await browser.send(administrator, `/nodes/${tongshan.ror}/move`, { same: 'yes' }), 'accept')
  const { state } = await hosting.node.db.selectFrom('hosted_node').select('state').executeTakeFirstOrThrow()
  assert.equal(state, 'moved')
  const kept = hosting.node.db.selectFrom('institution').select('ror').where('kept_by', 'is not', null)
  assert.deepEqual(await kept.execute(), [])
})

test('and the agreement goes on between the two, over the network, with nothing lost', async () => {
  const page = `/agreements/${agreement}`
  const office = officeOf(moved!)
  const seen = await office.until('officer', page, hasLink(`${page}/edit`), 'the agreement')
  assert.match(seen.html, /Only for us: too soon/)
  assert.doesNotMatch(seen.html, /由华中科技大学代为托管/)
  const words = { do: 'save', clause_4_body_en: 'They meet twice a year.', clause_4_body_zh: '双方每年会晤两次。' }
  await fill(await office.as('officer'), `${page}/edit`, `${page}/draft`, words, 'save the draft')
  await fill(await office.as('officer'), page, `${page}/versions`, { note: '' }, 'send the version back')
  await hosting.office.until('officer', page, hasLink(`${page}/edit`), 'their version')
  const ours = await hosting.office.as('officer')
  await fill(
    ours,
    page,
    `${page}/comments`,
    { body: 'Welcome to your own node.', readers: 'both', clause: '' },
    'comment',
  )
  await office.until('officer', page, (p) => p.html.includes('Welcome to your own node.'), 'our comment')
  for (const { db } of [hosting.node, moved!])
    assert.deepEqual(await db.selectFrom('tlog_alarm').select('kind').execute(), [], 'both logs fit')
})

const fingerprints = (html: string) =>
  [...html.matchAll(/<code>((?:[0-9a-f]{4} ){7}[0-9a-f]{4})<\/code>/g)].map(([, f]) => f!)

async function startMoved(): Promise<RunningNode> {
  const port = await freePort()
  const config = readConfig({
    HOST: '127.0.0.1',
    PORT: String(port),
    PUBLIC_URL: `http://tongshan.localhost:${port}`,
    FEDERATION_URL: `http://127.0.0.1:${port}`,
    INSTITUTION_ROR: tongshan.ror,
    INSTITUTION_NAME_EN: tongshan.name.en,
    INSTITUTION_NAME_ZH: tongshan.name.zh,
    TIME_ZONE: tongshan.zone,
    DATABASE_URL: database.url,
    DATA: folder,
    SECRET_KEY_FILE: join(folder, 'secret.key'),
    APPROVAL_STEPS: 'management',
  })
  return startNode({ config, tryIt: true, log: (line) => console.error(line) })
}

function officeOf({ config, db }: RunningNode) {
  const emails = { officer: guests.officer.email, president: guests.president.email }
  return openOffice({ site: config.publicUrl, address: config.federationUrl, db, emails })
}
