/**
 * A role for a part of the house: its holder sees and changes what belongs to their units and types, and nothing else, on every page, in
 * every search, export, count, feed and file; and the page that shows what somebody may do says so in words.
 */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { queenMary } from '#cast/universities.ts'
import { type Browser, formFields, type Page } from '#src/command/self-test/browser.ts'
import { listAccounts } from '#src/platform/people/index.ts'
import { newcomer } from './support/filled.ts'
import { draftWithTongshan, type Hosting, openHosting } from './support/hosting.ts'
import { registeredFile } from './support/page-samples.ts'
import { signIn } from './support/walk.ts'

let hosting: Hosting
let officer: Browser
let admin: Browser
let manager: Browser
let managersAccount: string
/** Ids of our units by their English names. */
const units: Record<string, string> = {}
/** Agreements being drafted, and entries of the register signed in ink: of the manager's school, of another faculty, of nobody's. */
const drafts: Record<string, string> = {}
const entries: Record<string, string> = {}
const own = 'School of Logistics'
const others = 'Faculty of Medicine'

before(async () => {
  hosting = await openHosting()
  const { db, config } = hosting.node
  officer = await hosting.office.as('officer')
  admin = await hosting.office.as('administrator')
  for (const one of [officer, admin]) await one.open('/?language=en')
  const at = `/partners/${config.institution.ror}/units`
  const lines = `Faculty of Management | 管理学部\n  ${own} | 物流学院\n${others} | 医学部`
  await officer.send(await officer.open(at), `${at}/lines`, { lines })
  for (const { id, name_en } of await db.selectFrom('unit').select(['id', 'name_en']).execute()) units[name_en] = id
  for (const name of [own, others, '']) {
    drafts[name] = await draftWithTongshan(hosting.node)
    const is = { kind: name === others ? 'exchange' : 'research', unit: units[name] ?? '', risk: 'low', value: '' }
    ok(await officer.post(`/agreements/${drafts[name]}/class`, { ...is, currency: '' }))
    entries[name] = await inInk(name)
  }
  managersAccount = await newcomer(db, 'Lin Faculty', [])
  await admin.open(`/people/${managersAccount}`)
  const given = { role: 'officer', [`unit_${units['Faculty of Management']}`]: 'yes' }
  ok(await admin.post(`/people/${managersAccount}/roles`, given))
  manager = await signIn(hosting.node, managersAccount)
})
after(() => hosting.close())

function ok(page: Page): Page {
  assert.ok(page.status < 400, `${page.url}: ${page.status} ${plain(page).slice(0, 300)}`)
  return page
}

