/** Where in a text the typed words stand, compared without case, accents and signs. Rules only. */
import { fold, tokens } from '#src/platform/search/terms.ts'

export interface Stretch {
  text: string
  hit: boolean
}

/** A typed word: of Chinese, Japanese or Korean characters it may stand anywhere, of letters at the beginning of a word. */
export type Word = ReturnType<typeof tokens>[number]

export const typedWords = (typed: string): Word[] => tokens(fold(typed.slice(0, 200))).slice(0, 8)

interface Folded {
  /** The text as compared. */
  text: string
  /** For each UTF-16 unit of it: where its character begins and ends in the original. */
  from: number[]
  to: number[]
}

const apostrophe = /[’'ʼ`´\p{M}]/u

/** `fold`, with the way back to the original. Character by character: `ß` becomes two, a sign becomes one space. */
function foldWithPlaces(original: string): Folded {
  const folded: Folded = { text: '', from: [], to: [] }
  let at = 0
  for (const character of original) {
    const written = fold(character) || (apostrophe.test(character) ? '' : ' ')
    folded.text += written
    for (let n = 0; n < written.length; n++) {
      folded.from.push(at)
      folded.to.push(at + character.length)
    }
    at += character.length
  }
  return folded
}

/** The places of a word in a folded text. */
function places({ text }: Folded, { text: word, unspaced }: Word): [number, number][] {
  const found: [number, number][] = []
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const begins = unspaced || at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1]!) || isUnspaced(text[at - 1]!)
    if (begins) found.push([at, at + word.length])
  }
  return found
}

const isUnspaced = (character: string): boolean => tokens(character)[0]?.unspaced ?? false

/** Whether a word stands in a text. */
export const stands = (text: string, word: Word): boolean => places(foldWithPlaces(text), word).length > 0

/** Where a hit ends: an accent written as a sign of its own belongs to the letter before it. */
function withMarks(original: string, end: number): number {
  return end + (/^\p{M}+/u.exec(original.slice(end))?.[0].length ?? 0)
}

/** The text in stretches, the typed words marked. */
export function marked(original: string, words: Word[]): Stretch[] {
  const folded = foldWithPlaces(original)
  const hits = words
    .flatMap((word) => places(folded, word))
    .map(([from, to]): [number, number] => [folded.from[from]!, withMarks(original, folded.to[to - 1]!)])
    .sort((a, b) => a[0] - b[0])
  const stretches: Stretch[] = []
  let at = 0
  for (const [from, to] of hits) {
    if (from < at) continue
    if (from > at) stretches.push({ text: original.slice(at, from), hit: false })
    stretches.push({ text: original.slice(from, to), hit: true })
    at = to
  }
  if (at < original.length) stretches.push({ text: original.slice(at), hit: false })
  return stretches
}

/** How much of a long text is shown around the first hit, in characters before and after. */
const around = { before: 40, after: 110 }

/** A long text cut to what stands around its first hit. */
export function excerpt(original: string, words: Word[]): Stretch[] {
  const whole = marked(original, words)
  const first = whole.findIndex(({ hit }) => hit)
  const before = whole.slice(0, Math.max(0, first)).reduce((sum, { text }) => sum + text.length, 0)
  const from = Math.max(0, before - around.before)
  const to = Math.min(original.length, before + around.after)
  const cut = marked(original.slice(from, to), words)
  return [
    ...(from > 0 ? [{ text: '…', hit: false }] : []),
    ...cut,
    ...(to < original.length ? [{ text: '…', hit: false }] : []),
  ]
}
