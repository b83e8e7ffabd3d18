import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { deskRoutes } from '#src/desk/index.ts'
import type { Office } from '#test/support/office.ts'
import { openPair, type Pair } from '#test/support/postman.ts'
import { inventedRor, rorRecord } from '#test/support/ror-records.ts'
import { importDirectory } from './import-directory.ts'
import { findPartnership } from './partnership-store.ts'
import { partnerRoutes } from './routes.ts'

let pair: Pair
let office: Office
const tongshan = inventedRor(1)

async function* records() {
  yield rorRecord(1, {
    names: [
      ['Tongshan University', 'label', 'en'],
      ['通山大学', 'label', 'zh'],
    ],
    country: 'CN',
    relations: [['related', 2, 'Tongshan Hospital']],
  })
  yield rorRecord(2, { names: [['Tongshan Old School', 'label', 'en']], country: 'CN', status: 'inactive' })
}

before(async () => {
  pair = await openPair()
  office = pair.hust
  office.app.route('/', partnerRoutes({ db: office.database.db }))
  office.app.route(
    '/',
    deskRoutes({
      db: office.database.db,
      approvalSteps: [],
      typesetter: pair.typesetter,
      publicUrl: office.publicUrl,
      secretKey: office.signing.secretKey,
    }),
  )
})
after(() => pair.close())

test('an empty directory says how it is filled', async () => {
  const page = await (await office.browser('reader')).read('/directory')
  assert.match(page, /chirograph import-ror FILE/)
  await importDirectory(office.database.db, records(), { fileName: 'x', by: { kind: 'node' }, at: pair.now })
})

test('staff find an institution and see its family; the public is sent to sign in, a guest without a role finds no such page', async () => {
  const found = await (await office.browser('reader', 'zh')).read('/directory?q=通山')
  assert.match(found, /Tongshan University<\/span> <span lang="zh-CN" translate="no">通山大学/)
  const part = await (await office.browser('reader')).read('/directory?q=tongsahn&part=found')
  assert.match(part, /^<p class="muted small" role="status">2 institutions/)
  const page = await (await office.browser('reader')).read(`/directory/${tongshan}`)
  assert.match(page, /Tongshan Hospital|Tongshan Old School/)
  assert.doesNotMatch(page, /Take into our register/, 'readers change nothing')
  for (const path of ['/directory?q=tong', `/directory/${tongshan}`]) {
    assert.equal((await (await office.browser('public')).get(path)).status, 303)
    assert.equal((await (await office.browser('nobody')).get(path)).status, 404)
  }
})

test('an officer takes it into the register once; what is wrong comes back with what was typed', async () => {
  const officer = await office.browser('officer')
  const to = `/directory/${tongshan}/partner`
  assert.match(await officer.read(`/directory/${tongshan}`), /<option value="Asia\/Shanghai"/)
  const typed = {
    name_en: 'Tongshan University',
    name_zh: '通山大学',
    short_en: 'TSU',
    city_zh: '通山',
    zone: 'Asia/Shanghai',
  }
  const wrong = await officer.post(to, { ...typed, zone: 'Mars/Olympus' })
  assert.equal(wrong.status, 422)
  assert.match(await wrong.text(), /choose a time zone[\s\S]*value="TSU"/)
  assert.equal((await officer.post(to, { ...typed, name_en: ' ' })).status, 422)
  assert.equal((await (await office.browser('reader')).post(to, typed)).status, 403)
  // Tomorrow already where we are.
  pair.now = Temporal.Instant.from('2026-09-23T16:30:00Z')
  assert.equal((await officer.post(to, typed)).headers.get('location'), `/partners/${tongshan}`)
  const { since } = (await findPartnership(office.database.db, tongshan))!
  assert.equal(since, '2026-09-24')
  assert.match(await officer.read(`/partners/${tongshan}`), /通山大学/)
  const twice = await officer.post(to, typed)
  assert.equal(twice.status, 409)
  assert.match(await twice.text(), /in our register already/)
  assert.match(await officer.read('/directory?q=tongshan'), /in our register/)
  const rows = await office.database.db
    .selectFrom('journal')
    .select('act')
    .where('act', '=', 'partnership.prospect_added')
    .execute()
  assert.equal(rows.length, 1)
})

test('an institution that no longer exists is not taken in', async () => {
  const answer = await (await office.browser('officer')).post(`/directory/${inventedRor(2)}/partner`, {
    name_en: 'Old',
    zone: 'Asia/Shanghai',
  })
  assert.equal(answer.status, 409)
  assert.match(await answer.text(), /successor/)
})
