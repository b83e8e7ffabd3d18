/** Names that are hard to print: on the page, in the signature field, in the text layer, in the certificate. */
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { after, before, describe, test } from 'node:test'
import { promisify } from 'node:util'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import { declareFields, fillField, localSigner, verifyDocument } from '#src/platform/pades/index.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { openTypesetter, type Typesetter } from '#src/platform/typeset/index.ts'
import { scratch } from '#test/support/scratch.ts'
import { tool } from '#test/support/tools.ts'
import { declarationFor, fullName, type Person, people, sideFor } from './honest.ts'

let typesetter: Typesetter
before(() => {
  typesetter = openTypesetter()
})
after(() => typesetter.close())

const named = (native: string | null, latin: string): Person => ({ ...people[0], name: { native, latin } })

const names: Person[] = [
  named('王小明', 'Wang Xiaoming'),
  named('欧阳某某', 'Ouyang Moumou'),
  named(null, 'Łódź'),
  named(null, 'Szőke'),
  named(null, 'Erdoğan'),
  named(null, 'İstanbul'),
  named(null, "O'Brien"),
]

/** The text layer of each page, as PDFium reads it; appearances of fields are no part of it. */
async function textLayer(pdf: Uint8Array): Promise<string> {
  const library = await PDFiumLibrary.init()
  const document = await library.loadDocument(pdf)
  const words = [...document.pages()].map((page) => page.getText()).join('\n')
  document.destroy()
  library.destroy()
  return words
}

async function signedBy(person: Person) {
  const declaration = await declarationFor(typesetter, [person, people[1]])
  const side = await sideFor('seat-1', fullName(person), 'p-256')
  const signedAt = Temporal.Instant.from('2026-09-23T08:42:07Z')
  const previous = declareFields(declaration)
  const signer = localSigner(side.leaf)
  const file = await fillField({ previous, field: 'seat-1', variant: 'passkey', signedAt, signer })
  return { declaration, file, roots: [side.authority.certificatePem] }
}

describe('names print right', () => {
  for (const person of names) {
    const shown = [person.name.native, person.name.latin].filter((part) => part !== null)
    test(shown.join(' '), async (t) => {
      const { declaration, file, roots } = await signedBy(person)
      const verdict = await verifyDocument(file, { roots })
      assert.deepEqual([verdict.state, verdict.signatures[0]!.signer], ['partial', fullName(person)])
      assert.match(verdict.signatures[0]!.subject, new RegExp(`CN=${fullName(person)}`))
      const page = await textLayer(file)
      const faces = await textLayer(declaration.stamps.pdf)
      for (const part of shown) {
        assert.ok(page.includes(part), `on the page: ${part}`)
        assert.ok(faces.split(part).length - 1 >= 2, `in the field, for both ways to consent: ${part}`)
      }
      if (!tool('pdftotext')) return t.diagnostic('pdftotext is not installed')
      const path = `${scratch()}/signed.pdf`
      writeFileSync(path, file)
      const { stdout } = await promisify(execFile)('pdftotext', [path, '-'])
      for (const part of shown) assert.ok(stdout.split(part).length - 1 >= 2, `page and field in pdftotext: ${part}`)
      assert.match(stdout, /2026-09-23\s08:42:07\sUTC/)
    })
  }
})

test('only 𮧵 is refused, by name and place', async () => {
  await assert.rejects(declarationFor(typesetter, [named('张𮧵', 'Zhang'), people[1]]), (error: unknown) => {
    assert.ok(error instanceof Refusal)
    assert.equal(error.reason, 'glyph_missing')
    assert.deepEqual(error.details, { characters: ['𮧵'], where: ['text.seats.0.name.native'] })
    return true
  })
})
