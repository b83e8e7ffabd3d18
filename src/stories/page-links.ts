/** What a page of somebody else's links to. Read, never shown. Rules only. */

export interface FoundLink {
  href: string
  rels: string[]
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Character references in an attribute's value. */
function decoded(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,4}));/gi, (whole, hex, number, name) => {
    if (name) return named[String(name).toLowerCase()] ?? whole
    const point = hex ? Number.parseInt(hex, 16) : Number(number)
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole
  })
}

function attributeOf(tag: string, name: string): string | undefined {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(tag)
  const value = found?.[1] ?? found?.[2] ?? found?.[3]
  return value === undefined ? undefined : decoded(value).trim()
}

const resolved = (href: string, base: string): string | undefined =>
  URL.canParse(href, base) ? new URL(href, base).href : undefined

/** The links of a page, in their order, comments and scripts left out. @param base address the page was read from */
export function linksIn(page: string, base: string): FoundLink[] {
  const shown = page.replace(/<!--[\s\S]*?(?:-->|$)|<(script|style|template)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, '')
  return [...shown.matchAll(/<(?:a|link|area|img|video|audio|source)\b[^>]*>/gi)].flatMap(([tag]) => {
    const href = attributeOf(tag, 'href') ?? attributeOf(tag, 'src')
    const to = href === undefined ? undefined : resolved(href, base)
    return to ? [{ href: to, rels: (attributeOf(tag, 'rel') ?? '').toLowerCase().split(/\s+/) }] : []
  })
}

/** Whether a page links to exactly this address; a fragment makes no difference. */
export function linksTo(page: string, base: string, target: string): boolean {
  const plain = (address: string) => address.replace(/#.*$/, '')
  return linksIn(page, base).some(({ href }) => plain(href) === plain(target))
}

/** Where a page wants webmentions sent (W3C Recommendation, 3.1.2): the Link header first, then the first link in the page. */
export function mentionEndpoint(page: {
  text: string
  url: string
  links: string[]
  type: string
}): string | undefined {
  for (const header of page.links) {
    for (const [, href, parameters] of header.matchAll(/<([^>]*)>((?:\s*;\s*[\w-]+\s*=\s*(?:"[^"]*"|[^\s;,"]+))*)/g)) {
      const rel = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s;,"]+))/i.exec(parameters!)
      const rels = (rel?.[1] ?? rel?.[2] ?? '').toLowerCase().split(/\s+/)
      if (rels.includes('webmention')) return resolved(href!, page.url)
    }
  }
  if (!/html/.test(page.type)) return undefined
  return linksIn(page.text, page.url).find(({ rels }) => rels.includes('webmention'))?.href
}

/** The page's own title, for the list of mentions. */
export function titleOf(page: string): string {
  const title = /<title[^>]*>([\s\S]*?)<\/title>/i.exec(page)?.[1] ?? ''
  return decoded(title).replace(/\s+/g, ' ').trim().slice(0, 300)
}
