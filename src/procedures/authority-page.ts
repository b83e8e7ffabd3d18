/** Who may sign what, and entering it. */
import type { Context } from 'hono'
import { type Language, speak } from '#src/platform/i18n/words.ts'
import {
  actButton,
  actions,
  type Content,
  checkbox,
  form,
  html,
  section,
  selectField,
  submit,
  table,
  textField,
} from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import type { GivenAuthority } from './authority-store.ts'
import { partPage, type Told } from './parts-view.ts'
import { risks } from './route.ts'
import type { AgreementType } from './type-store.ts'
import { authorityWords, procedureWords, riskWords } from './words.ts'

export interface AuthorityView {
  all: GivenAuthority[]
  types: AgreementType[]
  signatories: { id: string; name: string }[]
  today: string
  mayKeep: boolean
}

export function authorityPage(c: Context<WebEnv>, view: AuthorityView, told: Told = {}): Response {
  const { language } = c.var
  const w = speak(authorityWords, language)
  const add = view.mayKeep && section({ title: w.add, id: 'add', body: addForm(view, language, told) })
  return partPage(c, 'authority', html`<p>${w.note}</p>${list(view, language)}${add}`, told)
}

function list({ all, types, mayKeep }: AuthorityView, language: Language): Content {
  const w = speak(authorityWords, language)
  const p = speak(procedureWords, language)
  const labels = [w.kinds, w.risk, w.value, w.days, w.basis, ...(mayKeep ? [w.end] : [])]
  const rows = all.map((one) => {
    const kinds = one.kinds.map((key) => types.find((type) => type.key === key)?.name[language] ?? key)
    const from = one.from.toString()
    return [
      one.name,
      kinds.join(language === 'en' ? ', ' : '、') || p.everyType,
      riskWords[one.risk][language],
      one.valueUpTo === null ? w.anyValue : money(one.valueUpTo, one.currency, language),
      one.to ? `${from} – ${one.to}` : w.open(from),
      one.basis,
      ...(mayKeep
        ? [
            actButton({
              action: '/procedures/authority/end',
              label: w.end,
              kind: 'quiet',
              values: { id: one.id },
              describe: one.name,
            }),
          ]
        : []),
    ]
  })
  const columns = [{ label: w.person, head: true }, ...labels.map((label) => ({ label }))]
  return table({ caption: w.caption, captionHidden: true, columns, rows, empty: w.none })
}

const money = (value: number, currency: string, language: Language) =>
  new Intl.NumberFormat(language === 'en' ? 'en-GB' : 'zh-CN', { style: 'currency', currency }).format(value)

function addForm({ signatories, types, today }: AuthorityView, language: Language, { typed }: Told): Content {
  const w = speak(authorityWords, language)
  if (signatories.length === 0) return html`<p class="muted">${w.noSignatories}</p>`
  const kinds = types
    .filter(({ retired }) => !retired)
    .map(({ key, name }) =>
      checkbox({ name: `kind_${key}`, label: name[language], checked: typed?.[`kind_${key}`] !== undefined }),
    )
  const levels = risks.map((risk) => ({ value: risk, label: riskWords[risk][language] }))
  const text = (name: string) => ({ name, value: typed?.[name] })
  return form({
    action: '/procedures/authority',
    body: html`${selectField({ ...text('account'), label: w.person, options: signatories.map(({ id, name }) => ({ value: id, label: name })) })}
      <fieldset class="field"><legend>${w.kinds}</legend><p class="hint">${procedureWords.everyType[language]}</p>${kinds}</fieldset>
      ${selectField({ name: 'risk', value: typed?.risk ?? 'high', label: w.risk, options: levels })}
      <div class="row">${textField({ ...text('value'), label: w.value, inputmode: 'decimal', maxlength: 20, language })}${textField({ ...text('currency'), label: w.currency, hint: 'CNY, GBP …', maxlength: 3, language })}</div>
      <div class="row">${textField({ name: 'from', value: typed?.from ?? today, type: 'date', label: w.from, required: true })}${textField({ ...text('to'), type: 'date', label: w.to, hint: w.toHint, language })}</div>
      ${textField({ ...text('basis'), label: w.basis, maxlength: 500, required: true, wide: true })}
      ${actions(submit({ label: w.add }))}`,
  })
}
