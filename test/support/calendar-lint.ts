/** A strict reader of iCalendar files. Written apart from the writer: parsing a file back proves little, since parsers forgive. */

export interface LintOptions {
  /** Anybody may fetch the file: it may not say where to join. */
  open?: boolean
  /** What was handed out before: identities stay, and sequences never fall. */
  before?: string
}

interface Line {
  name: string
  parameters: string
  value: string
}

const single = [
  'UID',
  'DTSTAMP',
  'DTSTART',
  'DTEND',
  'SEQUENCE',
  'STATUS',
  'CREATED',
  'LAST-MODIFIED',
  'SUMMARY',
  'ORGANIZER',
]
const texts = ['SUMMARY', 'DESCRIPTION', 'LOCATION', 'NAME', 'X-WR-CALNAME', 'UID']
const times = ['DTSTAMP', 'DTSTART', 'DTEND', 'CREATED', 'LAST-MODIFIED']

/** What is wrong with a calendar file, in sentences; empty where nothing is. */
export function lintCalendar(file: string, { open = false, before }: LintOptions = {}): string[] {
  const bytes = physicalFaults(file)
  if (bytes.length > 0) return bytes
  const lines = unfold(file).map(parse)
  const malformed = lines.flatMap((one, at) => (one ? [] : [`line ${at + 1} is no content line`]))
  if (malformed.length > 0) return malformed
  const read = lines as Line[]
  return [
    ...nesting(read),
    ...wholeFaults(read),
    ...read.flatMap(valueFaults),
    ...eventFaults(read, open),
    ...sinceFaults(read, before),
  ]
}

/** What can be said of the bytes alone: line ends, lengths, characters cut in two. */
function physicalFaults(file: string): string[] {
  const faults: string[] = []
  if (!file.endsWith('\r\n')) faults.push('the last line has no end')
  if (/(^|[^\r])\n|\r(?!\n)/.test(file)) faults.push('a line does not end in CRLF')
  const octets = new TextEncoder().encode(file)
  let start = 0
  for (let at = 0; at + 1 < octets.length; at++) {
    if (octets[at] !== 13 || octets[at + 1] !== 10) continue
    const line = octets.subarray(start, at)
    if (line.length > 75) faults.push(`a line has ${line.length} octets`)
    if (line.length === 0) faults.push('a line is empty')
    // A continuation octet (10xxxxxx) at the fold means a character was cut.
    if (((line[line[0] === 32 ? 1 : 0] ?? 0) & 0xc0) === 0x80) faults.push('a fold cuts a character')
    start = at + 2
  }
  if (file.includes('\uFFFD')) faults.push('a character is broken')
  return faults
}

const unfold = (file: string): string[] =>
  file
    .slice(0, -2)
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')

