/** How text is compared when searching: without case, diacritics and punctuation; Chinese by pairs of characters. */

/** Letters that Unicode does not take apart into a base letter and a mark. */
const plain: Record<string, string> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ħ: 'h',
  ŋ: 'ng',
}
const special = new RegExp(`[${Object.keys(plain).join('')}]`, 'g')

/** Scripts written without spaces between words. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u
const runs = new RegExp(`(${unspaced.source}+)|([\\p{L}\\p{N}]+)`, 'gu')

/**
 * A text as it is compared: `Łódź, “O’Brien”` becomes `lodz obrien`, full-width forms become ordinary ones (NFKD),
 * apostrophes within words vanish, every other sign becomes one space.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Script=Latin}\p{M}+/gu, (letters) => letters[0]!)
    .normalize('NFC')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(special, (letter) => plain[letter]!)
    .replace(/[’'ʼ`´]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

export interface Token {
  text: string
  /** Characters of a script without spaces: matched by pairs; otherwise a word. */
  unspaced: boolean
}

/** The runs of a folded text: words, and stretches of Chinese, Japanese or Korean, e.g. `hust` and `华中科技`. */
export function tokens(folded: string): Token[] {
  return [...folded.matchAll(runs)].flatMap(([run]) => divide(run))
}

/** A run of letters may change script within: `mit中国`. */
function divide(run: string): Token[] {
  const parts = run.match(new RegExp(`${unspaced.source}+|[^${unspaced.source.slice(1, -1)}]+`, 'gu')) ?? []
  return parts.map((text) => ({ text, unspaced: unspaced.test(text) }))
}

/** Every two neighbouring characters; one alone is itself. */
export function pairs(text: string): string[] {
  const characters = [...text]
  if (characters.length < 2) return characters
  return characters.slice(1).map((character, n) => characters[n]! + character)
}

/** What a text is found by: its words, and the pairs of its unspaced stretches. Each once. */
export function terms(text: string): string[] {
  return [...new Set(tokens(fold(text)).flatMap((t) => (t.unspaced ? pairs(t.text) : t.text)))]
}