const plain = ({ html }: Page) =>
  html
    .replace(/<(style|script)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')

async function inInk(name: string): Promise<string> {
  const form = await officer.open('/register/new')
  const typed = {
    titleEn: `Exchange of ${name || 'everybody'}`,
    partner: queenMary.ror,
    kind: name === others ? 'exchange' : 'research',
    signedHow: 'ink',
    signedOn: '2024-05-01',
    effectiveOn: '2024-05-01',
    endsOn: Temporal.Now.plainDateISO().add({ days: 200 }).toString(),
    unit: units[name] ?? '',
  }
  const page = ok(await officer.send(form, '/register', typed))
  return /\/register\/([0-9a-f-]{36})/.exec(page.url)![1]!
}

/** Whether a page speaks of the own thing, and of nothing else. */
function onlyOwn(page: Page, of: Record<string, string>) {
  assert.equal(page.status, 200, page.url)
  assert.ok(page.html.includes(of[own]!), `${page.url} shows what belongs to the unit`)
  for (const name of [others, '']) assert.ok(!page.html.includes(of[name]!), `${page.url} shows “${name}”`)
}

test('an administrator gives a role for a part; person, journal and abilities say for which, in both languages', async () => {
  const person = plain(await admin.open(`/people/${managersAccount}`))
  assert.match(person, /International officer \(for Faculty of Management and all below\)/)
  const zh = plain(await admin.open(`/people/${managersAccount}?language=zh`))
  assert.match(zh, /国际事务专员（限管理学部及其下属单位）/)
  await admin.open('/people?language=en')
  const abilities = plain(await admin.open(`/people/${managersAccount}/abilities`))
  assert.match(
    abilities,
    /See agreements and the register, search, export for a part International officer \(for Faculty of Management and all below\)/,
  )
  assert.match(abilities, /Draft, send, freeze, open signing; enter into the register and change it no/)
  const { detail } = await hosting.node.db
    .selectFrom('journal')
    .select('detail')
    .where('subject_id', '=', managersAccount)
    .where('act', '=', 'role.given')
    .executeTakeFirstOrThrow()
  assert.deepEqual(detail, { name: 'officer', scope: '', units: [units['Faculty of Management']], kinds: [] })
  const journal = plain(await admin.open('/journal?act=role.given'))
  assert.match(journal, /role given International officer \(for Faculty of Management and all below\)/)
  const csv = (await admin.open('/journal.csv?act=role.given&language=zh')).html
  assert.match(csv, /授予角色：国际事务专员（限管理学部及其下属单位）/)
  await admin.open('/journal?language=en')
})

test('only officers and readers can be limited, and only to units and types there are', async () => {
  const at = `/people/${managersAccount}/roles`
  const whole = await admin.post(at, { role: 'auditor', [`unit_${units[own]}`]: 'yes' })
  assert.equal(whole.status, 422)
  assert.match(plain(whole), /Only the roles officer and reader can be held for a part/)
  assert.equal((await admin.post(at, { role: 'reader', [`unit_${crypto.randomUUID()}`]: 'yes' })).status, 422)
  assert.equal((await admin.post(at, { role: 'reader', kind_nonsense: 'yes' })).status, 422)
  for (const one of [manager, officer])
    assert.equal((await one.post(at, { role: 'administrator' })).status, 403, 'nobody gives roles but administrators')
})

test('lists, exports, search and counts hold what belongs to the units of the role and all below, and nothing else', async () => {
  onlyOwn(await manager.open('/agreements'), drafts)
  onlyOwn(await manager.open('/agreements/clocks'), drafts)
  onlyOwn(await manager.open('/register'), entries)
  onlyOwn(await manager.open('/find?q=exchange'), entries)
  onlyOwn(await manager.open(`/partners/${queenMary.ror}`), entries)
  const csv = await manager.open('/register.csv')
  assert.match(csv.html, /Exchange of School of Logistics/)
  assert.doesNotMatch(csv.html, /Exchange of (Faculty of Medicine|everybody)/)
  const home = await manager.open('/')
  onlyOwn(home, drafts)
  onlyOwn(home, entries)
  assert.match(plain(home), /1 of 1 in force|1 份有效协议中的 1 份/)
})

test('what is outside the part does not exist: pages, files, documents, forms', async () => {
  const file = await registeredFile(hosting.node, entries[others]!).catch(() => undefined)
  for (const name of [others, '']) {
    for (const path of [
      `/agreements/${drafts[name]}`,
      `/agreements/${drafts[name]}/edit`,
      `/agreements/${drafts[name]}/document.pdf`,
      `/agreements/${drafts[name]}/signing`,
      `/register/${entries[name]}`,
      `/register/${entries[name]}/paper`,
      ...(file ? [`/register/files/${file.id}`] : []),
    ])
      assert.equal((await manager.open(path)).status, 404, path)
    for (const [path, fields] of [
      [`/agreements/${drafts[name]}/comments`, { body: 'x', clause: '' }],
      [`/agreements/${drafts[name]}/draft`, { do: 'save' }],
      [`/agreements/${drafts[name]}/class`, { kind: 'research', unit: units[own]!, risk: '' }],
      [`/register/${entries[name]}/decisions`, { decision: 'let_end' }],
    ] as const)
      assert.equal((await manager.post(path, fields)).status, 404, path)
  }
  for (const path of ['/journal', '/people', '/ceremonies', '/stories', '/procedures', '/imports'])
    assert.ok((await manager.open(path)).status >= 400, path)
  assert.equal((await manager.open(`/partners/${queenMary.ror}/brief.pdf`)).status, 404)
})

test('a manager changes a draft of their part and what it is called, and gives it to no other part', async () => {
  const at = `/agreements/${drafts[own]}`
  const edit = ok(await manager.open(`${at}/edit`))
  ok(await manager.send(edit, `${at}/draft`, { do: 'save', title_en: 'Logistics together' }))
  ok(await manager.post(`${at}/comments`, { body: 'Please check', clause: '' }))
  ok(
    await manager.post(`${at}/class`, { kind: 'research', unit: units[own]!, risk: 'medium', value: '', currency: '' }),
  )
  const away = await manager.post(`${at}/class`, { kind: 'research', unit: units[others]!, risk: '', value: '' })
  assert.equal(away.status, 422)
  assert.match(plain(away), /That unit or type is not among those your role is for/)
  const page = await manager.open(at)
  assert.match(page.html, /Logistics together/)
  for (const form of ['versions', 'freeze', 'signatory', 'publicity'])
    assert.ok(!page.html.includes(`action="${at}/${form}"`), `no button for ${form}`)
  for (const form of ['versions', 'freeze', 'reopening', 'signatory', 'publicity', 'successors'])
    assert.equal((await manager.post(`${at}/${form}`, {})).status, 403, form)
  assert.equal((await manager.post(`/register/${entries[own]}`, { titleEn: 'x' })).status, 403)
})

test('once the office has sent it, the manager reads on and changes nothing more', async () => {
  const at = `/agreements/${drafts[own]}`
  ok(await officer.send(await officer.open(at), `${at}/versions`, { note: '' }))
  assert.equal((await manager.open(at)).status, 200)
  const refused = await manager.open(`${at}/edit`)
  assert.equal(refused.status, 403)
  assert.match(plain(refused), /until they are sent to the partner/)
  const zh = await manager.open(`${at}/edit?language=zh`)
  assert.match(plain(zh), /发送给合作方之前/)
  await manager.open('/?language=en')
  assert.equal((await manager.post(`${at}/label`, { title_en: 'x' })).status, 403)
})

test('proposals: those of the part and one’s own; a unit is chosen from the tree', async () => {
  const said = { purpose: 'x', fit: 'x', resources: 'x', results: 'x', interest: 'none', kind: 'research' }
  const propose = async (title: string, unit: string) => {
    const form = await officer.open('/proposals/start')
    assert.match(form.html, /<select[^>]*name="unit"/)
    const sent = await officer.send(form, '/proposals', { ...said, title_en: title, unit, partner: queenMary.ror })
    return sent
  }
  const inside = ok(await propose('Inside', units[own]!))
  const outside = ok(await propose('Outside', units[others]!))
  assert.equal((await propose('Nowhere', 'Department of Alchemy')).status, 422)
  const id = ({ url }: Page) => new URL(url, 'http://x').pathname
  const list = plain(await manager.open('/proposals'))
  assert.match(list, /Inside/)
  assert.doesNotMatch(list, /Outside/)
  assert.equal((await manager.open(id(outside))).status, 404)
  assert.equal((await manager.post(`${id(outside)}/steps`, { act: 'take_up' })).status, 404)
  ok(await manager.post(`${id(inside)}/steps`, { act: 'take_up' }))
  assert.match(plain(await manager.open(id(inside))), /School of Logistics/)
})

test('the calendar and the letters of a manager are of their part', async () => {
  const page = await manager.post('/account/reminders/calendar', {})
  const feed = /https?:\/\/[^\s"<]+(\/reminders\/[^\s"<]+\/calendar\.ics)/.exec(page.html)![1]!
  const calendar = (await manager.open(feed)).html.replaceAll('\r\n ', '')
  assert.match(calendar, /Exchange of School of Logistics/)
  assert.doesNotMatch(calendar, /Exchange of (Faculty of Medicine|everybody)/)
  ok(await admin.post(`/people/${managersAccount}/roles/removal`, { role: 'officer' }))
  assert.equal((await manager.open(feed)).status, 404, 'with the role goes the calendar')
  assert.equal((await manager.open(`/agreements/${drafts[own]}`)).status, 404)
})

