/** The meeting servers a university uses. The one thing outside the node that a page may reach, and only after somebody pressed Join. */
import type { BigBlueButtonServer } from './bigbluebutton.ts'
import { bigBlueButton } from './bigbluebutton.ts'
import { type JitsiServer, jitsiAddress } from './jitsi.ts'
import { refuse } from './refusals.ts'

export interface MeetingRoom {
  /** The room's name at the server. */
  id: string
  title: string
  welcome?: string
  /** Where people find themselves after leaving. */
  backTo?: string
}

export interface MeetingPerson {
  /** As others in the meeting read it. */
  name: string
  /** The same person entering twice has the same key. */
  key: string
  moderates: boolean
}

export type MeetingKind = 'bigbluebutton' | 'jitsi'

export interface MeetingsConfig {
  bigBlueButton: BigBlueButtonServer | null
  jitsi: JitsiServer | null
  /** Minutes before the beginning at which people may enter. */
  opensBefore: number
}

export interface Meetings {
  opensBefore: number
  /** Kinds of rooms this node can open. */
  kinds: MeetingKind[]
  /** Scheme and host of the server, which a page with a Join button names in its security policy. */
  origin(kind: MeetingKind): string | null
  /**
   * Opens the room where needed, and gives the address at which this person enters it.
   * @throws Refusal `meeting_server_missing`, `meeting_server_silent`, `meeting_server_refused`
   */
  join(kind: MeetingKind, room: MeetingRoom, person: MeetingPerson, at: Temporal.Instant): Promise<string>
  /** Ends a room for everyone, where the server can. */
  end(kind: MeetingKind, room: Pick<MeetingRoom, 'id'>): Promise<void>
  /** How many are in the room; null where the server does not say or the room is not open. */
  present(kind: MeetingKind, room: Pick<MeetingRoom, 'id'>): Promise<number | null>
}

export function meetings({ bigBlueButton: bbb, jitsi, opensBefore }: MeetingsConfig): Meetings {
  const client = bbb && bigBlueButton(bbb)
  const servers = { bigbluebutton: bbb, jitsi }
  const kinds = (['bigbluebutton', 'jitsi'] as const).filter((kind) => servers[kind])
  return {
    opensBefore,
    kinds,
    origin: (kind) => (servers[kind] ? new URL(servers[kind].url).origin : null),
    async join(kind, room, person, at) {
      if (kind === 'jitsi') return jitsi ? jitsiAddress(jitsi, room, person, at) : refuse('meeting_server_missing')
      if (!client) return refuse('meeting_server_missing')
      await client.create(room)
      return client.joinAddress(room, person)
    },
    async end(kind, room) {
      if (kind === 'bigbluebutton') await client?.end(room)
    },
    async present(kind, room) {
      return (kind === 'bigbluebutton' && (await client?.info(room))?.participants) || null
    },
  }
}

/** A node without meeting servers: links still work. */
export const noMeetings: Meetings = meetings({ bigBlueButton: null, jitsi: null, opensBefore: 30 })
