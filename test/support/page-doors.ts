/** Which pages are closed to whom, and how wide a page gets: for the test that visits every route. */
import type { Page as Tab } from 'playwright-core'

/** Pages a role may not open. */
export const staffOnly: Record<string, (path: string) => boolean> = {
  // Whoever signs sees the agreement to sign; of the office's other pages nothing.
  president: (path) => path === '/people' || path === '/nodes' || path === '/agreements',
  reader: (path) =>
    path.startsWith('/people') ||
    path.startsWith('/nodes') ||
    path.endsWith('/edit') ||
    path.endsWith('/new') ||
    path.endsWith('/sign'),
  legal: (path) =>
    path.startsWith('/people') ||
    path.startsWith('/nodes') ||
    path.endsWith('/edit') ||
    path.endsWith('/new') ||
    path.endsWith('/sign'),
  officer: (path) => path.startsWith('/people') || path.startsWith('/nodes') || path.endsWith('/sign'),
  administrator: (path) => path.endsWith('/edit') || path.endsWith('/new') || path.endsWith('/sign'),
}

/** By how many pixels the page is wider than a telephone's screen. */
export async function tooWide(page: Tab): Promise<number> {
  const wide = page.viewportSize()!
  await page.setViewportSize({ width: 390, height: 844 })
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  await page.setViewportSize(wide)
  return over
}
