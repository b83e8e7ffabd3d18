/** The word across the cut. Each half of the letters belongs to one side; only when both have signed do the halves meet and the word can be read. */
import { type Language, speak } from '#src/platform/i18n/words.ts'
import { attribute, type Html, html } from './html.ts'
import { signingWords } from './words.ts'

/** Which halves are signed. */
export type ChirographState = 'none' | 'left' | 'right' | 'both'

const length = 520
const middle = 40
const letters = [...'CHIROGRAPH']

/** The cut from end to end: along the word, then across it. Cubic curves, each smoothly continuing the one before. */
const start = [0, 40] as const
const first = [22, 40, 34, 51, 56, 51] as const
const bends = [
  92, 30, 118, 29, 152, 49, 176, 50, 208, 31, 236, 31, 270, 53, 300, 52, 330, 27, 362, 28, 392, 50, 420, 50, 452, 33,
  476, 32, 506, 40, 520, 40,
]

/** Writes points (along, across) as x and y: the word runs down (`tall`) or to the right. */
function points(values: readonly number[], tall: boolean): string {
  const pairs: string[] = []
  for (let at = 0; at < values.length; at += 2) {
    const [along, across] = [values[at]!, values[at + 1]!]
    pairs.push(tall ? `${across} ${along}` : `${along} ${across}`)
  }
  return pairs.join(' ')
}

function wave(tall: boolean): string {
  return `M${points(start, tall)}C${points(first, tall)}S${points(bends, tall)}`
}

/** Everything on one side of the cut, far enough out to hold the letters. */
function region(side: 'left' | 'right', tall: boolean): string {
  const far = side === 'left' ? -60 : 140
  return `${wave(tall)}L${points([length + 60, middle, length + 60, far, -60, far, -60, middle], tall)}Z`
}

function word(tall: boolean): Html {
  const step = length / letters.length
  return html`${letters.map((letter, at) => {
    const along = step * (at + 0.5)
    const [x, y] = tall ? [middle, along + 14] : [along, middle + 14]
    return html`<text x="${x}" y="${y}" text-anchor="middle">${letter}</text>`
  })}`
}

function half(side: 'left' | 'right', tall: boolean, id: string): Html {
  const clip = `${id}-${side}-${tall ? 'tall' : 'wide'}`
  return html`<clipPath id="${clip}"><path d="${region(side, tall)}"/></clipPath><g class="word-half word-${side}"><g clip-path="url(#${clip})">${word(tall)}</g></g>`
}

function drawn(tall: boolean, o: { state: ChirographState; label: string; id: string }): Html {
  const box = tall ? `0 0 80 ${length}` : `0 0 ${length} 80`
  return html`<svg class="chirograph ${tall ? 'tall' : 'wide'} state-${o.state}" viewBox="${box}" role="img" aria-label="${o.label}" overflow="visible">${half('left', tall, o.id)}${half('right', tall, o.id)}<path class="word-cut" d="${wave(tall)}"/></svg>`
}

/**
 * The word CHIROGRAPH cut in two; upright between two halves, lying between them on a narrow screen.
 * @param o.id prefix of the ids inside, unique on the page
 */
export function chirograph(o: { state: ChirographState; language: Language; id?: string }): Html {
  const w = speak(signingWords, o.language)
  const label = o.state === 'both' ? w.both : o.state === 'none' ? w.none : w.one
  const options = { state: o.state, label, id: o.id ?? 'chirograph' }
  return html`<div class="chirograph-box"${attribute('data-announce', true)}>${drawn(true, options)}${drawn(false, options)}</div>`
}
