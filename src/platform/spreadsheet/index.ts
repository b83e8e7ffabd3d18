/** The front door of spreadsheets: lists other programs made, read with limits. */
export { largestSheet, longestCell, type SheetRow } from './bounds.ts'
export { serialDay } from './date-styles.ts'
export { type Encoding, encodings } from './encoding.ts'
export { type Separator, separators } from './read-csv.ts'
export { type Reading, readSpreadsheet, type Spreadsheet } from './read-spreadsheet.ts'
export { sheetRefusalWords } from './words.ts'
