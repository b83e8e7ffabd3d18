/** Which styles of a workbook show a number as a date. */
import { readXml } from './read-xml.ts'

/** @returns for each cell style, in order, whether it is a date's */
export function dateStyles(xml: string): boolean[] {
  const own = new Map<number, boolean>()
  const styles: boolean[] = []
  let inCells = false
  readXml(xml, {
    open: (name, attributes) => {
      if (name === 'cellXfs') inCells = true
      if (name === 'numFmt') own.set(Number(attributes().numFmtId), isDateFormat(attributes().formatCode ?? ''))
      if (name !== 'xf' || !inCells) return
      const id = Number(attributes().numFmtId)
      styles.push(own.get(id) ?? isBuiltInDate(id))
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false
    },
  })
  return styles
}

/** 14 to 17 and 22 hold a date; 27 to 36 and 50 to 58 do in Chinese, Japanese and Korean. */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)

/** A format that shows a year or a day, outside its quoted and bracketed parts. */
const isDateFormat = (code: string): boolean => /[yd年日]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''))

/** The day a number stands for where days are counted from 1900 (or 1904), as `2019-03-01`; null where it is none. */
export function serialDay(serial: number, from1904: boolean): string | null {
  const days = Math.floor(serial) + (from1904 ? 1462 : 0)
  if (!Number.isFinite(days) || days < 1 || days > 2_958_465) return null
  return Temporal.PlainDate.from('1899-12-30').add({ days }).toString()
}
