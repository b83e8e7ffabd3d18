/** What passes between the node and its drawing process. */

export interface PageImage {
  png: Buffer
  /** Size in pixels. */
  width: number
  height: number
}

/** How two documents differ, page by page, as people would see and read them. */
export interface Comparison {
  /** Whether the text layers say the same on every page. */
  sameText: boolean
  /** Pages count from 1; `differing` is the share of picture points that differ, 1 where one document lacks the page. */
  pages: { number: number; differing: number }[]
}

export type Job =
  | { task: 'draw'; pdf: Uint8Array; width: number }
  | { task: 'read'; pdf: Uint8Array }
  | { task: 'compare'; a: Uint8Array; b: Uint8Array; width: number }

export type Result = PageImage[] | Comparison | string[]
export type Outcome = { done: true; result: Result } | { done: false; message: string }
