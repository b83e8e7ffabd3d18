/** Content lines of iCalendar (RFC 5545, 3.1): escaped, folded, ended by CRLF. */

/** Octets in one line without its end. */
const most = 75

const encoder = new TextEncoder()

/** A TEXT value (3.3.11): commas, semicolons and backslashes escaped, line ends written as `\n`, control characters left out. */
export function text(value: string): string {
  const written = value.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r\n|\r|\n/g, '\\n')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: RFC 5545 allows none of them in a text but the tab
  return written.replace(/[\u0000-\u0008\u000a-\u001f\u007f]/g, '')
}

/** A parameter's value (3.2): always in quotes, in which quotes and line ends cannot stand (RFC 6868 writes them with carets). */
export function parameter(value: string): string {
  const written = value
    .replace(/\^/g, '^^')
    .replace(/\r\n|\r|\n/g, '^n')
    .replace(/"/g, "^'")
  // biome-ignore lint/suspicious/noControlCharactersInRegex: as above
  return `"${written.replace(/[\u0000-\u0008\u000a-\u001f\u007f]/g, '')}"`
}

/** An instant in UTC: the one form that needs no time zone beside it. Seconds are cut. */
export function utc(at: Temporal.Instant): string {
  return at.toString({ smallestUnit: 'second', roundingMode: 'trunc' }).replace(/[-:]/g, '')
}

/** One content line, folded at 75 octets and never inside a character: a Chinese character is three of them. */
export function line(name: string, value: string): string {
  const pieces: string[] = []
  let piece = ''
  let octets = 0
  for (const character of `${name}:${value}`) {
    const size = encoder.encode(character).length
    if (octets + size > most) {
      pieces.push(piece)
      piece = ' '
      octets = 1
    }
    piece += character
    octets += size
  }
  return `${[...pieces, piece].join('\r\n')}\r\n`
}
