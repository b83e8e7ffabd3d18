export type { TypesetterIdentity } from './identity.ts'
export type { Mark, Typeset } from './messages.ts'
export { openTypesetter, type Typesetter } from './typesetter.ts'
export { typesetRefusals } from './words.ts'
