/** Opening a workbook (XLSX): its sheets by name, and the one that is wanted. */
import { Refusal } from '#src/platform/refusal.ts'
import { type Files, readZip } from '#src/platform/zip.ts'
import { refuseSheet, type SheetRow } from './bounds.ts'
import { dateStyles } from './date-styles.ts'
import { readSheet, sharedStrings } from './read-sheet.ts'
import { readXml } from './read-xml.ts'

export interface ReadWorkbook {
  names: string[]
  /** Which of them was read, counted from 0. */
  sheet: number
  rows: SheetRow[]
  from1904: boolean
}

/** @param wanted the sheet; the first in which something stands where that is null. @throws Refusal */
export function readWorkbook(bytes: Uint8Array, wanted: number | null): ReadWorkbook {
  const files = unpacked(bytes)
  const { sheets, from1904 } = contents(files)
  const strings = part(files, 'xl/sharedStrings.xml')
  const styles = part(files, 'xl/styles.xml')
  const book = { strings: strings ? sharedStrings(strings) : [], dates: styles ? dateStyles(styles) : [], from1904 }
  const names = sheets.map(({ name }) => name)
  const asked = wanted !== null && sheets[wanted] ? [wanted] : sheets.map((_, n) => n)
  for (const sheet of asked) {
    const xml = part(files, sheets[sheet]!.path)
    const rows = xml ? readSheet(xml, book) : []
    if (rows.length > 0) return { names, sheet, rows, from1904 }
  }
  return { names, sheet: wanted ?? 0, rows: [], from1904 }
}

function unpacked(bytes: Uint8Array): Files {
  try {
    return readZip(bytes)
  } catch {
    return refuseSheet('sheet_unreadable', {}, 422)
  }
}

function part(files: Files, path: string): string | null {
  const bytes = files.get(path)
  return bytes ? new TextDecoder().decode(bytes) : null
}

/** The sheets in their order, each with where it lies. */
function contents(files: Files): { sheets: { name: string; path: string }[]; from1904: boolean } {
  const book = part(files, 'xl/workbook.xml')
  const relations = part(files, 'xl/_rels/workbook.xml.rels')
  if (!book || !relations) throw new Refusal('sheet_unreadable', {}, 422)
  const targets = new Map<string, string>()
  readXml(relations, {
    open: (name, attributes) => {
      const { Id = '', Target = '' } = name === 'Relationship' ? attributes() : {}
      targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`)
    },
  })
  const sheets: { name: string; path: string }[] = []
  let from1904 = false
  readXml(book, {
    open: (name, attributes) => {
      if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attributes().date1904 ?? '')
      if (name !== 'sheet') return
      const { name: called = '', id = '' } = attributes()
      sheets.push({ name: called, path: targets.get(id) ?? '' })
    },
  })
  return { sheets: sheets.slice(0, 100), from1904 }
}
