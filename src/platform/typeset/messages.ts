/** What passes between the node and its typesetting process. */

/**
 * A place on a page that a template names: a box in points from the top left corner of the page. Pages count from 1.
 */
export interface Mark {
  name: string
  page: number
  x: number
  y: number
  width: number
  height: number
}

export interface Typeset {
  pdf: Uint8Array
  marks: Mark[]
}

export type Standard = 'a-2a' | 'a-2u'

export interface Job {
  template: string
  /** JSON text the template reads with `json("/data.json")`. */
  data: string
  standard: Standard
}

export type Outcome = ({ done: true } & Typeset) | { done: false; message: string; missing: string[] }
