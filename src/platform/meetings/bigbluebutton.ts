/** A client of the BigBlueButton API: https://docs.bigbluebutton.org/development/api/ */
import { createHash, createHmac } from 'node:crypto'
import type { MeetingPerson, MeetingRoom } from './meetings.ts'
import { refuse } from './refusals.ts'
import { decode, elementOf, elementsOf } from './xml.ts'

export interface BigBlueButtonServer {
  /** Address of the API, e.g. `https://bbb.example.edu/bigbluebutton/api`. */
  url: string
  secret: string
}

export interface MeetingInfo {
  running: boolean
  participants: number
  moderators: number
  people: { name: string; role: 'MODERATOR' | 'VIEWER' }[]
}

export interface BigBlueButton {
  /** Opens the room; opened twice it is one. @throws Refusal `meeting_server_silent`, `meeting_server_refused` {message} */
  create(room: MeetingRoom): Promise<void>
  /** The address at which this person enters, for minutes only: hand it out when they press Join. */
  joinAddress(room: Pick<MeetingRoom, 'id'>, person: MeetingPerson): string
  /** Ends the meeting for everyone; one that is not there is ended already. */
  end(room: Pick<MeetingRoom, 'id'>): Promise<void>
  isRunning(room: Pick<MeetingRoom, 'id'>): Promise<boolean>
  /** Null where no such meeting is open. */
  info(room: Pick<MeetingRoom, 'id'>): Promise<MeetingInfo | null>
}

type Query = Record<string, string | number | boolean | undefined>

/** SHA-256 of call, query and secret; the query must be the very text that is sent, encoded. */
export const checksum = (call: string, query: string, secret: string): string =>
  createHash('sha256').update(`${call}${query}${secret}`).digest('hex')

/** Encoded so that no browser encodes it once more: an apostrophe left as it is would become %27 on the way and the checksum wrong. */
const encoded = (value: string): string =>
  encodeURIComponent(value).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

/** The whole address of one call. */
export function callAddress({ url, secret }: BigBlueButtonServer, call: string, asked: Query): string {
  const query = Object.entries(asked)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${encoded(String(value))}`)
    .join('&')
  return `${url}/${call}?${query ? `${query}&` : ''}checksum=${checksum(call, query, secret)}`
}

export function bigBlueButton(server: BigBlueButtonServer): BigBlueButton {
  // Servers before 2.4 know roles by passwords only. Ours are derived, so that no table holds them.
  const password = (role: string, room: string) =>
    createHmac('sha256', server.secret).update(`${role}\n${room}`).digest('base64url').slice(0, 32)
  return {
    async create({ id, title, welcome, backTo }) {
      await ask(server, 'create', {
        name: title,
        meetingID: id,
        attendeePW: password('attendee', id),
        moderatorPW: password('moderator', id),
        welcome,
        logoutURL: backTo,
        record: false,
        'meta_bbb-origin': 'Chirograph',
      })
    },
    joinAddress({ id }, { name, key, moderates }) {
      const role = moderates ? 'MODERATOR' : 'VIEWER'
      const pass = password(moderates ? 'moderator' : 'attendee', id)
      return callAddress(server, 'join', {
        fullName: name,
        meetingID: id,
        role,
        password: pass,
        userID: key,
        redirect: true,
      })
    },
    async end({ id }) {
      await ask(server, 'end', { meetingID: id, password: password('moderator', id) }, ['notFound'])
    },
    async isRunning({ id }) {
      return elementOf(await ask(server, 'isMeetingRunning', { meetingID: id }), 'running') === 'true'
    },
    async info({ id }) {
      const answer = await ask(server, 'getMeetingInfo', { meetingID: id }, ['notFound'])
      return elementOf(answer, 'returncode') === 'SUCCESS' ? infoOf(answer) : null
    },
  }
}

function infoOf(answer: string): MeetingInfo {
  const people = elementsOf(answer, 'attendee').map((one) => ({
    name: decode(elementOf(one, 'fullName') ?? ''),
    role: elementOf(one, 'role') === 'MODERATOR' ? ('MODERATOR' as const) : ('VIEWER' as const),
  }))
  return {
    running: elementOf(answer, 'running') === 'true',
    participants: Number(elementOf(answer, 'participantCount') ?? 0),
    moderators: Number(elementOf(answer, 'moderatorCount') ?? 0),
    people,
  }
}

/** Milliseconds until a server that does not answer is given up: somebody waits with a finger on Join. */
const patience = 8_000

/** @param allowed message keys of failures that are an answer, not a fault */
async function ask(server: BigBlueButtonServer, call: string, query: Query, allowed: string[] = []): Promise<string> {
  const answer = await fetch(callAddress(server, call, query), {
    signal: AbortSignal.timeout(patience),
    redirect: 'error',
  })
    .then((response) => response.text())
    .catch(() => refuse('meeting_server_silent', {}, 503))
  const failed = elementOf(answer, 'returncode') !== 'SUCCESS'
  if (failed && !allowed.includes(elementOf(answer, 'messageKey') ?? ''))
    refuse('meeting_server_refused', { message: decode(elementOf(answer, 'message') ?? '').slice(0, 200) }, 503)
  return answer
}
