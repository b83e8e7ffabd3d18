/** A field in both languages, side by side with the cut between. */
import { htmlLang, type Language, type Phrase, speak } from '#src/platform/i18n/words.ts'
import { cut } from './cut.ts'
import { fieldId, optional, textArea, textField } from './field.ts'
import { type Content, type Html, html } from './html.ts'
import { formWords } from './words.ts'

export interface PairField {
  /** Posts `NAME_en` and `NAME_zh`; their ids are `f-NAME_en` and `f-NAME_zh`, or `ID_en` and `ID_zh`. */
  name: string
  label: Content
  value: Phrase
  language: Language
  multiline?: boolean
  rows?: number
  hint?: Content
  errors?: Partial<Phrase<Content>>
  required?: boolean
  /** One half must be filled, whichever: not called optional. */
  either?: boolean
  /** May be empty while one writes, not when it is sent: the word "optional" would mislead. */
  neededLater?: boolean
  id?: string
}

/** English left, Chinese right (stacked on a narrow screen), as in the text itself. */
export function pairField(o: PairField): Html {
  const w = speak(formWords, o.language)
  const base = fieldId(o)
  const one = (language: Language, label: string) => {
    const options = {
      name: `${o.name}_${language}`,
      id: `${base}_${language}`,
      label,
      value: o.value[language],
      lang: htmlLang[language],
      error: o.errors?.[language],
      required: o.required,
      wide: true,
    }
    return o.multiline ? textArea({ ...options, rows: o.rows ?? 5 }) : textField(options)
  }
  return html`<fieldset class="pair"><legend>${o.label}${!(o.either || o.neededLater) && optional(o)}</legend>${o.hint && html`<p class="hint">${o.hint}</p>`}<div class="pair-fields">${one('en', w.english)}${cut()}${one('zh', w.chinese)}</div></fieldset>`
}
