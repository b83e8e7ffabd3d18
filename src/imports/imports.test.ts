import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import writeXlsxFile from 'write-excel-file/node'
import { importDirectory } from '#src/partners/index.ts'
import { openNegotiation } from '#test/support/negotiation.ts'
import type { OfficeBrowser } from '#test/support/office.ts'
import type { Pair } from '#test/support/postman.ts'
import { inventedRor, rorRecord } from '#test/support/ror-records.ts'
import { importRoutes } from './index.ts'

let pair: Pair
let officer: OfficeBrowser

const db = () => pair.hust.database.db

async function* directory() {
  const record = (n: number, en: string, zh: string, country = 'GB') =>
    rorRecord(n, {
      names: [
        [en, 'label', 'en'],
        [zh, 'label', 'zh'],
      ],
      country,
      city: 'Testham',
    })
  yield record(1, 'Tongshan University', '通山大学', 'CN')
  yield record(2, 'Ludwig Test University', '路德维希测试大学', 'DE')
  yield record(3, 'Saint Mary College', '圣玛丽学院')
  yield record(4, 'Saint Mary College', '圣玛利学院', 'US')
}

before(async () => {
  pair = await openNegotiation()
  pair.hust.app.route('/', importRoutes({ db: db() }))
  await importDirectory(db(), directory(), { fileName: 'test', by: { kind: 'node' }, at: pair.now })
  officer = await pair.hust.browser('officer')
})
after(() => pair.close())

async function send(content: string | Uint8Array, name = 'list.csv', by = officer): Promise<Response> {
  const body = new FormData()
  body.set('file', new File([content as BlobPart], name))
  return by.post('/imports', body)
}

/** Sends a list that is one. @returns the path of its page */
async function begun(content: string | Uint8Array, name?: string): Promise<string> {
  const answer = await send(content, name)
  assert.equal(answer.status, 303, await answer.text())
  return answer.headers.get('location')!
}

const count = async () =>
  Number(
    (
      await db()
        .selectFrom('agreement_entry')
        .select(({ fn }) => fn.countAll().as('n'))
        .executeTakeFirstOrThrow()
    ).n,
  )
const hiddenValue = (page: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)![1]!

async function settle(path: string, answers: Record<string, string>): Promise<string> {
  const revision = hiddenValue(await officer.read(path), 'revision')
  const answer = await officer.post(`${path}/settings`, { revision, ...answers })
  assert.equal(answer.status, 303, await answer.text())
  return officer.read(path)
}

async function confirm(path: string): Promise<void> {
  const answer = await officer.post(`${path}/confirm`, { shown: hiddenValue(await officer.read(path), 'shown') })
  assert.equal(answer.status, 303, await answer.text())
}

/** How many rows the page counts under an outcome. */
const counted = (page: string, outcome: string) =>
  Number(new RegExp(`show=${outcome}#rows"[^>]*>[^<]*<strong>(\\d+)`).exec(page)?.[1] ?? 0)

/** Three hundred rows as an office has kept them for twenty years. */
function oldList(): [string, string, string, string, string, string, string][] {
  const partners = [
    '伦敦玛丽女王大学',
    'Queen Mary University of London',
    '通山大学 Tongshan University (CN)',
    'Ludwig Test University',
  ]
  const forms = [
    (d: Temporal.PlainDate) => `${d.year}-${d.month}-${d.day}`,
    (d: Temporal.PlainDate) => `${d.year}年${d.month}月${d.day}日`,
    (d: Temporal.PlainDate) => `${String(d.day).padStart(2, '0')}/${String(d.month).padStart(2, '0')}/${d.year}`,
    (d: Temporal.PlainDate) => d.toLocaleString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' }),
    (d: Temporal.PlainDate) => String(Temporal.PlainDate.from('1899-12-30').until(d).total('days')),
    (d: Temporal.PlainDate) => `${d.year}.${String(d.month).padStart(2, '0')}.${String(d.day).padStart(2, '0')}`,
  ]
  return Array.from({ length: 300 }, (_, n) => {
    const signed = Temporal.PlainDate.from('2004-02-03').add({ days: n * 23 })
    const ends = n % 10 === 7 ? '长期' : forms[(n + 1) % 6]!(signed.add({ years: 5 }))
    return [
      `HUST-${n}`,
      n % 3 === 0 ? `第${n}号学生交换协议` : `Agreement number ${n}`,
      partners[n % 4]!,
      ['学生交换', 'MoU', 'research agreement', '联合培养'][n % 4]!,
      forms[n % 6]!(signed),
      n === 11 ? '2019年13月1日' : n === 12 ? 'soon' : ends,
      n === 13 ? '=cmd|calc' : '',
    ]
  })
}
const heading = ['协议编号', '协议名称', '合作院校', '协议类型', '签订日期', '截止日期', '备注']
const asCsv = (rows: string[][]) => rows.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\r\n')

