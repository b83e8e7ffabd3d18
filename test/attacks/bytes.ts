/** Attacks on the finished file: bytes changed, cut, put in or appended. */
import type { ProblemCode } from '#src/platform/pades/index.ts'
import { spell } from '#src/platform/pdf/objects.ts'
import { type Attack, copyOf } from './attack.ts'
import { follow, nextTrailer } from './forge.ts'

const trailing = (title: string, bytes: string, code: ProblemCode = 'bytes_after_end'): Attack => ({
  name: title,
  make: ({ signedTwice }) => Buffer.concat([signedTwice, Buffer.from(bytes, 'latin1')]),
  held: 'signedTwice',
  state: 'altered',
  code,
})

/** The whole file with bytes changed in place, after both signatures. */
const patched = (
  title: string,
  code: ProblemCode,
  change: (file: Buffer) => void,
  countersigning?: ProblemCode,
): Attack => ({
  name: title,
  make: ({ signedTwice }) => {
    const file = copyOf(signedTwice)
    change(file)
    return file
  },
  held: 'signedOnce',
  state: 'altered',
  code,
  countersigning,
})

const gapEnd = (file: Buffer) => file.indexOf('>', file.lastIndexOf('/Contents <'))

export const bytes: Attack[] = [
  patched(
    'one byte of a font flipped',
    'digest_differs',
    (file) => {
      const at = file.indexOf('stream\n', 20_000) + 100
      file[at] = file[at]! ^ 1
    },
    'previous_changed',
  ),
  patched('one byte of the second /M flipped', 'appearance_differs', (file) => {
    const at = file.lastIndexOf('(D:2026') + 12
    file[at] = file[at]! ^ 1
  }),
  {
    name: 'file cut after the first signature',
    make: ({ signedOnce }) => copyOf(signedOnce),
    held: 'signedTwice',
    state: 'partial',
    countersigning: 'nothing_added',
  },
  {
    name: 'file cut inside the second revision',
    make: ({ signedTwice }) => copyOf(signedTwice).subarray(0, -40),
    held: 'signedOnce',
    state: 'altered',
    code: 'bytes_malformed',
  },
  {
    name: 'the first signature cut out',
    make: ({ revisionZero, signedOnce, signedTwice }) =>
      Buffer.concat([revisionZero, signedTwice.subarray(signedOnce.length)]),
    held: 'revisionZero',
    state: 'altered',
    code: 'offset_wrong',
  },
  {
    name: 'both signatures sent at once to a side that holds none',
    make: ({ signedTwice }) => copyOf(signedTwice),
    held: 'revisionZero',
    state: 'complete',
    countersigning: 'several_revisions',
  },
  patched('foreign byte in the /Contents gap', 'bytes_malformed', (file) =>
    file.write('x', gapEnd(file) - 3, 'latin1'),
  ),
  patched('white space in the /Contents gap', 'bytes_malformed', (file) =>
    file.write('\n\n', gapEnd(file) - 2, 'latin1'),
  ),
  patched('hidden digits in the padding of /Contents', 'contents_padding', (file) =>
    file.write('ff', gapEnd(file) - 2, 'latin1'),
  ),
  patched('upper-case hex in /Contents', 'object_not_canonical', (file) => {
    const at = file.lastIndexOf('/Contents <') + 11
    file.write(file.toString('latin1', at, at + 60).toUpperCase(), at, 'latin1')
  }),
  trailing('a line feed after the last %%EOF', '\n'),
  trailing('bytes after the last %%EOF', 'nothing to see here'),
  trailing('a second %%EOF', '%%EOF\n'),
  trailing('an empty update', 'xref\n0 0\ntrailer\n<<>>\nstartxref\n0\n%%EOF\n', 'startxref_wrong'),
  {
    name: 'bytes before the header',
    make: ({ signedTwice }) => Buffer.concat([Buffer.from('%!\n'), signedTwice]),
    held: 'signedTwice',
    state: 'not_an_agreement',
    code: 'header_differs',
    countersigning: 'previous_changed',
  },
  {
    name: 'an update of another program appended',
    make: ({ signedTwice }) => foreignUpdate(signedTwice),
    held: 'signedTwice',
    state: 'altered',
    code: 'object_not_canonical',
  },
]

/** An update spelled as other programs spell it. */
function foreignUpdate(file: Uint8Array): Uint8Array {
  const catalog = follow(file, [])
  const object = `${catalog.number} 0 obj\n${spell(catalog.value).replace('<<', '<< ')}\nendobj\n`
  const at = file.length + object.length
  const entry = `${String(file.length).padStart(10, '0')} 00000 n \n`
  const trailer = spell(nextTrailer(file, 0))
  const tail = `xref\n${catalog.number} 1\n${entry}trailer\n${trailer}\nstartxref\n${at}\n%%EOF\n`
  return Buffer.concat([file, Buffer.from(object + tail, 'latin1')])
}
