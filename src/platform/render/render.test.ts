import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import sharp from 'sharp'
import { putFile } from '#src/platform/files/index.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { type Honest, makeHonest } from '#test/attacks/honest.ts'
import { freshDatabase } from '#test/support/database.ts'
import { comparePdfs, openPageShelf, pageImages } from './index.ts'

let honest: Honest
before(async () => {
  honest = await makeHonest()
})

/** A small document: one page per text, drawn with a built-in font. */
function textDocument(...pages: string[]): Uint8Array {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${pages.length}/Kids[${pages.map((_, i) => `${4 + 2 * i} 0 R`).join(' ')}]>>`,
  ]
  objects.push('<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>')
  for (const [i, text] of pages.entries()) {
    objects.push(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 400]/Resources<</Font<</F 3 0 R>>>>/Contents ${5 + 2 * i} 0 R>>`,
    )
    const content = `BT /F 20 Tf 20 300 Td (${text}) Tj ET`
    objects.push(`<</Length ${content.length}>>stream\n${content}\nendstream`)
  }
  let file = '%PDF-1.7\n'
  const offsets = objects.map((object, i) => {
    const offset = file.length
    file += `${i + 1} 0 obj${object}endobj\n`
    return `${String(offset).padStart(10, '0')} 00000 n \n`
  })
  const count = objects.length + 1
  const table = `xref\n0 ${count}\n0000000000 65535 f \n${offsets.join('')}trailer<</Size ${count}/Root 1 0 R>>`
  return Buffer.from(`${file}${table}\nstartxref\n${file.length}\n%%EOF`)
}

const refusedWith = (reason: string) => (error: unknown) => error instanceof Refusal && error.reason === reason

test('every page becomes an image of the width asked for', async () => {
  const images = await pageImages(honest.revisionZero, { width: 600 })
  assert.ok(images.length >= 1)
  for (const { png, width, height } of images) {
    const image = await sharp(png).metadata()
    assert.deepEqual([image.format, image.width, image.height], ['png', 600, height])
    assert.equal(width, 600)
    assert.equal(height, 849, 'A4')
  }
})

test('what a signature shows is drawn: the page of the boxes changes where one is signed, the text layer does not', async () => {
  const { sameText, pages } = await comparePdfs(honest.revisionZero, honest.signedTwice)
  const changed = pages.filter((page) => page.differing > 0)
  assert.equal(changed.length, 1)
  assert.equal(changed[0]!.number, pages.length, 'the boxes are on the last page')
  assert.ok(changed[0]!.differing > 0.001 && changed[0]!.differing < 0.2, `${changed[0]!.differing}`)
  assert.equal(sameText, true)
})

test('a document is the same as itself', async () => {
  const { sameText, pages } = await comparePdfs(honest.signedOnce, honest.signedOnce)
  assert.equal(sameText, true)
  assert.ok(pages.every((page) => page.differing === 0))
})

test('another word shows in the text and in the picture of its page, a missing page as wholly different', async () => {
  const compared = await comparePdfs(textDocument('One', 'five years'), textDocument('One', 'nine years', 'Annex'))
  assert.equal(compared.sameText, false)
  assert.deepEqual(
    compared.pages.map((page) => page.number),
    [1, 2, 3],
  )
  const [first, second, third] = compared.pages.map((page) => page.differing)
  assert.equal(first, 0)
  assert.ok(second! > 0 && second! < 0.1)
  assert.equal(third, 1)
})

test('what is no document, and what takes too long, is refused', async () => {
  await assert.rejects(pageImages(Buffer.from('not a document')), refusedWith('document_not_drawable'))
  await assert.rejects(comparePdfs(honest.revisionZero, Buffer.from('%PDF-1.7')), refusedWith('document_not_drawable'))
  await assert.rejects(pageImages(honest.revisionZero, { limit: 1 }), refusedWith('drawing_took_too_long'))
})

test('the shelf draws a document once for all who ask, and forgets the one looked at longest ago', async (t) => {
  const { db, close } = await freshDatabase()
  t.after(close)
  const stored = (text: string) => db.transaction().execute((tx) => putFile(tx, textDocument(text), 'application/pdf'))
  const shelf = openPageShelf()
  const first = await stored('one')
  const [here, there] = await Promise.all([shelf.pages(db, first), shelf.pages(db, first)])
  assert.equal(here, there)
  assert.equal(here!.length, 1)
  const second = await stored('two')
  const drawn = await shelf.pages(db, second)
  for (const text of ['three', 'four', 'five', 'six']) await shelf.pages(db, await stored(text))
  assert.equal(await shelf.pages(db, first), here)
  // Six are held: a seventh takes the place of the second, not of the first, which was looked at since.
  await shelf.pages(db, await stored('seven'))
  assert.equal(await shelf.pages(db, first), here)
  assert.notEqual(await shelf.pages(db, second), drawn)
  assert.equal(await shelf.pages(db, 'f'.repeat(64)), undefined)
})