test('a reader of a type sees its agreements of every unit and changes none', async () => {
  const { db } = hosting.node
  const id = await newcomer(db, 'Ma Reader', [{ name: 'reader', scope: '', limit: { units: [], kinds: ['exchange'] } }])
  const reader = await signIn(hosting.node, id)
  const list = await reader.open('/register')
  assert.ok(list.html.includes(entries[others]!))
  assert.ok(!list.html.includes(entries[own]!) && !list.html.includes(entries['']!))
  const at = `/agreements/${drafts[others]}`
  assert.equal((await reader.open(at)).status, 200)
  assert.equal((await reader.open(`${at}/edit`)).status, 403)
  assert.equal((await reader.open(`/agreements/${drafts['']}`)).status, 404)
  const mails = await db.selectFrom('mailbox').select('to_address').execute()
  const { account } = (await listAccounts(db)).find((one) => one.account.id === id)!
  assert.ok(!mails.some(({ to_address }) => to_address === account.email))
})

test('who reads for the whole house and manages a part changes nothing outside of it', async () => {
  const both = [
    { name: 'reader' as const, scope: '' },
    { name: 'officer' as const, scope: '', limit: { units: [units[others]!], kinds: [] } },
  ]
  const somebody = await signIn(hosting.node, await newcomer(hosting.node.db, 'Su Both', both))
  assert.equal((await somebody.open(`/agreements/${drafts[others]}/edit`)).status, 200)
  assert.equal((await somebody.open(`/agreements/${drafts['']}`)).status, 200)
  assert.equal((await somebody.open(`/agreements/${drafts['']}/edit`)).status, 403)
  assert.equal((await somebody.post(`/agreements/${drafts['']}/comments`, { body: 'x', clause: '' })).status, 403)
})

