/** The front door of web safety. */
export { type BodyLimit, limitBodies } from './body-limit.ts'
export { securityHeaders } from './headers.ts'
export { hostAnswer } from './host.ts'
export { chooseLanguage } from './language.ts'
export { originIsOurs } from './origin.ts'
export { safety } from './safety.ts'
export { sentTwice } from './sent-twice.ts'
