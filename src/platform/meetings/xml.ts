/** As much of XML as a BigBlueButton server answers with: elements without attributes that hold text or elements. */

const element = (name: string) => new RegExp(`<${name}>([\\s\\S]*?)</${name}>`, 'g')

/** What the first element of this name holds, still encoded; null where there is none. */
export const elementOf = (xml: string, name: string): string | null => element(name).exec(xml)?.[1]?.trim() ?? null

/** What each element of this name holds. */
export const elementsOf = (xml: string, name: string): string[] =>
  [...xml.matchAll(element(name))].map(([, inner]) => inner!)

const signs: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Text as it was meant: CDATA opened, entities replaced. */
export function decode(text: string): string {
  const section = /^<!\[CDATA\[([\s\S]*)\]\]>$/.exec(text)
  if (section) return section[1]!
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    const code = hex ? Number.parseInt(hex, 16) : decimal ? Number(decimal) : undefined
    if (code !== undefined) return code <= 0x10ffff ? String.fromCodePoint(code) : ''
    return signs[name!] ?? whole
  })
}