test('a role taken away, and a change of its part, name the units in the journal, not their ids', async () => {
  const id = await newcomer(hosting.node.db, 'Gu Once', [])
  const at = `/people/${id}/roles`
  await admin.open(`/people/${id}`)
  for (const unit of [units[others]!, units[own]!])
    ok(await admin.post(at, { role: 'reader', [`unit_${unit}`]: 'yes' }))
  const changed = plain(await admin.open(`/journal?act=role.given&about=account&id=${id}`))
  assert.match(changed, /role\.units : Faculty of Medicine → School of Logistics/)
  assert.ok(!changed.includes(units[own]!) && !changed.includes(units[others]!))
  const zh = plain(await admin.open(`/journal?act=role.given&about=account&id=${id}&language=zh`))
  assert.match(zh, /role\.units : 医学部 → 物流学院/)
  await admin.open('/journal?language=en')
})

test('an officer’s form of an agreement offers the tree, and keeps what was written before there was one', async () => {
  const { db } = hosting.node
  const id = drafts['']!
  await db
    .updateTable('agreement_class')
    .set({ unit: 'Old school', unit_id: null })
    .where('agreement', '=', id)
    .execute()
  const page = await officer.open(`/agreements/${id}`)
  assert.match(page.html, /Old school \(written, not chosen from the tree yet\)/)
  const fields = formFields(page, `/agreements/${id}/class`)
  assert.equal(fields.unit, 'Old school')
  ok(await officer.post(`/agreements/${id}/class`, { ...fields, risk: 'low' }))
  const kept = await db.selectFrom('agreement_class').selectAll().where('agreement', '=', id).executeTakeFirstOrThrow()
  assert.deepEqual([kept.unit, kept.unit_id, kept.risk], ['Old school', null, 'low'])
})
