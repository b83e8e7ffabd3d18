import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strToU8, zipSync } from 'fflate'
import writeXlsxFile from 'write-excel-file/node'
import { Refusal } from '#src/platform/refusal.ts'
import { readSpreadsheet } from './read-spreadsheet.ts'

const cells = (bytes: Uint8Array, more = {}) => readSpreadsheet(bytes, more).rows.map((row) => row.cells)
const refusal = (bytes: Uint8Array): string => {
  try {
    readSpreadsheet(bytes)
  } catch (problem) {
    if (problem instanceof Refusal) return problem.reason
    throw problem
  }
  return 'none'
}

const names = ['协议名称,合作院校', '学生交换协议,伦敦玛丽女王大学'].join('\r\n')
/** `协议名称,…` in GB18030, as Excel in China writes it. */
const gb = Uint8Array.from(
  Buffer.from(
    'd0add2e9c3fbb3c62cbacfd7f7d4bad0a30d0ad1a7c9fabdbbbbbbd0add2e92cc2d7b6d8c2eac0f6c5aecdf5b4f3d1a7',
    'hex',
  ),
)

test('a text is read in the encoding it was written in, with or without a byte order mark', () => {
  const expected = [
    ['协议名称', '合作院校'],
    ['学生交换协议', '伦敦玛丽女王大学'],
  ]
  assert.deepEqual(cells(Buffer.from(names)), expected)
  assert.deepEqual(cells(Buffer.from(`\uFEFF${names}`)), expected)
  assert.deepEqual(cells(Buffer.from(`\uFEFF${names}`, 'utf16le')), expected)
  assert.deepEqual(cells(gb), expected)
})

test('Western texts are not taken for Chinese, nor Chinese for Western; a judgement can be corrected', () => {
  // Excel's own apostrophe is byte 0x92; the rest is as in Latin-1.
  const western = Buffer.from('Title;Partner\nAccord d\x92échange;Universität Tübingen, São', 'latin1')
  assert.deepEqual(cells(western)[1], ['Accord d’échange', 'Universität Tübingen, São'])
  assert.deepEqual(readSpreadsheet(western).as, { kind: 'text', encoding: 'windows-1252', separator: ';' })
  assert.deepEqual(readSpreadsheet(gb).as, { kind: 'text', encoding: 'gb18030', separator: ',' })
  assert.notDeepEqual(cells(gb, { encoding: 'windows-1252' }), cells(gb))
})

test('comma, semicolon, tab and bar are told apart; quoted cells keep theirs', () => {
  for (const separator of [',', ';', '\t', '|']) {
    const text = ['Title', '"Partner, place; more"', '3'].join(separator)
    assert.deepEqual(cells(Buffer.from(`${text}\n${text}`))[0], ['Title', 'Partner, place; more', '3'])
  }
})

test('a line keeps its number, and rows without anything are left out', () => {
  const { rows } = readSpreadsheet(Buffer.from('a,b\n,,\n"two\nlines",c\nd,e\n'))
  assert.deepEqual(
    rows.map(({ cells: [first] }) => first),
    ['a', 'two\nlines', 'd'],
  )
  assert.equal(rows[0]!.line, 1)
  assert.equal(rows[2]!.line, 5)
})

test('a workbook another program wrote is read: texts, numbers, days as days', async () => {
  const sheet = [
    [{ value: '协议' }, { value: 'Signed' }, { value: 'Months' }],
    [{ value: 'Exchange & <more>' }, { value: new Date(Date.UTC(2019, 2, 1)), format: 'yyyy/mm/dd' }, { value: 6 }],
  ]
  const made = new Uint8Array(await writeXlsxFile(sheet as never).toBuffer())
  assert.deepEqual(cells(made), [
    ['协议', 'Signed', 'Months'],
    ['Exchange & <more>', '2019-03-01', '6'],
  ])
})

const rels = (target: string) => `<Relationships xmlns="r"><Relationship Id="rId1" Target="${target}"/></Relationships>`
/** A workbook of one sheet, made by hand. */
const workbook = (sheet: string, more: Record<string, Uint8Array> = {}) =>
  zipSync({
    'xl/workbook.xml': strToU8(
      '<workbook><sheets><sheet name="One" sheetId="1" r:id="rId1" xmlns:r="x"/></sheets></workbook>',
    ),
    'xl/_rels/workbook.xml.rels': strToU8(rels('worksheets/sheet1.xml')),
    'xl/worksheets/sheet1.xml': strToU8(sheet),
    ...more,
  })
const data = (rows: string) => `<x:worksheet xmlns:x="s"><x:sheetData>${rows}</x:sheetData></x:worksheet>`

test('formulas are never calculated: what stands is their last result', () => {
  const row = '<x:row r="7"><x:c r="B7" t="str"><x:f>WEBSERVICE("http://host/")</x:f><x:v>last</x:v></x:c></x:row>'
  assert.deepEqual(readSpreadsheet(workbook(data(row))).rows, [{ line: 7, cells: ['', 'last'] }])
})

test('cells at the end of the world, billions of rows, bombs and broken files cost nothing', () => {
  const far = (ref: string, value = 'x') =>
    data(`<x:row r="1"><x:c r="${ref}" t="str"><x:v>${value}</x:v></x:c></x:row>`)
  assert.equal(refusal(workbook(far('XFD1048576'))), 'sheet_too_large')
  assert.equal(refusal(workbook(far('XFD1048576', ''))), 'sheet_empty')
  assert.equal(refusal(Buffer.from('%PDF-1.7\n1 0 obj')), 'sheet_unreadable')
  const many = data('<x:row><x:c t="str"><x:v>x</x:v></x:c></x:row>'.repeat(6_000))
  assert.equal(refusal(workbook(many)), 'sheet_too_large')
  const bomb = workbook(far('A1'), { 'xl/media/x': new Uint8Array(90 * 1024 * 1024) })
  assert.ok(bomb.length < 200_000)
  assert.equal(refusal(bomb), 'sheet_unreadable')
  // A zip that says its part is small, and holds much.
  const lying = workbook(`<x>${' '.repeat(5_000_000)}</x>`)
  new DataView(lying.buffer, lying.byteOffset).setUint32(centralSize(lying, 'xl/worksheets/sheet1.xml'), 100, true)
  assert.notEqual(refusal(lying), 'none')
  const laughs = `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>${far('A1', '&b;&b;')}`
  assert.ok(!JSON.stringify(refusal(workbook(laughs)) === 'none' ? cells(workbook(laughs)) : []).includes('haha'))
  assert.equal(refusal(Buffer.from('PK\x03\x04 and nothing more')), 'sheet_unreadable')
  assert.equal(refusal(Buffer.from('d0cf11e0a1b11ae1', 'hex')), 'sheet_old_format')
  assert.equal(refusal(new Uint8Array([0x89, 0x50, 0, 0, 1])), 'sheet_unreadable')
  assert.equal(refusal(Buffer.from(`"${'x,'.repeat(300_000)}`)), 'sheet_unreadable')
  assert.equal(refusal(Buffer.from(' \n , ,\n')), 'sheet_empty')
})

/** Where the central directory says how large a part is unpacked. */
function centralSize(zip: Uint8Array, name: string): number {
  const at = Buffer.from(zip).lastIndexOf(name)
  return at - 46 + 24
}
