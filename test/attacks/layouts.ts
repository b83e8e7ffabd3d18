/** Attacks on the tables and trailer of an update, and on what stands between its objects. */

import { type Dict, dict, name, spellIndirect } from '#src/platform/pdf/objects.ts'
import { type NumberedObject, stream, writeUpdate } from '#src/platform/pdf/write.ts'
import { type Attack, inside } from './attack.ts'
import { type Forgery, follow, open, type Parts } from './forge.ts'

type Write = NonNullable<Forgery['write']>

/** Writes as usual, then changes the text from the table on; the text must keep its length. */
const table =
  (change: (tail: string, objects: NumberedObject[], previous: Uint8Array) => string): Write =>
  (previous, objects, trailer) => {
    const file = Buffer.from(writeUpdate(previous, objects, trailer))
    const at = file.lastIndexOf('\nxref\n') + 1
    const tail = change(file.toString('latin1', at), objects, previous)
    return Buffer.concat([file.subarray(0, at), Buffer.from(tail, 'latin1')])
  }

/** Writes as usual, with bytes put between the objects and the table, which is moved. */
const between =
  (bytes: string): Write =>
  (previous, objects, trailer) => {
    const file = Buffer.from(writeUpdate(previous, objects, trailer))
    const at = file.lastIndexOf('\nxref\n') + 1
    const moved = file.toString('latin1', at).replace(/startxref\n\d+/, `startxref\n${at + bytes.length}`)
    return Buffer.concat([file.subarray(0, at), Buffer.from(bytes + moved, 'latin1')])
  }

const entryOf = (tail: string, offset: number) => tail.indexOf(String(offset).padStart(10, '0'))

/** The object of the signature, listed at an offset in the revision before. */
const pointBack: Write = table((tail, objects, previous) => {
  const first = entryOf(tail, previous.length)
  const other = String(open(previous).layout.sections[0]!.spans.get(objects[0]!.number)!.start).padStart(10, '0')
  return tail.slice(0, first) + other + tail.slice(first + 10)
})

const freed: Write = table((tail) => tail.replace(/xref\n/, 'xref\n0 1\n0000000001 65535 f \n'))
const freedPage: Write = table((tail, _, previous) =>
  tail.replace(/xref\n/, `xref\n${follow(previous, ['Pages', 'Kids', 0]).number} 1\n0000000000 00001 f \n`),
)

/** The same update with a cross-reference stream in place of the table. */
const xrefStream: Write = (previous, objects, trailer) => {
  const number = trailer.get('Size') as number
  let at = previous.length
  const rows = objects.map((object) => {
    const row = Buffer.from([1, ...[24, 16, 8, 0].map((shift) => (at >> shift) & 255), 0])
    at += spellIndirect(object.number, object.value).length
    return row
  })
  const index = objects.flatMap((object) => [object.number, 1])
  const entries = { Type: name('XRef'), W: [1, 4, 1], Index: index, ...Object.fromEntries(trailer), Size: number + 1 }
  const own = spellIndirect(number, stream(entries, Buffer.concat(rows)))
  const body = objects.map((object) => spellIndirect(object.number, object.value))
  return Buffer.concat([previous, ...body, own, Buffer.from(`startxref\n${at}\n%%EOF\n`)])
}

const trailerWith = (change: (trailer: Dict) => void): Forgery => ({ alter: (parts: Parts) => change(parts.trailer) })

export const layouts: Attack[] = [
  inside('xref pointing into the previous revision', 'offset_before_revision', { write: pointBack }),
  inside('object 0 in the table of an update', 'object_freed', { write: freed }),
  inside('a page freed', 'object_freed', { write: freedPage }),
  inside('xref stream in an update', 'xref_stream', { write: xrefStream }),
  inside('a comment between object and table', 'bytes_malformed', { write: between('% hello\n') }),
  inside('an object that the table does not list', 'object_not_listed', {
    write: between('9999 0 obj\n(x)\nendobj\n'),
  }),
  inside('the same object twice', 'object_twice', { alter: (parts) => parts.objects.push(parts.signature) }),
  inside('unusual white space inside an object', 'object_not_canonical', {
    write: (previous, objects, trailer) => {
      const file = Buffer.from(writeUpdate(previous, objects, trailer))
      const at = file.indexOf('/SubFilter /', previous.length, 'latin1') + '/SubFilter'.length
      file[at] = 0x0a
      return file
    },
  }),
  inside('/Prev that skips the first signature', 'trailer_differs', {
    write: (previous, objects, trailer) => {
      const first = open(previous).layout.sections[0]!.xrefAt
      return writeUpdate(previous, objects, new Map(trailer).set('Prev', first))
    },
  }),
  inside(
    '/Size that shrinks',
    'trailer_differs',
    trailerWith((trailer) => trailer.set('Size', 12)),
  ),
  inside(
    '/Root that changes',
    'trailer_differs',
    trailerWith((trailer) => trailer.set('Root', { ref: 2 })),
  ),
  inside(
    '/ID that changes',
    'trailer_differs',
    trailerWith((trailer) => trailer.set('ID', [])),
  ),
  inside(
    '/Info that appears',
    'trailer_differs',
    trailerWith((trailer) => trailer.set('Info', dict({}))),
  ),
  inside(
    '/Encrypt that appears',
    'trailer_differs',
    trailerWith((trailer) => trailer.set('Encrypt', dict({}))),
  ),
  inside(
    '/XRefStm of a hybrid file',
    'trailer_differs',
    trailerWith((trailer) => trailer.set('XRefStm', 9)),
  ),
  inside('a key twice in the trailer', 'bytes_malformed', {
    write: table((tail) => tail.replace('<</Size', '<</Size 1\n/Size')),
  }),
]
