/** Ways to cheat with what may be added after all have signed: each is altered, and refused by the side that would keep it. */
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { preservable, verifyDocument } from '#src/platform/pades/index.ts'
import { type Kept, materialObjects, stampObjects } from '#src/platform/pades/preservation-rule.ts'
import { readDocument } from '#src/platform/pades/reading.ts'
import { byteRangeOf } from '#src/platform/pades/revision-rule.ts'
import { digestOf } from '#src/platform/pades/signature-check.ts'
import { type Dict, dict, name, ref, text, type Value } from '#src/platform/pdf/objects.ts'
import { type NumberedObject, stream, writeUpdate } from '#src/platform/pdf/write.ts'
import { follow, nextTrailer, sizeOfFile } from './forge.ts'
import { sideFor } from './honest.ts'
import { makeStamped, type Stamped, stampsAt } from './stamped.ts'

let stamped: Stamped
before(async () => {
  stamped = await makeStamped()
})

type Alter = (objects: NumberedObject[], previous: Uint8Array) => void
const kept = (file: Uint8Array): Kept => readDocument(file).kept!
const dictOf = (object: NumberedObject | undefined) => object!.value as Dict

function written(previous: Uint8Array, objects: NumberedObject[]): Buffer {
  const added = objects.filter(({ number }) => number >= sizeOfFile(previous)).length
  return Buffer.from(writeUpdate(previous, objects, nextTrailer(previous, added)))
}

/** Adds the lists, cheating as told. */
function withMaterial(previous: Uint8Array, alter: Alter, certificates: Uint8Array[] = []): Uint8Array {
  const objects = materialObjects(kept(previous), { certificates, lists: stamped.lists }, sizeOfFile(previous))
  alter(objects, previous)
  return written(previous, objects)
}

/** Adds a stamp that is right for what it stands in, cheating as told. */
async function withStamp(previous: Uint8Array, alter: Alter, claim = (range: number[]) => range): Promise<Uint8Array> {
  const size = sizeOfFile(previous)
  const objects = stampObjects(kept(previous), new Uint8Array(3072), [0, 0, 0, 0], size)
  alter(objects, previous)
  const signature = dictOf(objects[1])
  for (let range = ''; ; ) {
    const file = written(previous, objects)
    const start = file.indexOf(`\n${size} 0 obj\n`, previous.length - 1, 'latin1') + 1
    const actual = byteRangeOf(signature, size, start, file.length)!
    const claimed = claim(actual) as typeof actual
    if (String(claimed) === range) {
      const { ask } = stampsAt(stamped.authorities[0], stamped.preservedAt)
      file.write(Buffer.from((await ask(digestOf(file, claimed)))!).toString('hex'), actual[1] + 1, 'latin1')
      return file
    }
    range = String(claimed)
    signature.set('ByteRange', claimed)
  }
}

const action: Alter = ([catalog]) => {
  const run = dict({ S: name('JavaScript'), JS: text('app.alert(1)') })
  catalog!.value = new Map([...dictOf(catalog), ['OpenAction', run as Value]])
}
const lastBecomes =
  (value: NumberedObject['value']): Alter =>
  (objects) => {
    objects.at(-1)!.value = value
  }
const blankPage: Alter = (objects, previous) => {
  const page = follow(previous, ['Pages', 'Kids', 0])
  page.value.set('Contents', ref(1))
  objects.push(page)
}

const attacks: [string, string, () => Promise<Uint8Array> | Uint8Array][] = [
  ['an action added with the lists', 'preservation_differs', () => withMaterial(stamped.signed, action)],
  ['a page changed with the lists', 'object_redefined', () => withMaterial(stamped.signed, blankPage)],
  [
    'another object between the lists',
    'preservation_differs',
    () =>
      withMaterial(
        stamped.signed,
        (objects) => void objects.push({ number: objects.at(-1)!.number + 1, value: dict({}) }),
      ),
  ],
  [
    'a stream that says more than a list',
    'preservation_differs',
    () => withMaterial(stamped.signed, lastBecomes(stream({ Type: name('XObject') }, stamped.lists[1]!))),
  ],
  [
    'the lists kept before left out',
    'preservation_differs',
    () =>
      withMaterial(
        stamped.preserved,
        ([, dss]) => void dictOf(dss).set('CRLs', (dictOf(dss).get('CRLs') as Value[]).slice(1)),
      ),
  ],
  [
    'something that is no list',
    'preservation_foreign',
    () => withMaterial(stamped.signed, lastBecomes(stream({}, Buffer.from('a letter')))),
  ],
  ['an action added with the stamp', 'preservation_differs', () => withStamp(stamped.signed, action)],
  ['a page changed with the stamp', 'object_redefined', () => withStamp(stamped.signed, blankPage)],
  [
    'a stamp’s box laid over the text',
    'preservation_differs',
    () => withStamp(stamped.signed, ([, , field]) => void dictOf(field).set('Rect', [50, 50, 500, 700])),
  ],
  [
    'a stamp that shows something',
    'preservation_differs',
    () => withStamp(stamped.signed, ([, , field]) => void dictOf(field).set('AP', dict({ N: ref(5) }))),
  ],
  [
    'a stamp’s field that hides another',
    'preservation_differs',
    () =>
      withStamp(stamped.signed, ([catalog]) => {
        const form = dictOf(catalog).get('AcroForm') as Dict
        form.set('Fields', (form.get('Fields') as Value[]).slice(1))
      }),
  ],
  [
    'a stamp over less than the whole',
    'preservation_differs',
    () =>
      withStamp(
        stamped.signed,
        () => {},
        ([a, b, c, d]) => [a!, b!, c!, d! - 1],
      ),
  ],
  ['a stamp before all have signed', 'object_redefined', () => withStamp(stamped.signedOnce, () => {})],
]

test('made without cheating, both are right', async () => {
  const { roots, signed, preservedAt: at } = stamped
  const file = await withStamp(
    withMaterial(signed, () => {}),
    () => {},
  )
  assert.equal((await verifyDocument(file, { roots, at })).level, 'B-LTA')
  assert.deepEqual(preservable(signed, file, { roots, at }).problems, [])
})

describe('refused by the verifier and by the side that would keep it', () => {
  for (const [title, code, make] of attacks)
    test(title, async () => {
      const { roots } = stamped
      const file = await make()
      const verdict = await verifyDocument(file, { roots })
      assert.equal(verdict.state, 'altered')
      assert.ok(
        verdict.problems.some((p) => p.code === code),
        verdict.problems.map((p) => p.code).join(),
      )
      const held = title.endsWith('all have signed')
        ? stamped.signedOnce
        : title.includes('before')
          ? stamped.preserved
          : stamped.signed
      assert.equal(preservable(held, file, { roots }).accepted, false)
    })

  test('a certificate that belongs to nobody who signed', async () => {
    const stranger = await sideFor('stranger', 'Somebody', 'p-256')
    const der = Buffer.from(stranger.authority.certificatePem.replace(/-----[^-]+-----|\s/g, ''), 'base64')
    const { roots, signed } = stamped
    const file = await withStamp(
      withMaterial(signed, () => {}, [der]),
      () => {},
    )
    assert.deepEqual([(await verifyDocument(file, { roots })).problems[0]?.code], ['preservation_foreign'])
    assert.equal(preservable(signed, file, { roots }).accepted, false)
  })

  test('the lists alone, without a stamp over them', () => {
    const file = withMaterial(stamped.signed, () => {})
    assert.equal(preservable(stamped.signed, file, { roots: stamped.roots }).problems[0]?.code, 'preservation_differs')
  })
})
