/** The form on the console with which a promise made on stage is written down, and those written down so far. */
import type { Commitment } from '#src/ceremonies/index.ts'
import { speak } from '#src/platform/i18n/words.ts'
import {
  actions,
  form,
  type Html,
  hidden,
  html,
  inLanguage,
  pairField,
  section,
  selectField,
  submit,
  textField,
} from '#src/platform/ui/index.ts'
import type { BackstageView } from './read-console.ts'
import { itemNow } from './read-stage.ts'
import { promiseWords } from './words.ts'

export function promisePart(
  view: BackstageView,
  commitments: Commitment[],
  region: (id: string, body: Html) => Html,
  typed: Partial<Record<string, string>> = {},
): Html {
  const { reader, plan, us, partner } = view
  const { language } = reader
  const w = speak(promiseWords, language)
  const speaker = itemNow(view)?.speaker
  const side = !speaker ? 'ours' : speaker.party === null ? 'neither' : speaker.party === us.ror ? 'ours' : 'theirs'
  const sides = [
    { value: 'ours', label: us.short[language] },
    { value: 'theirs', label: partner.short[language] },
    { value: 'neither', label: w.neither },
  ]
  const value = { en: typed.words_en ?? '', zh: typed.words_zh ?? '' }
  const fields = html`${pairField({ name: 'words', label: w.words, value, language, multiline: true, rows: 2, either: true })}
    <div class="row">${textField({ name: 'by', label: w.by, value: typed.by ?? speaker?.name.latin ?? '', required: true })}${selectField({ name: 'side', label: w.side, value: typed.side ?? side, options: sides })}</div>`
  const list = commitments.map(
    (one) => html`<li>${inLanguage(one.words, language)} <span class="muted small">${one.by}</span></li>`,
  )
  const marked = list.length > 0 && html`<ul class="list">${list}</ul>`
  const body = form({
    action: `/ceremonies/${plan.id}/stage/promise`,
    body: html`${hidden({ id: crypto.randomUUID() })}${fields}${actions(submit({ label: w.mark, kind: 'plain' }))}`,
  })
  return section({ title: w.title, note: w.note, body: html`${region('console-promises', html`${marked}`)}${body}` })
}
