/** What must be true of every page as it is drawn: nothing runs out of it, is cut off, lies on something else, or is a box. */
import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'

/** Kept only where someone wants to look at them: CHIROGRAPH_SHOTS names a folder. */
const shots = process.env.CHIROGRAPH_SHOTS

/** Faults of the drawn page, in words. Runs in the browser. */
function faultsInPage(): string[] {
  const faults: string[] = []
  const name = (e: Element) =>
    `${e.tagName.toLowerCase()}.${[...e.classList].join('.')} “${(e.textContent ?? '').trim().slice(0, 40)}”`
  /** What is left of a box once everything around it that hides what runs over has cut it. */
  const seen = (element: Element, drawn: DOMRect): DOMRect => {
    let [left, top, right, bottom] = [drawn.left, drawn.top, drawn.right, drawn.bottom]
    for (let at: Element | null = element; at; at = at.parentElement) {
      const { overflowX, clipPath, clip } = getComputedStyle(at)
      if (clipPath.startsWith('inset(50%') || clip.startsWith('rect(0')) return new DOMRect()
      if (overflowX === 'visible' || at === document.documentElement || at === document.body) continue
      const frame = at.getBoundingClientRect()
      left = Math.max(left, frame.left)
      top = Math.max(top, frame.top)
      right = Math.min(right, frame.right)
      bottom = Math.min(bottom, frame.bottom)
    }
    return new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top))
  }
  // What stays at the edge of the window while the rest is scrolled lies on it by intent: judged where it stands in the page.
  const stuck = [...document.querySelectorAll<HTMLElement>('body *')].filter(
    (e) => getComputedStyle(e).position === 'sticky',
  )
  for (const e of stuck) e.style.position = 'static'
  const root = document.documentElement
  if (root.scrollWidth > root.clientWidth + 1)
    faults.push(`the page is ${root.scrollWidth - root.clientWidth} px wider than the window`)
  const leaves: { element: Element; box: DOMRect }[] = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement!
    if (
      !node.textContent!.trim() ||
      element.closest('[aria-hidden="true"], .visually-hidden, script, style, noscript, .skip')
    )
      continue
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true }))
      continue
    const range = document.createRange()
    range.selectNodeContents(node)
    for (const drawn of range.getClientRects()) {
      const box = seen(element, drawn)
      if (box.width > 1 && box.height > 1) leaves.push({ element, box })
    }
    const style = getComputedStyle(element)
    // Words for listeners only are cut to a point on purpose.
    const cut =
      element.clientWidth > 2 &&
      ['hidden', 'clip'].includes(style.overflowX) &&
      element.scrollWidth > element.clientWidth + 1
    if (cut && style.textOverflow !== 'ellipsis') faults.push(`cut off: ${name(element)}`)
  }
  for (let i = 0; i < leaves.length; i++)
    for (let j = i + 1; j < leaves.length; j++) {
      const [a, b] = [leaves[i]!, leaves[j]!]
      if (a.element === b.element || a.element.contains(b.element) || b.element.contains(a.element)) continue
      const width = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left)
      const height = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top)
      // Line boxes are taller than their letters: lines of text may touch by a third.
      if (width > 3 && height > Math.min(a.box.height, b.box.height) * 0.45)
        faults.push(`${name(a.element)} lies on ${name(b.element)}`)
    }
  for (const e of stuck) e.style.removeProperty('position')
  return [...new Set(faults)]
}

/** Characters of the page that no font of this browser draws: they look like the replacement for one that cannot exist. */
function boxesInPage(): string[] {
  const canvas = document.createElement('canvas')
  const [w, h] = [48, 48]
  canvas.width = w
  canvas.height = h
  const draw = canvas.getContext('2d', { willReadFrequently: true })!
  const picture = (text: string, font: string) => {
    draw.clearRect(0, 0, w, h)
    draw.font = font
    draw.fillText(text, 4, 36)
    return draw.getImageData(0, 0, w, h).data.join(',')
  }
  const characters = new Set(
    [...(document.body.textContent ?? '')].filter((c) => c.codePointAt(0)! > 0x7e && !/[\s\p{C}\p{M}]/u.test(c)),
  )
  const font = `32px ${getComputedStyle(document.body).fontFamily}`
  // Two characters no font has: what is drawn for one of them is what is drawn for every missing one.
  const [missing, other] = [picture('\u{10FFFD}', font), picture('\u{10FFFC}', font)]
  return missing === other ? [...characters].filter((c) => picture(c, font) === missing) : []
}

/** Looks at a page as it stands. @throws naming every fault */
export async function check(page: Page, what: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  const faults = [
    ...(await page.evaluate(faultsInPage)),
    ...(await page.evaluate(boxesInPage)).map((c) => `no glyph for ${c}`),
  ]
  if (shots) await shoot(page, what)
  assert.deepEqual(faults, [], `${what} (${page.viewportSize()!.width} px)`)
}

async function shoot(page: Page, what: string): Promise<void> {
  mkdirSync(shots!, { recursive: true })
  const { width } = page.viewportSize()!
  await page.screenshot({ path: join(shots!, `${what.replace(/[^\w]+/g, '-')}-${width}.png`), fullPage: width < 1920 })
}

/** The same page at several widths, light and dark; left as it was found. */
export async function checkSizes(page: Page, what: string, widths: number[] = [1440, 390]): Promise<void> {
  const before = page.viewportSize()!
  for (const width of widths) {
    await page.setViewportSize({ width, height: width === 1920 ? 1080 : width === 390 ? 844 : 900 })
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await check(page, `${what} ${colorScheme}`)
    }
  }
  await page.emulateMedia({ colorScheme: null })
  await page.setViewportSize(before)
}

/** Notes what must not happen on a page while it is open: requests to others, errors. Ask at the end. */
export function watch(page: Page): () => void {
  const wrong: string[] = []
  page.on('console', (message) => message.type() === 'error' && wrong.push(`error: ${message.text()} (${page.url()})`))
  page.on('pageerror', (error) => wrong.push(`script: ${error.message} (${page.url()})`))
  page.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url())
    if (protocol.startsWith('http') && !hostname.endsWith('localhost')) wrong.push(`request to ${request.url()}`)
  })
  return () => assert.deepEqual(wrong, [])
}
