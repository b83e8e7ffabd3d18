/** Whatever can be reached from the first page by links, as somebody of the office would press them; and all forms on the way. */

import type { Browser, Page } from '#src/command/self-test/browser.ts'
import { pageTexts } from '#src/platform/render/index.ts'
import { internalFields, wordFor } from './planted.ts'
import { unzipped } from './unzipped.ts'

export interface Found {
  paths: string[]
  actions: string[]
  /** Names of internal fields whose word somebody saw. */
  seen: Set<string>
}

/** Of one kind of page no more than this many are opened. */
const ofAKind = 2

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
]

/** @param roles as whom links are followed; together they reach everything */
export async function reachable(visitors: Record<string, Browser>, roles: string[], agreement: string): Promise<Found> {
  const paths = new Set<string>([...begin, `/agreements/${agreement}`, `/public-evidence/${agreement}.zip`])
  const actions = new Set<string>()
  const seen = new Set<string>()
  const kinds = new Map<string, number>()
  for (const role of roles) {
    const done = new Set<string>()
    for (const path of paths) {
      if (done.has(path)) continue
      done.add(path)
      const page = await visitors[role]!.open(path)
      if (page.status !== 200) continue
      const text = await textOf(page)
      for (const [n, { table, column }] of internalFields.entries())
        if (text.includes(wordFor(n))) seen.add(`${table}.${column}`)
      for (const [, action] of page.html.matchAll(/<form[^>]*action="(\/[^"]*)"/g)) actions.add(action!)
      for (const [, href] of page.html.matchAll(/href="(\/[^"#]*)/g)) {
        const next = href!.replaceAll('&amp;', '&')
        if (/^\/assets|sign-out|language=|\/sign-in/.test(next) || paths.has(next)) continue
        const kind = next.replace(/[0-9a-f]{8}-[0-9a-f-]{27}|\b0[a-z0-9]{8}\b|[0-9a-f]{64}|=[^&]*|\d+/g, '*')
        const n = kinds.get(kind) ?? 0
        if (n >= ofAKind) continue
        kinds.set(kind, n + 1)
        paths.add(next)
      }
    }
  }
  return { paths: [...paths], actions: [...actions], seen }
}

/** What a page says, whatever it is: a document's text, a workbook's cells. */
export async function textOf({ html, bytes }: Page): Promise<string> {
  if (html.startsWith('%PDF')) return (await pageTexts(new Uint8Array(bytes))).join('\n')
  if (html.startsWith('PK')) return unzipped(bytes)
  return html
}
