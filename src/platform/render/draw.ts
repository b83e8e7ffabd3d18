/** Draws documents in a process of its own, within a time limit. */
import type { Comparison, PageImage } from './messages.ts'
import { run } from './run.ts'

const timeLimit = 20_000
/** Width at which pages are compared: a hyphen is some ten points large. */
const comparedWidth = 1000

/**
 * Draws every page, signature boxes included, as PNG.
 * @param options.width of each image in pixels, 1240 unless given (150 points an inch on A4)
 * @param options.limit milliseconds after which it is given up, 20 s unless given
 * @throws Refusal `document_not_drawable`, `drawing_took_too_long`
 */
export async function pageImages(
  pdf: Uint8Array,
  options: { width?: number; limit?: number } = {},
): Promise<PageImage[]> {
  const { width = 1240, limit = timeLimit } = options
  const images = (await run({ task: 'draw', pdf, width }, limit)) as PageImage[]
  return images.map((image) => ({ ...image, png: Buffer.from(image.png) }))
}

/**
 * Compares two documents page by page: what their text layers say, and what they look like.
 * @throws Refusal `document_not_drawable`, `drawing_took_too_long`
 */
export async function comparePdfs(a: Uint8Array, b: Uint8Array, options: { limit?: number } = {}): Promise<Comparison> {
  return (await run({ task: 'compare', a, b, width: comparedWidth }, options.limit ?? timeLimit)) as Comparison
}

/**
 * What stands in a document, page by page, as its text layer has it; empty for a scan without one.
 * @throws Refusal `document_not_drawable`, `drawing_took_too_long`
 */
export async function pageTexts(pdf: Uint8Array, options: { limit?: number } = {}): Promise<string[]> {
  return (await run({ task: 'read', pdf }, options.limit ?? timeLimit)) as string[]
}
