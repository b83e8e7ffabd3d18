/** The living parts of one page, in memory: what each says, and since which revision. */
import type { Html } from '#src/platform/ui/index.ts'

interface Region {
  html: string
  /** The revision in which it last changed. */
  rev: number
}

/** Catch-up answers kept at most; after a break many viewers come back with the same few cursors. */
const keptAnswers = 64
/** And their bytes at most. */
const keptBytes = 1_048_576

/**
 * A document of regions. Every region remembers when it last changed, so that whoever has seen revision N is brought up to date
 * by the regions newer than N: exactly what is missing, however long they were away, and never more than the document.
 */
export class LiveDocument {
  /** Names this life of the document: a cursor of another one (an earlier process) says nothing here. */
  readonly epoch: string
  readonly #regions = new Map<string, Region>()
  readonly #answers = new Map<number, Buffer>()
  #answerBytes = 0
  #rev = 0

  constructor(epoch: string) {
    this.epoch = epoch
  }

  get rev(): number {
    return this.#rev
  }

  /** `EPOCH:REV`, the cursor of a viewer who has seen all. */
  get cursor(): string {
    return `${this.epoch}:${this.#rev}`
  }

  /** Takes over what the regions say now; one that is no longer there becomes empty. @returns whether anything changed */
  take(regions: Record<string, Html>): boolean {
    const next = this.#rev + 1
    let changed = false
    const names = new Set([...this.#regions.keys(), ...Object.keys(regions)])
    for (const name of names) {
      const html = String(regions[name] ?? '')
      if (this.#regions.get(name)?.html === html) continue
      this.#regions.set(name, { html, rev: next })
      changed = true
    }
    if (!changed) return false
    this.#rev = next
    this.#answers.clear()
    this.#answerBytes = 0
    return true
  }

  /** The event with all regions newer than a revision; one buffer for everyone who asks. `since(0)` is the whole document. */
  since(rev: number): Buffer {
    const known = this.#answers.get(rev)
    if (known) return known
    const answer = Buffer.from(`event: parts\nid: ${this.cursor}\ndata: ${JSON.stringify(this.#newer(rev))}\n\n`)
    if (this.#answers.size < keptAnswers && this.#answerBytes + answer.length <= keptBytes) {
      this.#answers.set(rev, answer)
      this.#answerBytes += answer.length
    }
    return answer
  }

  /** The whole document for those who ask now and then instead of listening. */
  snapshot(): string {
    return JSON.stringify({ at: this.cursor, regions: this.#newer(0) })
  }

  /** The revision a cursor stands for here; 0 where it is of another epoch, or nonsense. */
  revOf(cursor: string): number {
    const [, epoch, rev] = /^([0-9a-f]+):(\d{1,12})$/.exec(cursor) ?? []
    return epoch === this.epoch && Number(rev) <= this.#rev ? Number(rev) : 0
  }

  #newer(rev: number): Record<string, string> {
    const fresh = [...this.#regions].filter(([, region]) => region.rev > rev)
    return Object.fromEntries(fresh.map(([name, { html }]) => [name, html]))
  }
}
