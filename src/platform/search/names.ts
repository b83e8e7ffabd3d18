/** How a person's name is found: by its words in any order, written apart or together, in either script. */
import { fold, terms, tokens } from './terms.ts'

export interface NameKeys {
  terms: string[]
  /** Each rotation of the Latin words written together, and the native form: `liyuanyuan yuanyuanli 李某某`. */
  joined: string
}

/** What is kept beside a name so that it can be found. */
export function nameKeys(name: { latin: string; native: string | null }): NameKeys {
  const words = fold(name.latin).split(' ').filter(Boolean)
  const rotations = words.map((_, i) => [...words.slice(i), ...words.slice(0, i)].join(''))
  const native = fold(name.native ?? '').replaceAll(' ', '')
  return {
    terms: [...new Set([...terms(name.latin), ...terms(name.native ?? '')])],
    joined: [...new Set([...rotations, native].filter(Boolean))].join(' '),
  }
}

export interface NameQuestion {
  /** To be contained in `joined`; empty when nothing was typed. */
  joined: string
  /** Beginnings of words that must all be there. */
  words: string[]
  /** Pairs of Chinese, Japanese or Korean characters that must all be there. */
  pairs: string[]
}

/** What was typed into a name search, as it is asked for: `joined` or (`words` and `pairs`). */
export function nameQuestion(typed: string): NameQuestion {
  const folded = fold(typed)
  const parts = tokens(folded)
  return {
    joined: folded.replaceAll(' ', ''),
    words: parts.filter((p) => !p.unspaced).map((p) => p.text),
    pairs: parts.filter((p) => p.unspaced).flatMap((p) => terms(p.text)),
  }
}
