/** Beside the text: what our side takes the agreement to be. The office's alone; it chooses the way of approval. */
import { chosenName, unitField } from '#src/partners/index.ts'
import { type Phrase, speak } from '#src/platform/i18n/words.ts'
import {
  actions,
  type Content,
  dialog,
  facts,
  form,
  html,
  panel,
  selectField,
  submit,
  textField,
} from '#src/platform/ui/index.ts'
import { risks, riskWords } from '#src/procedures/index.ts'
import { classWords } from './class-words.ts'
import type { Typed } from './discussion-page.ts'
import type { Negotiation } from './read-negotiation.ts'
import type { Reader } from './reader.ts'

export function classPanel(n: Negotiation, reader: Reader, typed: Typed = {}): Content {
  if (!n.classed) return ''
  const { language } = reader
  const w = speak(classWords, language)
  const { is, types, units } = n.classed
  const type = types.find(({ key }) => key === is.kind)?.name[language] ?? is.kind
  const rows = [
    { label: w.kind, value: type },
    { label: w.unit, value: chosenName(is, units, language) || html`<span class="muted">${w.whole}</span>` },
    { label: w.risk, value: is.risk ? riskWords[is.risk][language] : html`<span class="muted">${w.unjudged}</span>` },
    ...(is.value === null ? [] : [{ label: w.value, value: worth(is.value, is.currency, language) }]),
  ]
  return panel({
    title: w.title,
    body: html`${facts(rows)}<p class="small muted">${w.note}</p>${n.classed.open && changeDialog(n, reader, typed)}`,
  })
}

const worth = (value: number, currency: string, language: 'en' | 'zh') =>
  new Intl.NumberFormat(language === 'en' ? 'en-GB' : 'zh-CN', { style: 'currency', currency }).format(value)

function changeDialog(n: Negotiation, { language }: Reader, typed: Typed): Content {
  const w = speak(classWords, language)
  const { is, types, units } = n.classed!
  const inUse = types.filter(({ retired, key }) => !retired || key === is.kind)
  const option = (value: string, words: Phrase) => ({ value, label: words[language] })
  const fields = html`${selectField({ name: 'kind', label: w.kind, value: typed.kind ?? is.kind, options: inUse.map(({ key, name }) => option(key, name)) })}
    ${unitField({ label: w.unit, none: w.whole, hint: w.unitHint, units, chosen: typed.unit === undefined ? is : { unit: typed.unit, unitId: typed.unit || null }, language })}
    ${selectField({ name: 'risk', label: w.risk, value: typed.risk ?? is.risk ?? '', options: [option('', classWords.unjudged), ...risks.map((risk) => option(risk, riskWords[risk]))] })}
    <div class="row">${textField({ name: 'value', label: w.value, value: typed.value ?? (is.value === null ? '' : String(is.value)), inputmode: 'decimal', maxlength: 20, language })}${textField({ name: 'currency', label: w.currency, hint: 'CNY, GBP …', value: typed.currency ?? is.currency, maxlength: 3 })}</div>`
  return dialog({
    id: 'class',
    open: w.change,
    title: w.title,
    language,
    shown: typed.kind !== undefined,
    body: form({
      action: `/agreements/${n.agreement.id}/class`,
      body: html`${fields}${actions(submit({ label: w.save }))}`,
    }),
  })
}
