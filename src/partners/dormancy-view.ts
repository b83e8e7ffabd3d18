/** Whether a partnership is dormant: said on its page, decided by an officer; and the form that notes what no other page holds. */
import type { Context } from 'hono'
import { type Language, speak } from '#src/platform/i18n/words.ts'
import { dayWords } from '#src/platform/time.ts'
import {
  actions,
  actWithReason,
  type Content,
  dialog,
  facts,
  form,
  type Html,
  html,
  inLanguage,
  notice,
  pairField,
  panel,
  selectField,
  submit,
  textField,
} from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { notedKinds } from './activity.ts'
import { activityWords, notedKindWords } from './activity-words.ts'
import type { ReadActivity, readLiveliness } from './read-activity.ts'

export type Liveliness = Awaited<ReturnType<typeof readLiveliness>>

/** What it is about, and what an officer may decide. */
export function dormancyNotice(c: Context<WebEnv>, view: ReadActivity): Content {
  const { language } = c.var
  const w = speak(activityWords, language)
  const { standing, months, mayKeep, institution } = view
  if (standing === 'none') return ''
  const decide = (decision: 'dormant' | 'awake', words: { open: string; explain: string }) =>
    actWithReason({
      id: decision,
      action: `/partners/${institution.ror}/activity/decision`,
      title: words.open,
      confirm: words.open,
      ...words,
      kind: 'plain',
      values: { decision },
      reason: { label: w.reason },
      language,
    })
  const confirm = standing === 'proposed' && decide('dormant', { open: w.confirm, explain: w.confirmText })
  const acts =
    mayKeep && html`<div class="row">${confirm}${decide('awake', { open: w.awake, explain: w.awakeText })}</div>`
  const text = standing === 'proposed' ? w.dormantText(months!) : confirmedWords(view, language)
  return notice({ kind: 'warning', title: w.dormant, body: text, acts: acts || undefined })
}

const confirmedWords = ({ decision }: Pick<Liveliness, 'decision'>, language: Language): Content =>
  decision
    ? html`${activityWords.confirmed[language](decision.by_name, dayWords(decision.decided_on, language))} ${decision.reason}`
    : ''

/** Beside the list: the last thing that happened, and the rule. */
export function rulePanel(c: Context<WebEnv>, view: ReadActivity): Html {
  const { language } = c.var
  const w = speak(activityWords, language)
  if (view.months === null) return panel({ body: facts([lastRow(view, language)]) })
  const fields = textField({
    name: 'months',
    type: 'number',
    label: w.ruleMonths,
    value: String(view.months),
    min: 1,
    max: 120,
    required: true,
  })
  const set = form({
    action: `/partners/${view.institution.ror}/activity/rule`,
    body: html`${fields}${actions(submit({ label: w.setRule, kind: 'plain' }))}`,
  })
  const change =
    view.mayKeep && dialog({ id: 'rule', open: w.setRule, kind: 'quiet', title: w.rule, body: set, language })
  const rows = [lastRow(view, language), { label: w.rule, value: w.months(view.months) }]
  return panel({ body: html`${facts(rows)}${change}` })
}

const lastRow = ({ last, latest }: Liveliness, language: Language) => {
  const w = speak(activityWords, language)
  const title =
    latest && (latest.title_en || latest.title_zh) && inLanguage({ en: latest.title_en, zh: latest.title_zh }, language)
  const what =
    latest && html`<br><span class="muted small">${latest.words[language]}${title && html`: ${title}`}</span>`
  return { label: w.last, value: last ? html`${dayWords(last, language)}${what}` : w.nothing }
}

/** On the partner's page: when something happened last, whether it is dormant, and the way to all of it. */
export function livelinessPanel(view: Liveliness & { gaps: number[]; ror: string }, language: Language): Content {
  const w = speak(activityWords, language)
  const { gaps, standing, months } = view
  const gap = gaps.length > 0 ? [{ label: w.gaps, value: html`<span class="warn">${gaps.join(', ')}</span>` }] : []
  const dormant =
    standing === 'none'
      ? ''
      : html`<p><strong class="warn">${w.dormant}</strong><br><span class="small muted">${standing === 'confirmed' ? confirmedWords(view, language) : w.dormantText(months!)}</span></p>`
  const all = html`<p class="small"><a href="/partners/${view.ror}/activity">${w.seeAll}</a></p>`
  return panel({ title: w.title, body: html`${facts([lastRow(view, language), ...gap])}${dormant}${all}` })
}

export function noteForm(c: Context<WebEnv>, { institution, today, mayKeep }: ReadActivity): Content {
  if (!mayKeep) return ''
  const { language } = c.var
  const w = speak(activityWords, language)
  const kinds = notedKinds.map((value) => ({ value, label: notedKindWords[value][language] }))
  const day = today.toString()
  const fields = html`<p class="small muted">${w.noteText}</p>${selectField({ name: 'kind', label: w.kind, options: kinds })}${textField({ name: 'on', type: 'date', label: w.day, value: day, max: day, required: true })}${pairField({ name: 'title', label: w.what, value: { en: '', zh: '' }, either: true, language })}${textField({ name: 'source', label: w.source, hint: w.sourceHint, required: true, maxlength: 500, wide: true })}`
  const body = form({
    action: `/partners/${institution.ror}/activity`,
    body: html`${fields}${actions(submit({ label: w.note }))}`,
  })
  return html`<div class="row">${dialog({ id: 'note', open: w.note, title: w.note, body, language })}</div>`
}
