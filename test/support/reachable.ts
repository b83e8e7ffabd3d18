/** Whatever can be reached from the first page by links, as somebody of the office would press them; and all forms on the way. */

import type { Browser, Page } from '#src/command/self-test/browser.ts'
import { pageTexts } from '#src/platform/render/index.ts'
import { unzipped } from './unzipped.ts'

/** A page as somebody got it. */
export interface Read {
  status: number
  text: string
}

export interface Found {
  paths: Set<string>
  actions: Set<string>
  /** What each got, by path. */
  read: Map<string, Map<string, Read>>
}

/** Of one kind of page no more than this many are opened; of files, which take longer to make, one. */
const ofAKind = (path: string) => (/\.(pdf|png|zip|xlsx|webp|jpg)\b/.test(path) ? 1 : 2)

const begin = [
  '/',
  '/find?q=queen',
  '/register?q=exchange',
  '/register.csv',
  '/register.xlsx',
  '/calendar.ics',
  '/robots.txt',
  '/sitemap.xml',
  '/commitments',
  '/en/',
  '/zh/',
  '/account',
  '/account/reminders',
  '/agreements/clocks',
  '/directory',
  '/journal.csv',
]

/** @param who as whom links are followed, one after the other: together they reach everything */
export async function reachable(visitors: Record<string, Browser>, who: string[], more: string[]): Promise<Found> {
  const found: Found = { paths: new Set([...begin, ...more]), actions: new Set(), read: new Map() }
  const kinds = new Map<string, number>()
  for (const visitor of who)
    for (const path of found.paths) {
      const { html } = await readAs(visitors[visitor]!, visitor, path, found)
      for (const [, action] of html.matchAll(/<form[^>]*action="(\/[^"]*)"/g)) found.actions.add(plain(action!))
      for (const [, href] of html.matchAll(/href="(\/[^"#]*)/g)) follow(plain(href!), found, kinds)
    }
  return found
}

function follow(next: string, { paths }: Found, kinds: Map<string, number>): void {
  // A view kept by somebody is a question with its words in it: they would only be repeated.
  if (/^\/assets|sign-out|language=|\/sign-in|zqplanted/.test(next) || paths.has(next)) return
  const kind = next.replace(/[0-9a-f]{8}-[0-9a-f-]{27}|\b0[a-z0-9]{8}\b|[0-9a-f]{64}|=[^&]*|\d+/g, '*')
  const n = kinds.get(kind) ?? 0
  kinds.set(kind, n + 1)
  if (n < ofAKind(next)) paths.add(next)
}

/** Opens a page once for each visitor, and remembers what it said. */
export async function readAs(browser: Browser, who: string, path: string, { read }: Found): Promise<Page> {
  const page = await browser.open(path)
  const own = read.get(who) ?? new Map<string, Read>()
  read.set(who, own.set(path, { status: page.status, text: await textOf(page) }))
  return page
}

const plain = (href: string) => href.replaceAll('&amp;', '&')

/** What a page says, whatever it is: a document's text, a workbook's cells. */
export async function textOf({ html, bytes }: Page): Promise<string> {
  if (html.startsWith('%PDF')) return (await pageTexts(new Uint8Array(bytes))).join('\n')
  if (html.startsWith('PK')) return unzipped(bytes)
  return html
}
