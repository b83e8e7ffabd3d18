/** Why a spreadsheet cannot be read, in words. */
import type { RefusalDetails } from '#src/platform/refusal.ts'
import type { RefusalWords } from '#src/platform/ui/index.ts'

export const sheetRefusalWords: RefusalWords = {
  sheet_unreadable: {
    en: 'This is no list that can be read. Please save it as XLSX or CSV and choose that file.',
    zh: '无法读取此文件，请另存为 XLSX 或 CSV 后重新选择。',
  },
  sheet_empty: { en: 'Nothing stands in this file.', zh: '该文件没有内容。' },
  sheet_too_large: {
    en: (d: RefusalDetails) =>
      `This is more than one list may hold: ${d.rows ?? 5000} rows, ${d.columns ?? 60} columns, ${d.characters ?? 20000} characters in a cell. Please divide it.`,
    zh: (d: RefusalDetails) =>
      `超出一份清单的上限（${d.rows ?? 5000} 行、${d.columns ?? 60} 列、每格 ${d.characters ?? 20000} 字符），请拆分后再试。`,
  },
  sheet_old_format: {
    en: 'This is a workbook of Excel before 2007. Please save it as XLSX and choose that file.',
    zh: '这是 Excel 2007 以前的格式，请另存为 XLSX 后重新选择。',
  },
}
