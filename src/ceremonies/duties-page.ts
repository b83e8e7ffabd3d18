/** Who moderates, interprets and speaks from our side. */
import { speak } from '#src/platform/i18n/words.ts'
import {
  actButton,
  actions,
  type Content,
  dialog,
  form,
  type Html,
  html,
  notice,
  panel,
  person,
  selectField,
  submit,
  textField,
} from '#src/platform/ui/index.ts'
import type { Refused } from './change-page.ts'
import { dutiesWords } from './duties-words.ts'
import type { PlanView } from './read-plan.ts'
import type { Reader } from './reader.ts'
import { dutyWords } from './value-words.ts'

export function dutiesPanel(v: PlanView, reader: Reader, refused?: Refused): Content {
  if (!v.staff) return ''
  const w = speak(dutiesWords, reader.language)
  const original = v.plan.rehearsalOf === null
  const may = v.may.plan && original && !['cancelled', 'closed'].includes(v.plan.state)
  const items = v.holders.map(({ account, duty }) => {
    const take =
      may &&
      actButton({
        action: `/ceremonies/${v.plan.id}/duties/take`,
        label: w.take,
        kind: 'quiet',
        values: { account: account.id, duty },
        describe: `${account.name.latin}, ${dutyWords[duty][reader.language]}`,
      })
    return html`<li class="duty"><span>${person(account.name)}<br><span class="muted small">${dutyWords[duty][reader.language]}</span></span>${take}</li>`
  })
  const list = items.length > 0 ? html`<ul class="plain-list">${items}</ul>` : html`<p class="muted">${w.noDuties}</p>`
  return panel({
    title: w.duties,
    body: html`${list}${may && giveDialog(v, reader, refused?.act === 'duties' ? refused : undefined)}`,
  })
}

function giveDialog({ plan }: PlanView, { language }: Reader, refused?: Refused): Html {
  const w = speak(dutiesWords, language)
  const typed = refused?.typed ?? {}
  const field = (
    name: 'email' | 'latin' | 'native',
    label: string,
    more: { hint?: string; lang?: string; type?: 'email' } = {},
  ) => textField({ name, id: `f-duty-${name}`, label, value: typed[name], maxlength: 254, wide: true, ...more })
  const options = (['moderator', 'interpreter', 'speaker'] as const).map((value) => ({
    value,
    label: dutyWords[value][language],
  }))
  const body = html`<p>${w.giveText}</p>${refused && notice({ kind: 'refusal', answer: true, title: refused.text })}
    ${selectField({ name: 'duty', label: w.duty, value: typed.duty, options })}
    ${field('email', w.email, { type: 'email' })}
    ${field('latin', w.latin, { hint: w.latinHint })}
    ${field('native', w.native, { lang: 'zh-CN' })}
    ${selectField({
      name: 'language',
      id: 'f-duty-language',
      label: w.language,
      value: typed.language ?? language,
      options: [
        { value: 'en', label: 'English' },
        { value: 'zh', label: '简体中文' },
      ],
    })}
    ${actions(submit({ label: w.giveDuty }))}`
  return dialog({
    id: 'give-duty',
    open: w.giveDuty,
    title: w.giveTitle,
    language,
    shown: refused !== undefined,
    body: form({ action: `/ceremonies/${plan.id}/duties`, body }),
  })
}
