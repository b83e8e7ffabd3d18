import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { insertComment } from '#src/agreements/comment-store.ts'
import { insertFile } from '#src/agreements/entry-file-store.ts'
import { actWords } from '#src/desk/journal-words.ts'
import { putFile } from '#src/platform/files/index.ts'
import { readZip } from '#src/platform/zip.ts'
import { plainName } from '#src/platform/zip-stream.ts'
import { type Packaged, packageOf } from '#test/support/packaged.ts'
import { scratch } from '#test/support/scratch.ts'
import { openedSession, signTogether } from '#test/support/signing-play.ts'
import { tool } from '#test/support/tools.ts'
import { openWitnessedPair } from '#test/support/witnessed.ts'
import { exportRoutes } from './index.ts'

let packaged: Packaged
let entry: string
const secret = 'zqonlyours'

const office = () => packaged.pair.hust
const db = () => office().database.db

before(async () => {
  const pair = await openWitnessedPair(null, {}, (office, parts) => {
    office.app.route('/', exportRoutes(parts))
  })
  const play = await openedSession(pair)
  await signTogether(pair, play)
  await pair.deliver()
  const { agreement } = play
  packaged = { pair, agreement, bytes: await packageOf(pair, pair.hust, agreement) }
  const row = await db()
    .selectFrom('agreement_entry')
    .select('id')
    .where('agreement', '=', agreement)
    .executeTakeFirstOrThrow()
  entry = row.id
  await db()
    .transaction()
    .execute(async (tx) => {
      await sql`update agreement_entry set note = ${secret}, obligations = 'Ten places' where id = ${entry}`.execute(tx)
      const comment = { agreement, version: 1, clause: null, side: 'ours' as const, byName: 'Zhou Lan', at: pair.now }
      await insertComment(tx, { ...comment, id: crypto.randomUUID(), body: secret, internal: true })
      for (const [kind, text] of [
        ['signed', 'scan'],
        ['draft', secret],
      ] as const) {
        const file = await putFile(tx, Buffer.from(text), 'application/pdf')
        const given = { entry, file, kind, at: pair.now, byName: 'Zhou Lan', text: '' }
        await insertFile(tx, { ...given, name: `../${kind} 扫描件.pdf` })
      }
      await sql`update partnership_step set reason = ${secret}`.execute(tx)
    })
})
after(() => packaged.pair.close())

async function files(
  path: string,
  who: 'officer' | 'reader' | 'administrator' = 'officer',
): Promise<Map<string, Uint8Array>> {
  const answer = await (await office().browser(who)).get(path)
  assert.equal(answer.status, 200, path)
  return readZip(new Uint8Array(await answer.arrayBuffer()))
}

/** Unpacks and lets a program that is not ours compare every hash. */
function checkSums(unpacked: Map<string, Uint8Array>): void {
  const folder = scratch()
  for (const [name, bytes] of unpacked) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), bytes)
  }
  const { status, stdout, stderr } = spawnSync(tool('sha256sum')!, ['-c', '--strict', 'SHA256SUMS'], {
    cwd: folder,
    encoding: 'utf8',
  })
  assert.equal(status, 0, stdout + stderr)
  assert.equal(stdout.trim().split('\n').length, unpacked.size - 1, 'every file but the list itself')
}

const text = (unpacked: Map<string, Uint8Array>, name: string) => Buffer.from(unpacked.get(name)!).toString('utf8')
const whole = (unpacked: Map<string, Uint8Array>) =>
  [...unpacked].map(([name, bytes]) => `${name}\n${Buffer.from(bytes).toString('utf8')}`).join('\n')

test('the office’s own archive of an agreement holds everything, and every hash verifies with sha256sum', async (t) => {
  const unpacked = await files(`/archive/agreements/${entry}/office.zip`)
  assert.deepEqual([...unpacked.keys()].sort(), [
    ...['README.txt', 'SHA256SUMS', 'comments.csv', 'evidence.zip'],
    ...['files/01 signed 扫描件.pdf', 'files/02 draft 扫描件.pdf', 'journal.csv', 'register.csv', 'register.json'],
  ])
  const fields = JSON.parse(text(unpacked, 'register.json'))
  assert.deepEqual([fields.note, fields.obligations, fields.agreement], [secret, 'Ten places', packaged.agreement])
  assert.match(text(unpacked, 'comments.csv'), /internal.*zqonlyours/)
  assert.match(text(unpacked, 'journal.csv'), /agreement\.concluded/)
  assert.match(
    text(unpacked, 'journal.csv'),
    /^\uFEFFat,by,name,about,act\r\n/,
    'what acts noted is for who reads the journal',
  )
  const theirs = await files(`/archive/agreements/${entry}/office.zip`, 'administrator')
  assert.match(text(theirs, 'journal.csv'), /^\uFEFFat,by,name,about,act,detail\r\n/)
  assert.match(text(unpacked, 'README.txt'), /FOR THE OFFICE’S OWN ARCHIVE[\s\S]*仅供本校存档/)
  assert.deepEqual(unpacked.get('evidence.zip'), packaged.bytes)
  if (!tool('sha256sum')) return t.skip('there is no sha256sum here')
  checkSums(unpacked)
})

