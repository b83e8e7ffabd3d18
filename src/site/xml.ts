/** XML as a tagged template: what is put in is escaped, what is XML already is taken. */

/** Finished XML. */
export class Xml {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

// XML 1.0 knows no way to write control characters, halves of surrogate pairs, and two that are no characters.
const impossible = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu

function written(value: unknown): string {
  if (value === null || value === undefined || value === false) return ''
  if (value instanceof Xml) return value.text
  if (Array.isArray(value)) return value.map(written).join('')
  return String(value)
    .replace(impossible, '')
    .replace(/[&<>"]/g, (sign) => signs[sign]!)
}

/** Attribute values must stand in double quotes. */
export function xml(strings: TemplateStringsArray, ...values: unknown[]): Xml {
  return new Xml(strings.reduce((text, part, n) => text + part + (n < values.length ? written(values[n]) : ''), ''))
}

export const xmlFile = (root: Xml): string => `<?xml version="1.0" encoding="UTF-8"?>\n${root.text}\n`
