/** What can be done with a commitment next, by the university that promised. */
import { speak } from '#src/platform/i18n/words.ts'
import {
  actButton,
  actions,
  actWithReason,
  type Content,
  dialog,
  form,
  type Html,
  hidden,
  html,
  pairField,
  section,
  submit,
  textField,
} from '#src/platform/ui/index.ts'
import { answersFor, openActs } from './commitment.ts'
import type { CommitmentShown } from './commitment-page.ts'
import { commitmentActWords, commitmentWords } from './commitment-words.ts'
import type { Fields } from './form-parts.ts'

/** A button for each act open to this visitor; for the other university, who answers for it. */
export function nextSection(s: CommitmentShown): Content {
  const { followed, plan } = s.seen
  const { language } = s.reader
  const w = speak(commitmentWords, language)
  if (!s.may) return html`<p class="muted">${w.theirs(s.reader.short(answersFor(followed.commitment, plan)))}</p>`
  const acts = openActs(followed.state).map(({ act, reason }) => {
    const label = commitmentActWords[act][language]
    const action = `/commitments/${followed.commitment.id}`
    const failed = s.problem?.act === act ? s.problem : undefined
    if (act === 'accept') return acceptDialog(s, action, failed?.typed)
    if (!reason) return actButton({ action, label, kind: 'primary', values: { act } })
    return actWithReason({
      id: act,
      action,
      open: label,
      title: label,
      explain: w.explain,
      confirm: label,
      kind: 'plain',
      language,
      values: { act },
      reason: { label: w.reason, error: failed?.text, value: failed?.typed.reason },
    })
  })
  return section({ title: w.next, body: html`<div class="row">${acts}</div>` })
}

/** Accepting is the moment to set right what was typed while somebody spoke. */
function acceptDialog(
  { seen: { followed }, reader: { language } }: CommitmentShown,
  action: string,
  typed?: Fields,
): Html {
  const w = speak(commitmentWords, language)
  const label = commitmentActWords.accept[language]
  const value = typed ? { en: typed.words_en ?? '', zh: typed.words_zh ?? '' } : followed.commitment.words
  const due = typed?.due ?? followed.due?.toString() ?? ''
  const body = html`<p>${w.acceptText}</p>${hidden({ act: 'accept' })}${pairField({ name: 'words', label: w.words, value, language, multiline: true, rows: 3 })}
    ${textField({ name: 'due', label: w.due, type: 'date', value: due, language })}${actions(submit({ label }))}`
  return dialog({
    id: 'accept',
    open: label,
    kind: 'primary',
    title: label,
    body: form({ action, body }),
    language,
    shown: Boolean(typed),
  })
}
