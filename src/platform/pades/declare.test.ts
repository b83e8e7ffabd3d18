import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { before, describe, test } from 'node:test'
import { promisify } from 'node:util'
import { readLayout } from '#src/platform/pdf/layout.ts'
import { type Dict, dict, name, type Ref, ref, text } from '#src/platform/pdf/objects.ts'
import { type NumberedObject, stream, writeFile } from '#src/platform/pdf/write.ts'
import { openTypesetter } from '#src/platform/typeset/index.ts'
import { declarationFor } from '#test/attacks/honest.ts'
import { type Declaration, declareFields, verifyDocument } from './index.ts'

let declaration: Declaration
before(async () => {
  const typesetter = openTypesetter()
  declaration = await declarationFor(typesetter)
  await typesetter.close()
})

const sha256 = (data: Uint8Array) => createHash('sha256').update(data).digest('hex')

test('another process makes the same bytes', async () => {
  const program = `
    import { createHash } from 'node:crypto'
    import { openTypesetter } from '#src/platform/typeset/index.ts'
    import { declareFields } from '#src/platform/pades/index.ts'
    import { declarationFor } from '#test/attacks/honest.ts'
    const typesetter = openTypesetter()
    console.log(createHash('sha256').update(declareFields(await declarationFor(typesetter))).digest('hex'))
    await typesetter.close()`
  const run = promisify(execFile)
  const { stdout } = await run(process.execPath, ['--input-type=module-typescript', '--eval', program], {
    env: { ...process.env, TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8' },
  })
  assert.equal(stdout.trim(), sha256(declareFields(declaration)))
})

test('the document bears no date of its own', () => {
  const words = Buffer.from(declareFields(declaration)).toString('latin1')
  assert.doesNotMatch(words, /CreationDate|ModDate|CreateDate|ModifyDate|D:2000/)
})

test('one section, no earlier revision inside', () => {
  const { sections, failure } = readLayout(declareFields(declaration), 9)
  assert.deepEqual([sections.length, failure], [1, undefined])
})

test('field names that begin alike are refused', () => {
  const fields = declaration.fields.map((field, i) => ({ ...field, name: i ? 'seat-10' : 'seat-1' }))
  assert.throws(() => declareFields({ ...declaration, fields }), /begin alike/)
})

test('a seat without a box on the paper is refused', () => {
  const paper = { ...declaration.paper, marks: [] }
  assert.throws(() => declareFields({ ...declaration, paper }), /no mark seat-1/)
})

test('a face that does not fit its box is refused', () => {
  const marks = declaration.paper.marks.map((mark) => ({ ...mark, width: mark.width + 40 }))
  assert.throws(() => declareFields({ ...declaration, paper: { ...declaration.paper, marks } }), /does not fit/)
})

describe('a revision 0 that could act or hide is no agreement', () => {
  const javascript = dict({ S: name('JavaScript'), JS: text('app.alert(1)') })
  const cases: [string, (objects: NumberedObject[], catalog: Dict) => void][] = [
    ['JavaScript on opening', (_, catalog) => catalog.set('OpenAction', javascript)],
    ['optional content', (_, catalog) => catalog.set('OCProperties', dict({ OCGs: [] }))],
    ['attachments', (_, catalog) => catalog.set('Names', dict({ EmbeddedFiles: dict({}) }))],
    ['permissions', (_, catalog) => catalog.set('Perms', dict({}))],
    ['a link to elsewhere', (objects) => void addTo(objects, dict({ S: name('URI'), URI: text('http://x') }))],
    [
      'content kept in another file',
      (objects) => void addTo(objects, stream({ F: text('/etc/passwd') }, Buffer.from('x'))),
    ],
    [
      'an annotation beside the fields',
      (objects) => {
        const page = objects.find(({ value }) => value instanceof Map && value.has('Annots'))!.value as Dict
        page.set('Annots', [
          ...(page.get('Annots') as Ref[]),
          addTo(objects, dict({ Type: name('Annot'), Subtype: name('Square') })),
        ])
      },
    ],
    ['a form that draws itself anew', (_, catalog) => (catalog.get('AcroForm') as Dict).set('NeedAppearances', true)],
    [
      'a field on no page',
      (objects) => {
        const page = objects.find(({ value }) => value instanceof Map && value.has('Annots'))!.value as Dict
        page.set('Annots', (page.get('Annots') as Ref[]).slice(1))
      },
    ],
    [
      'a hidden field',
      (objects) => {
        const field = objects.find(({ value }) => value instanceof Map && value.has('FT'))!.value as Dict
        field.set('F', 2)
      },
    ],
    ['no fields at all', (_, catalog) => (catalog.get('AcroForm') as Dict).set('Fields', [])],
  ]
  for (const [title, change] of cases) {
    test(title, async () => {
      const verdict = await verifyDocument(rewritten(change), { roots: [] })
      assert.equal(verdict.state, 'not_an_agreement')
      assert.match(verdict.problems[0]!.code, /^base_/)
    })
  }
})

const addTo = (objects: NumberedObject[], value: NumberedObject['value']): Ref => {
  objects.push({ number: objects.length + 1, value })
  return ref(objects.length)
}

/** Revision 0 with its objects changed, written as properly as before. */
function rewritten(change: (objects: NumberedObject[], catalog: Dict) => void): Uint8Array {
  const { sections } = readLayout(declareFields(declaration), 9)
  const { objects, trailer } = sections[0]!
  const list = [...objects].map(([number, value]) => ({ number, value }))
  change(list, objects.get((trailer.get('Root') as Ref).ref) as Dict)
  return writeFile(list, new Map(trailer).set('Size', list.length + 1))
}
