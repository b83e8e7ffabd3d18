/** Words in both languages. Areas keep theirs in `words.ts`; pages take them with `speak`. */

export type Language = 'en' | 'zh'

/** `lang` attribute values for HTML. */
export const htmlLang: Record<Language, string> = { en: 'en', zh: 'zh-CN' }

/** One phrase in both languages: a string, or a function of what varies in it. */
export interface Phrase<T = string> {
  en: T
  zh: T
}

/** Signs between two things said: Chinese has its own, without a space. */
export const comma: Phrase = { en: ', ', zh: '，' }
export const colon: Phrase = { en: ': ', zh: '：' }
export const bracketed: Phrase<(text: string) => string> = { en: (text) => ` (${text})`, zh: (text) => `（${text}）` }

// biome-ignore lint/suspicious/noExplicitAny: phrases are strings or functions of any arguments
export type Words = Record<string, Phrase<any>>

export type Spoken<W extends Words> = { [K in keyof W]: W[K]['en'] }

/**
 * Takes the words of one language: `const w = speak(words, 'zh'); w.send; w.days(3)`.
 * @returns an object with the same keys, each the phrase (or phrase function) of that language
 */
export function speak<W extends Words>(words: W, language: Language): Spoken<W> {
  const spoken: Record<string, unknown> = {}
  for (const [key, phrase] of Object.entries(words)) spoken[key] = phrase[language]
  return spoken as Spoken<W>
}
