/** The editors' line: who wrote, translated, took the photographs, in the order the editors gave. */
import { type Language, speak } from '#src/platform/i18n/words.ts'
import { type Html, html, person } from '#src/platform/ui/index.ts'
import { articleWords } from './article-words.ts'
import { type Editor, editorRoles } from './content.ts'

/** One part for each role that somebody has: `Edited by Tian Wan, Peng Yumeng 彭雨蒙`. */
export function editorsLine(editors: Editor[], language: Language): Html[] {
  const w = speak(articleWords, language)
  const comma = language === 'en' ? ', ' : '、'
  return editorRoles.flatMap((role) => {
    const names = editors.filter((one) => one.role === role)
    if (names.length === 0) return []
    const listed = names.map(({ name }, n) => html`${n > 0 && comma}${person(name)}`)
    return [html`${w[role]}${language === 'en' && ' '}${listed}`]
  })
}
