/** The front door of parcels: what leaves one server for another in a sealed file. */
export { readLines, writeLines } from './lines.ts'
export { newPassphrase } from './seal-stream.ts'
