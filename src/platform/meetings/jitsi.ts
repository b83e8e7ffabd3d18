/** Rooms of a Jitsi server: an address, and where the server asks for it a token that says who comes (JWT, RFC 7519). */
import { createHmac } from 'node:crypto'
import type { MeetingPerson, MeetingRoom } from './meetings.ts'

export interface JitsiServer {
  /** Address of the server, e.g. `https://meet.example.edu`. */
  url: string
  /** Without it the server lets everybody in who knows the room. */
  tokens: { appId: string; secret: string } | null
}

/** Seconds a token lets its bearer in; the meeting itself may last longer. */
const life = 300

const encode = (part: unknown): string => Buffer.from(JSON.stringify(part)).toString('base64url')

/** A token signed with HMAC-SHA-256 for one person and one room. */
export function jitsiToken(
  { url, tokens }: JitsiServer & { tokens: { appId: string; secret: string } },
  { id }: Pick<MeetingRoom, 'id'>,
  { name, key, moderates }: MeetingPerson,
  at: Temporal.Instant,
): string {
  const now = Math.floor(at.epochMilliseconds / 1000)
  const claims = {
    aud: 'jitsi',
    iss: tokens.appId,
    sub: new URL(url).hostname,
    room: id,
    // A minute back: clocks of two servers differ.
    nbf: now - 60,
    exp: now + life,
    moderator: moderates,
    context: { user: { id: key, name, moderator: moderates } },
  }
  const signed = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}`
  return `${signed}.${createHmac('sha256', tokens.secret).update(signed).digest('base64url')}`
}

/** The address at which this person enters, for five minutes where the server asks for tokens. */
export function jitsiAddress(
  server: JitsiServer,
  room: Pick<MeetingRoom, 'id'>,
  person: MeetingPerson,
  at: Temporal.Instant,
): string {
  const address = new URL(`${server.url}/${encodeURIComponent(room.id)}`)
  const { tokens } = server
  if (tokens) address.searchParams.set('jwt', jitsiToken({ ...server, tokens }, room, person, at))
  else address.hash = `userInfo.displayName=${encodeURIComponent(JSON.stringify(person.name))}`
  return address.href
}
