/** Files, stored by content hash. */
export { forgetFiles } from './forget.ts'
export { type FileRefusal, getFile, largestFile, putFile, type StoredFile } from './store.ts'
export { fileRefusalWords } from './words.ts'
