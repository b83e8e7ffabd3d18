/** Time-stamps (RFC 3161): asking for them, giving them, checking them. */
export { askAuthority } from './ask-authority.ts'
export { issueStampCertificate } from './authority.ts'
export { isNamed, readToken } from './read-token.ts'
export { formatRequest, readRequest, replyType, requestType, type StampRequest } from './request.ts'
export { answerRequest, tokenIn } from './respond.ts'
export { type Stamp, type StampExpected, type StampFault, verifyReply, verifyToken } from './verify.ts'
