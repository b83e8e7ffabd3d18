/** What a programme shall reach, by which year. */
import type { Context } from 'hono'
import { speak } from '#src/platform/i18n/words.ts'
import {
  actButton,
  actions,
  type Content,
  dialog,
  form,
  html,
  inLanguage,
  pairField,
  section,
  submit,
  table,
  textField,
} from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { isOpen } from './programme.ts'
import type { ReadProgramme } from './read-programme.ts'
import { programmeWords } from './words.ts'

export function targetsSection(c: Context<WebEnv>, { programme, targets, mayKeep }: ReadProgramme): Content {
  const { language } = c.var
  const w = speak(programmeWords, language)
  const open = mayKeep && isOpen(programme.state)
  if (targets.length === 0 && !open) return ''
  const drop = (id: string, describe: string) =>
    actButton({
      action: `/programmes/${programme.id}/targets/drop`,
      label: w.drop,
      kind: 'quiet',
      values: { target: id },
      describe,
    })
  const rows = targets.map((t) => [
    inLanguage({ en: t.name_en, zh: t.name_zh }, language),
    Number(t.value).toLocaleString('en-GB'),
    String(t.by_year),
    ...(open ? [drop(t.id, t.name_en || t.name_zh)] : []),
  ])
  const columns = [
    { label: w.name, head: true },
    { label: w.value, numeric: true },
    { label: w.byYear, numeric: true },
    ...(open ? [{ label: w.acts }] : []),
  ]
  const list = table({ caption: w.targets, captionHidden: true, columns, rows, empty: w.noTargets })
  return section({ title: w.targets, body: html`${list}${open && addTarget(c, programme.id)}` })
}

function addTarget(c: Context<WebEnv>, id: string): Content {
  const { language } = c.var
  const w = speak(programmeWords, language)
  const fields = html`${pairField({ name: 'name', label: w.name, value: { en: '', zh: '' }, either: true, language })}${textField({ name: 'value', label: w.value, inputmode: 'decimal', required: true, maxlength: 14 })}${textField({ name: 'byYear', type: 'number', label: w.byYear, required: true, min: 1900, max: 2200 })}`
  const body = form({
    action: `/programmes/${id}/targets`,
    body: html`${fields}${actions(submit({ label: w.addTarget }))}`,
  })
  return html`<div class="row">${dialog({ id: 'target', open: w.addTarget, title: w.addTarget, body, language })}</div>`
}
