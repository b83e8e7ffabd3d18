/** A BigBlueButton server as far as its API goes: checks every checksum over the query as it arrived, keeps rooms, answers in XML. */
import { createHash } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

interface Room {
  name: string
  attendeePW: string
  moderatorPW: string
  people: { fullName: string; role: string; userID: string }[]
}

export interface MeetingServer {
  /** Address of the API. */
  url: string
  secret: string
  rooms: Map<string, Room>
  /** Calls that arrived, with what was asked. */
  calls: { call: string; asked: Record<string, string>; right: boolean }[]
  /** Answers nothing while set: connections stay open. */
  silent: boolean
  close(): Promise<void>
}

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
const answer = (inner: string) => `<?xml version="1.0"?>\n<response>\n${inner}\n</response>`
const failed = (key: string, message: string) =>
  answer(`<returncode>FAILED</returncode><messageKey>${key}</messageKey><message>${message}</message>`)
const done = (inner = '') => answer(`<returncode>SUCCESS</returncode>${inner}<messageKey></messageKey>`)

export async function openMeetingServer(secret = 'a shared secret'): Promise<MeetingServer> {
  const running: MeetingServer = { url: '', secret, rooms: new Map(), calls: [], silent: false, close: async () => {} }
  const server = createServer((request, response) => {
    if (running.silent) return
    const [path, query = ''] = request.url!.split('?')
    const call = path!.slice(path!.lastIndexOf('/') + 1)
    const [, sent, given] = /^(.*?)&?checksum=([0-9a-f]+)$/.exec(query) ?? []
    const right = createHash('sha256').update(`${call}${sent}${secret}`).digest('hex') === given
    const asked = Object.fromEntries(new URLSearchParams(sent))
    running.calls.push({ call, asked, right })
    const said = right
      ? act(running.rooms, call, asked)
      : failed('checksumError', 'You did not pass the checksum security check')
    const page = right && call === 'join' && !said.includes('FAILED')
    response.writeHead(200, { 'content-type': page ? 'text/html; charset=utf-8' : 'text/xml; charset=utf-8' })
    response.end(page ? `<!doctype html><title>Meeting</title><h1>${escaped(asked.fullName ?? '')}</h1>` : said)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  running.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/bigbluebutton/api`
  running.close = () => closed(server)
  return running
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((over) => server.close(() => over()))
}

function act(rooms: Map<string, Room>, call: string, asked: Record<string, string>): string {
  const room = rooms.get(asked.meetingID ?? '')
  if (call === 'create') return create(rooms, asked)
  if (call === 'isMeetingRunning') return done(`<running>${(room?.people.length ?? 0) > 0}</running>`)
  if (!room) return failed('notFound', 'A meeting with that ID does not exist')
  if (call === 'join') return join(room, asked)
  if (call === 'end') return end(rooms, room, asked)
  return call === 'getMeetingInfo' ? info(room) : failed('unsupportedRequest', 'This request is not supported.')
}

function create(rooms: Map<string, Room>, { meetingID = '', name = '', attendeePW = '', moderatorPW = '' }): string {
  const known = rooms.get(meetingID)
  // Created again with other passwords it is refused, as the real server does.
  if (known && known.moderatorPW !== moderatorPW)
    return failed('idNotUnique', 'A meeting already exists with that meeting ID.')
  if (!known) rooms.set(meetingID, { name, attendeePW, moderatorPW, people: [] })
  return done(`<meetingID>${escaped(meetingID)}</meetingID>`)
}

function join(room: Room, { fullName = '', password, role = 'VIEWER', userID = '' }: Record<string, string>): string {
  const wanted = role === 'MODERATOR' ? room.moderatorPW : room.attendeePW
  if (password !== wanted) return failed('invalidPassword', 'The supplied password is incorrect')
  room.people.push({ fullName, role, userID })
  return done()
}

function end(rooms: Map<string, Room>, room: Room, { meetingID = '', password }: Record<string, string>): string {
  if (password !== room.moderatorPW) return failed('invalidPassword', 'You must supply the moderator password')
  rooms.delete(meetingID)
  return done()
}

function info({ name, people }: Room): string {
  const listed = people.map(
    ({ fullName, role }) => `<attendee><fullName>${escaped(fullName)}</fullName><role>${role}</role></attendee>`,
  )
  const moderators = people.filter(({ role }) => role === 'MODERATOR').length
  const counts = `<participantCount>${people.length}</participantCount><moderatorCount>${moderators}</moderatorCount>`
  const running = `<running>${people.length > 0}</running>`
  return done(`<meetingName>${escaped(name)}</meetingName>${running}${counts}<attendees>${listed.join('')}</attendees>`)
}