test('300 rows with mixed dates and Chinese names: looked at, asked once, entered in one go; the same file again adds nothing', async () => {
  const path = await begun(`\uFEFF${asCsv([heading, ...oldList()])}`, '协议清单.csv')
  const before = await count()
  let page = await officer.read(path)
  assert.match(page, /dates of this list may mean two days/)
  assert.match(page, /other dates can only be read so: \d\d\/\d\d\/\d{4}/)
  assert.ok(counted(page, 'asked') > 30)
  assert.equal(counted(page, 'unreadable'), 2)
  assert.equal(await count(), before, 'looking enters nothing')

  page = await settle(path, { dates: 'day_first', review: '2028-01-01' })
  assert.equal(counted(page, 'asked'), 0)
  assert.equal(counted(page, 'new'), 298)
  assert.match(page, /2 new partners enter the register as prospects/)
  const wrong = await officer.read(`${path}?show=unreadable`)
  assert.match(wrong, /“2019年13月1日” is no day of the calendar/)
  assert.match(wrong, /“soon” is no date/)
  assert.match(await (await pair.hust.browser('officer', 'zh')).read(`${path}?show=unreadable`), /“soon” 不是日期/)

  await confirm(path)
  assert.equal(await count(), before + 298)
  const rows = await db().selectFrom('agreement_entry').selectAll().where('reference', 'like', 'HUST-%').execute()
  for (const [n, list] of oldList().entries()) {
    const row = rows.find(({ reference }) => reference === list[0])
    if (n === 11 || n === 12) assert.equal(row, undefined)
    else {
      const signed = Temporal.PlainDate.from('2004-02-03').add({ days: n * 23 })
      assert.equal(row?.signed_on?.toString(), signed.toString(), list[4])
      assert.equal(row?.ends_on?.toString() ?? null, n % 10 === 7 ? null : signed.add({ years: 5 }).toString(), list[5])
      assert.equal(row?.review_on?.toString() ?? null, n % 10 === 7 ? '2028-01-01' : null)
      assert.equal(n % 3 === 0 ? row?.title_zh : row?.title_en, list[1])
    }
  }
  assert.equal(rows.find(({ reference }) => reference === 'HUST-13')!.note, '=cmd|calc')
  const done = await officer.read(path)
  assert.match(done, /298 agreements were entered/)
  assert.match(await officer.read(`${path}/left-out.csv`), /soon is no date/)
  const { detail } = await db()
    .selectFrom('journal')
    .selectAll()
    .where('act', '=', 'import.confirmed')
    .executeTakeFirstOrThrow()
  assert.equal((detail as { entered: number }).entered, 298)

  const again = await begun(`\uFEFF${asCsv([heading, ...oldList()])}`, '协议清单.csv')
  page = await settle(again, { dates: 'day_first', review: '2028-01-01' })
  assert.equal(counted(page, 'new'), 0)
  assert.equal(counted(page, 'there'), 298)
  assert.equal((await officer.post(`${again}/confirm`, { shown: 'x' })).status, 409)
  assert.equal(await count(), before + 298)
})