function parse(line: string): Line | undefined {
  const found = /^([A-Z0-9-]+)((?:;[A-Z0-9-]+=(?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)*):(.*)$/.exec(line)
  return found ? { name: found[1]!, parameters: found[2]!, value: found[3]! } : undefined
}

function nesting(lines: Line[]): string[] {
  const stack: string[] = []
  for (const { name, value } of lines) {
    if (name === 'BEGIN') stack.push(value)
    if (name === 'END' && stack.pop() !== value) return [`END:${value} closes nothing`]
  }
  if (stack.length > 0) return [`${stack.at(-1)} is not closed`]
  return lines[0]?.value === 'VCALENDAR' ? [] : ['the file is no VCALENDAR']
}

function wholeFaults(lines: Line[]): string[] {
  const outside = lines.slice(
    0,
    lines.findIndex(({ name, value }) => name === 'BEGIN' && value !== 'VCALENDAR'),
  )
  const has = (name: string, value?: string) => outside.some((l) => l.name === name && (!value || l.value === value))
  const faults: string[] = []
  if (!has('VERSION', '2.0')) faults.push('VERSION is not 2.0')
  if (!has('PRODID')) faults.push('PRODID is missing')
  const zones = new Set(lines.filter(({ name }) => name === 'TZID').map(({ value }) => value))
  for (const { name, parameters } of lines) {
    const zone = /;TZID=([^;:]+)/.exec(parameters)?.[1]
    if (zone && !zones.has(zone)) faults.push(`${name} names the zone ${zone}, which is not described`)
  }
  return faults
}

function valueFaults({ name, parameters, value }: Line): string[] {
  if (times.includes(name) && !/^\d{8}T\d{6}Z$/.test(value) && !parameters.includes('TZID='))
    return [`${name} is neither UTC nor in a named zone`]
  if (texts.includes(name) && /(?<!\\)(?:\\\\)*(?:[;,]|\\(?![\\;,nN]))/.test(value.replace(/\\\\|\\[;,nN]/g, '')))
    return [`${name} has an unescaped sign`]
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is the question
  if (/[\u0000-\u0008\u000b-\u001f\u007f]/.test(value)) return [`${name} has a control character`]
  if (['URL', 'CONFERENCE', 'SOURCE'].includes(name) && !URL.canParse(value)) return [`${name} is no address`]
  if (['ORGANIZER', 'ATTENDEE'].includes(name) && !/^mailto:[^\s@]+@[^\s@]+$/.test(value))
    return [`${name} is no mail address`]
  return []
}

interface Event {
  lines: Line[]
  of(name: string): string | undefined
}

function events(lines: Line[]): Event[] {
  const found: Event[] = []
  let current: Line[] | undefined
  for (const line of lines) {
    if (line.name === 'BEGIN' && line.value === 'VEVENT') current = []
    else if (line.name === 'END' && line.value === 'VEVENT') {
      const all = current!
      found.push({ lines: all, of: (name) => all.find((one) => one.name === name)?.value })
      current = undefined
    } else current?.push(line)
  }
  return found
}

function eventFaults(lines: Line[], open: boolean): string[] {
  const method = lines.find(({ name }) => name === 'METHOD')?.value
  const all = events(lines)
  const uids = all.map((event) => event.of('UID'))
  const twice = uids.filter((uid, at) => uid && uids.indexOf(uid) !== at)
  const faults = twice.map((uid) => `UID ${uid} stands twice`)
  if (method && method !== 'PUBLISH' && all.length === 0) faults.push(`${method} without an event`)
  return [...faults, ...all.flatMap((event) => oneEvent(event, method, open))]
}

function oneEvent({ lines, of }: Event, method: string | undefined, open: boolean): string[] {
  const faults: string[] = []
  for (const name of ['UID', 'DTSTAMP', 'DTSTART', 'SUMMARY']) if (!of(name)) faults.push(`${name} is missing`)
  for (const name of single)
    if (lines.filter((one) => one.name === name).length > 1) faults.push(`${name} stands twice in one event`)
  if (of('DTEND') && of('DTSTART')! >= of('DTEND')!) faults.push('the event ends before it begins')
  if (of('DTEND') && of('DURATION')) faults.push('the event has both an end and a duration')
  if (!['TENTATIVE', 'CONFIRMED', 'CANCELLED'].includes(of('STATUS') ?? 'CONFIRMED')) faults.push('STATUS is unknown')
  if (!/^\d+$/.test(of('SEQUENCE') ?? '')) faults.push('SEQUENCE is no number')
  if (open && lines.some(({ name }) => ['CONFERENCE', 'ATTENDEE'].includes(name)))
    faults.push('an open calendar says who comes or where to join')
  if (method === 'REQUEST' || method === 'CANCEL')
    for (const name of ['ORGANIZER', 'ATTENDEE']) if (!of(name)) faults.push(`${method} without ${name}`)
  if (method === 'CANCEL' && of('STATUS') !== 'CANCELLED') faults.push('CANCEL of an event that is not cancelled')
  return faults
}

function sinceFaults(lines: Line[], before: string | undefined): string[] {
  if (!before) return []
  const now = events(lines)
  const faults: string[] = []
  for (const earlier of events(unfold(before).map(parse) as Line[])) {
    const later = now.find((event) => event.of('UID') === earlier.of('UID'))
    if (!later) faults.push(`UID ${earlier.of('UID')} is gone: it would stay in people's calendars`)
    else faults.push(...changeFaults(earlier, later))
  }
  return faults
}

function changeFaults(earlier: Event, later: Event): string[] {
  const [was, is] = [Number(earlier.of('SEQUENCE')), Number(later.of('SEQUENCE'))]
  if (is < was) return ['SEQUENCE fell']
  const moved = ['DTSTART', 'DTEND', 'STATUS'].some((name) => earlier.of(name) !== later.of(name))
  return moved && is === was ? ['the event changed and SEQUENCE did not rise'] : []
}
