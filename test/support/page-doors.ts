/** Which pages are closed to whom, and how wide a page gets: for the test that visits every route. */
import type { Page as Tab } from 'playwright-core'

const houseOnly = (path: string) => /^\/(people|nodes|keys|journal)/.test(path)
const actOnly = (path: string) => /\/(edit|new|sign)$/.test(path)

/** Pages a role may not open. */
export const staffOnly: Record<string, (path: string) => boolean> = {
  // Whoever signs sees the agreement to sign; of the office's other pages nothing.
  president: (path) => ['/people', '/nodes', '/keys', '/agreements'].includes(path),
  reader: (path) => houseOnly(path) || actOnly(path),
  legal: (path) => houseOnly(path) || actOnly(path),
  officer: (path) => houseOnly(path) || path.endsWith('/sign'),
  administrator: actOnly,
}

/** By how many pixels the page is wider than a telephone's screen. */
export async function tooWide(page: Tab): Promise<number> {
  const wide = page.viewportSize()!
  await page.setViewportSize({ width: 390, height: 844 })
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  await page.setViewportSize(wide)
  return over
}