test('a list is taken back while nobody worked on it, and not after', async () => {
  const csv =
    'Title,Partner,Signed,Ends\nUndone A,Queen Mary University of London,2015-01-01,2020-01-01\nUndone B,Queen Mary,2016-01-01,2021-01-01\n'
  const before = await count()
  const path = await begun(csv)
  await confirm(path)
  assert.equal(await count(), before + 2)
  assert.equal((await officer.post(`${path}/undo`)).status, 303)
  assert.equal(await count(), before)
  assert.match(await officer.read(path), /Taken back/)
  assert.equal((await officer.post(`${path}/undo`)).status, 409)

  const second = await begun(csv)
  await confirm(second)
  const { id } = await db()
    .selectFrom('agreement_entry')
    .select('id')
    .where('title_en', '=', 'Undone A')
    .executeTakeFirstOrThrow()
  await db().updateTable('agreement_entry').set({ revision: 2 }).where('id', '=', id).execute()
  const refused = await officer.post(`${second}/undo`)
  assert.equal(refused.status, 409)
  assert.match(await refused.text(), /Somebody has worked on 1 of these/)
  assert.equal(await count(), before + 2)
})

test('what was exported is all there already', async () => {
  const path = await begun(await officer.read('/register.csv'))
  const page = await officer.read(path)
  assert.equal(counted(page, 'new'), 0)
  assert.equal(counted(page, 'there'), await count())
})

test('a partner’s name several institutions have is asked about; one nobody has is named; types too', async () => {
  const path = await begun(
    'Agreement;Partner university;Type;Signed on;Valid until\nOne;Saint Mary College;exchange;2018-01-01;2023-01-01\nTwo;Nowhere Polytechnic;exchange;2018-01-01;2023-01-01\nThree;Ludwig Tset University;Sonderfall;2018-01-01;2023-01-01\nFour;;exchange;2018-01-01;2023-01-01\n',
  )
  let page = await officer.read(path)
  assert.equal(counted(page, 'new'), 0)
  assert.match(page, /“Saint Mary College” is the name of several institutions/)
  assert.match(page, /“Nowhere Polytechnic” goes by no name we know/)
  assert.match(page, /“Sonderfall” is no type we know/)
  assert.match(page, /no partner/)
  page = await settle(path, {
    'partner:Saint Mary College': inventedRor(4),
    'partner:Ludwig Tset University': inventedRor(2),
    'kind:Sonderfall': 'data_sharing',
    'partner:Nowhere Polytechnic': 'leave_out',
  })
  assert.equal(counted(page, 'new'), 2)
  assert.match(page, /Time zone of Saint Mary College/)
  await settle(path, { [`zone:${inventedRor(4)}`]: 'America/Chicago' })
  await confirm(path)
  const mary = await db()
    .selectFrom('institution')
    .selectAll()
    .where('ror', '=', inventedRor(4))
    .executeTakeFirstOrThrow()
  assert.equal(mary.zone, 'America/Chicago')
  const three = await db()
    .selectFrom('agreement_entry')
    .selectAll()
    .where('title_en', '=', 'Three')
    .executeTakeFirstOrThrow()
  assert.deepEqual([three.partner, three.kind], [inventedRor(2), 'data_sharing'])
})

