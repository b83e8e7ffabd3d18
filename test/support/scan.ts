/** A document as somebody would put it to the register: a few words on a page. */
import type { Typesetter } from '#src/platform/typeset/index.ts'

const template = `#let d = json("/data.json")
#set document(title: d.title, date: datetime(year: 2000, month: 1, day: 1))
#set text(font: ("Noto Serif", "Noto Serif SC"), fallback: false)
#d.words`

/** The PDF alone. */
export async function scanned(typesetter: Typesetter, words: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array((await typesetter.typeset({ template, data: { title: 'Scan', words } })).pdf)
}

/** The form that puts it to an agreement of the register. */
export async function fileForm(typesetter: Typesetter, words: string, kind = 'signed'): Promise<FormData> {
  const form = new FormData()
  form.set('kind', kind)
  form.set('file', new File([await scanned(typesetter, words)], 'scan.pdf', { type: 'application/pdf' }))
  return form
}