test('what is handed on holds nothing internal, and proves itself the same way', async (t) => {
  for (const path of [
    `/archive/agreements/${entry}/shared.zip`,
    `/archive/partners/${packaged.pair.queenMary.ror}/shared.zip`,
  ]) {
    const unpacked = await files(path, 'reader')
    assert.ok(!whole(unpacked).includes(secret), path)
    assert.ok(![...unpacked.keys()].some((name) => /comments|draft/.test(name)))
    assert.ok([...unpacked.keys()].some((name) => name.endsWith('evidence.zip')))
    assert.match(whole(unpacked), /agreement\.concluded/)
    assert.ok(
      !/agreement\.commented|Some officer/.test(
        text(unpacked, [...unpacked.keys()].find((name) => name.endsWith('journal.csv'))!),
      ),
    )
    if (tool('sha256sum')) checkSums(unpacked)
    else t.skip('there is no sha256sum here')
  }
})

test('the archive of a partner holds each agreement in a folder, and the partnership with its history', async () => {
  const { queenMary } = packaged.pair
  const unpacked = await files(`/archive/partners/${queenMary.ror}/office.zip`)
  const partner = JSON.parse(text(unpacked, 'partner.json'))
  assert.equal(partner.institution.ror, queenMary.ror)
  assert.equal(partner.history.length, (await db().selectFrom('partnership_step').selectAll().execute()).length)
  assert.ok([...unpacked.keys()].some((name) => /^agreements\/001 .+\/register\.json$/.test(name)))
  assert.ok(whole(unpacked).includes(secret))
  checkSums(unpacked)
})

test('the journal says who took which archive away, when, and whether ours alone was in it; asking for the headers takes nothing', async () => {
  const taken = async () =>
    db()
      .selectFrom('journal')
      .select(['subject_kind', 'subject_id', 'actor_name', 'at', 'detail'])
      .where('act', '=', 'archive.taken_away')
      .orderBy('id')
      .execute()
  const before = (await taken()).length
  const { ror } = packaged.pair.queenMary
  const officer = await office().browser('officer')
  await officer.get(`/archive/agreements/${entry}/office.zip`)
  await (await office().browser('reader')).get(`/archive/partners/${ror}/shared.zip`)
  await (await office().browser('reader')).get(`/archive/agreements/${entry}/office.zip`)
  await officer.head(`/archive/agreements/${entry}/office.zip`)
  const noted = (await taken()).slice(before)
  assert.deepEqual(
    noted.map((one) => [one.subject_kind, one.subject_id, (one.detail as { audience: string }).audience]),
    [
      ['entry', entry, 'office'],
      ['partner', ror, 'shared'],
    ],
  )
  assert.ok(noted.every(({ at }) => Temporal.Instant.compare(at, packaged.pair.now) === 0))
  assert.deepEqual(
    noted.map(({ actor_name: who }) => who),
    ['Some officer', 'Some reader'],
  )
  const [own, handed] = noted.map(({ detail }) => detail)
  assert.match(actWords('archive.taken_away', own, 'en'), /^took away the archive of “.+”, with what is ours alone$/)
  assert.match(actWords('archive.taken_away', handed, 'zh'), /^导出“.+”的存档（不含内部信息）$/)
  const { rows } = await sql<{
    n: number
  }>`select count(*)::integer as n from row_change r join journal j using (act_group)
    where j.act = 'archive.taken_away'`.execute(db())
  assert.equal(rows[0]!.n, 0, 'taking it away changes nothing')
})

test('a changed byte is found out', async () => {
  const unpacked = await files(`/archive/agreements/${entry}/shared.zip`)
  unpacked.set('register.csv', Buffer.from('something else'))
  assert.throws(() => checkSums(unpacked), /FAILED/)
})

test('what is ours alone goes to officers only; nothing to whoever sees no agreements', async () => {
  for (const [who, own, shared] of [
    ['officer', 200, 200],
    ['administrator', 200, 200],
    ['reader', 404, 200],
    ['nobody', 404, 404],
    ['public', 303, 303],
  ] as const) {
    const browser = await office().browser(who)
    for (const [audience, status] of [
      ['office', own],
      ['shared', shared],
    ] as const)
      for (const what of [`agreements/${entry}`, `partners/${packaged.pair.queenMary.ror}`])
        assert.equal(
          (await browser.get(`/archive/${what}/${audience}.zip`)).status,
          status,
          `${who} ${what} ${audience}`,
        )
  }
})

test('names of files stay in their folder and are names on every system', () => {
  assert.equal(plainName('../../etc/passwd'), 'etc passwd')
  assert.equal(plainName('a\nb\u0000c:d*.pdf'), 'a b c d .pdf')
  assert.equal(plainName('协议（扫描件）.pdf'), '协议（扫描件）.pdf')
  assert.equal(plainName('...'), 'file')
  assert.equal(plainName(`${'长'.repeat(300)}.pdf`, 20), `${'长'.repeat(20)}.pdf`)
})