test('a workbook with days as Excel keeps them, terms in years, and headings below a title', async () => {
  const text = (value: string) => ({ value })
  const day = (value: string) => ({ value: new Date(`${value}T00:00:00Z`), format: 'dd/mm/yyyy' })
  const made = await writeXlsxFile([
    [text('List of agreements of the office')],
    [],
    ['Agreement title', 'Institution', 'Signing date', 'Validity', 'Remarks', 'Colour'].map(text),
    [text('Workbook one'), text('Queen Mary'), day('2019-03-01'), text('5年'), text('kept'), text('green')],
    [text('Workbook two'), text('Queen Mary'), day('2019-03-02'), text('open-ended'), text(''), text('')],
  ] as never).toBuffer()
  const path = await begun(new Uint8Array(made), 'list.xlsx')
  const page = await officer.read(path)
  assert.match(page, /Columns <span class="muted">one left out/)
  assert.equal(counted(page, 'new'), 1)
  assert.match(page, /open-ended, and no day on which it is reviewed/)
  await settle(path, { review: '2029-01-01' })
  await confirm(path)
  const rows = await db()
    .selectFrom('agreement_entry')
    .selectAll()
    .where('title_en', 'like', 'Workbook%')
    .orderBy('title_en')
    .execute()
  assert.deepEqual(
    rows.map((r) => [r.signed_on?.toString(), r.ends_on?.toString() ?? null, r.review_on?.toString() ?? null, r.note]),
    [
      ['2019-03-01', '2024-02-29', null, 'kept'],
      ['2019-03-02', null, '2029-01-01', ''],
    ],
  )
})

test('what is confirmed is what was shown: a change in between is told, and enters nothing', async () => {
  const path = await begun('Title,Partner,Signed,Ends\nBetween,Queen Mary,2011-01-01,2016-01-01\n')
  const shown = hiddenValue(await officer.read(path), 'shown')
  const other = await begun('Title,Partner,Signed,Ends\nBetween,Queen Mary,2011-01-01,2016-01-01\n')
  await confirm(other)
  const before = await count()
  const refused = await officer.post(`${path}/confirm`, { shown })
  assert.equal(refused.status, 409)
  assert.match(await refused.text(), /changed since you opened the page/)
  assert.equal(await count(), before)
  assert.equal((await officer.post(`${path}/settings`, { revision: '99', dates: 'day_first' })).status, 409)
  assert.equal((await officer.post(`${path}/drop`)).status, 303)
  assert.equal((await officer.get(path)).status, 404)
})

test('two columns for one field, and a heading of another language, are put right by hand', async () => {
  const path = await begun('Spalte A,Spalte B,Spalte C\nDer Vertrag,Queen Mary,2017-05-05\n')
  let page = await officer.read(path)
  const { revision, columns, read } = Object.fromEntries(
    ['revision', 'columns', 'read'].map((n) => [n, hiddenValue(page, n)]),
  )
  const chosen = { columns: columns!, read: read!, encoding: 'utf-8', separator: ',', heading: '0' }
  const twice = await officer.post(`${path}/settings`, {
    revision: revision!,
    ...chosen,
    'column:0': 'title',
    'column:1': 'title',
  })
  assert.equal(twice.status, 422)
  assert.match(await twice.text(), /Two columns are said to be “Title, in either language”/)
  page = await settle(path, { ...chosen, 'column:0': 'title', 'column:1': 'partner', 'column:2': 'signedOn' })
  assert.match(page, /no last day, nor that it is open-ended/)
  page = await settle(path, { noEnd: 'open', review: '2030-01-01' })
  assert.equal(counted(page, 'new'), 1)
})

test('no list, and nobody else: refused, and nothing is kept', async () => {
  const lists = async () => (await db().selectFrom('entry_import').selectAll().execute()).length
  const before = await lists()
  for (const [content, says] of [
    ['', /Please choose a file/],
    ['\0\0\0', /no list that can be read/],
    [new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]), /before 2007/],
    [`a,b\n${'x,y\n'.repeat(6_000)}`, /more than one list may hold: 5000 rows/],
  ] as const) {
    const answer = await send(content)
    assert.ok(answer.status === 422 || answer.status === 413)
    assert.match(await answer.text(), says)
  }
  for (const who of ['reader', 'approver', 'signatory', 'nobody'] as const) {
    const other = await pair.hust.browser(who)
    assert.ok((await send('Title,Partner\na,b\n', 'x.csv', other)).status >= 403, who)
    assert.equal((await other.get('/imports')).status, 404, who)
  }
  assert.equal(await lists(), before)
})
