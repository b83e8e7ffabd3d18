/** Where officers keep the facts of a university and its due diligence. */

import type { Context } from 'hono'
import { speak } from '#src/platform/i18n/words.ts'
import { dayWords } from '#src/platform/time.ts'
import {
  actButton,
  actions,
  attribute,
  type Content,
  dialog,
  form,
  head,
  html,
  inLanguage,
  notice,
  page,
  pairField,
  section,
  selectField,
  submit,
  table,
  tag,
  textArea,
  textField,
} from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { answerStanding, isStale, risks, topics } from './fact.ts'
import { answerStandingWords, factWords, riskWords, topicWords } from './fact-words.ts'
import { sourceLink } from './groupings-page.ts'
import type { ReadFacts } from './read-facts.ts'

export interface FactsSaid {
  done?: boolean
  problem?: { text: string; status: 403 | 404 | 409 | 422 }
}

export function factsPage(c: Context<WebEnv>, view: ReadFacts, said: FactsSaid): Response {
  const { language } = c.var
  const w = speak(factWords, language)
  const { institution } = view
  const name = institution.name[language] || institution.name.en
  const told = said.problem
    ? notice({ kind: 'refusal', answer: true, title: said.problem.text })
    : said.done && notice({ kind: 'done', title: w.done, answer: true })
  const heading = head({ over: html`<a href="/partners/${institution.ror}">${name}</a>`, title: w.title })
  const body = html`${told}${heading}${section({ title: w.facts, note: w.factsNote, body: html`${factsTable(c, view)}${addFact(c, view)}` })}${section({ title: w.diligence, note: w.diligenceNote, body: html`${answers(c, view)}${addAnswer(c, view)}` })}`
  return page(c, { title: w.title, current: 'partners', body }, said.problem?.status)
}

function factsTable(c: Context<WebEnv>, { institution, facts, today }: ReadFacts): Content {
  const { language } = c.var
  const w = speak(factWords, language)
  const at = `/partners/${institution.ror}/facts`
  const rows = facts.map((f) => {
    const label = { en: f.label_en, zh: f.label_zh }
    const act = (path: string, words: string, kind: 'plain' | 'quiet') =>
      actButton({
        action: `${at}/${path}`,
        label: words,
        kind,
        values: { position: String(f.position) },
        describe: label[language],
      })
    const stale = isStale({ asOf: f.as_of, checkedOn: f.checked_on }, today)
    const looked = f.checked_on && html`<br>${w.checked(dayWords(f.checked_on, language))}`
    return [
      inLanguage(label, language),
      inLanguage({ en: f.value_en, zh: f.value_zh }, language),
      sourceLink(f.source),
      html`${dayWords(f.as_of, language)}${looked}${stale && html`<br>${tag(w.stale, 'warn')}`}`,
      html`<div class="row">${act('check', w.stillSo, 'plain')}${act('drop', w.drop, 'quiet')}</div>`,
    ]
  })
  const columns = [
    { label: w.label, head: true },
    { label: w.value },
    { label: w.source },
    { label: w.asOf },
    { label: w.acts },
  ]
  return table({ caption: w.facts, captionHidden: true, columns, rows, empty: w.none })
}

function addFact(c: Context<WebEnv>, { institution, today }: ReadFacts): Content {
  const { language } = c.var
  const w = speak(factWords, language)
  const pair = (name: 'label' | 'value') =>
    pairField({ name, label: w[name], value: { en: '', zh: '' }, either: true, language })
  const fields = html`${pair('label')}${pair('value')}${textField({ name: 'source', label: w.source, hint: w.sourceHint, required: true, maxlength: 500, wide: true })}${textField({ name: 'asOf', type: 'date', label: w.asOf, value: today.toString(), max: today.toString(), required: true })}`
  const body = form({
    action: `/partners/${institution.ror}/facts`,
    body: html`${fields}${actions(submit({ label: w.add }))}`,
  })
  return html`<div class="row">${dialog({ id: 'fact', open: w.add, title: w.add, body, language })}</div>`
}

/** Every topic, answered or not; earlier answers below the one that holds. */
function answers(c: Context<WebEnv>, { answers: all, today }: ReadFacts): Content {
  const { language } = c.var
  const w = speak(factWords, language)
  const rows = topics.map((topic) => {
    const given = all.filter((a) => a.topic === topic)
    const standing = answerStanding(given[0]?.expires_on ?? null, today)
    const tone = standing === 'valid' ? 'good' : 'warn'
    const said = given.map(
      (a, i) =>
        html`<p${attribute('class', i > 0 && 'muted small')}>${a.answer} <span class="muted small">${w.by(a.by_name, dayWords(a.answered_on, language))}${a.source && `, ${a.source}`}</span></p>`,
    )
    return [
      topicWords[topic][language],
      given[0] ? riskWords[given[0].risk][language] : '',
      html`${said}`,
      given[0] ? dayWords(given[0].expires_on, language) : '',
      tag(answerStandingWords[standing][language], tone),
    ]
  })
  const columns = [
    { label: w.topic, head: true },
    { label: w.risk },
    { label: w.answer },
    { label: w.expiresOn },
    { label: w.state },
  ]
  return table({ caption: w.diligence, captionHidden: true, columns, rows })
}

function addAnswer(c: Context<WebEnv>, { institution, today }: ReadFacts): Content {
  const { language } = c.var
  const w = speak(factWords, language)
  const day = (name: 'answeredOn' | 'expiresOn', value: Temporal.PlainDate) =>
    textField({ name, type: 'date', label: w[name], value: value.toString(), required: true })
  const fields = html`${selectField({ name: 'topic', label: w.topic, options: topics.map((value) => ({ value, label: topicWords[value][language] })) })}${selectField({ name: 'risk', label: w.risk, options: risks.map((value) => ({ value, label: riskWords[value][language] })) })}${textArea({ name: 'answer', label: w.answer, required: true, maxlength: 4000, rows: 4, wide: true })}${textField({ name: 'source', id: 'f-answer-source', label: w.source, maxlength: 500, wide: true, language })}${day('answeredOn', today)}${day('expiresOn', today.add({ years: 1 }))}`
  const body = form({
    action: `/partners/${institution.ror}/diligence`,
    body: html`${fields}${actions(submit({ label: w.answerIt }))}`,
  })
  return html`<div class="row">${dialog({ id: 'answer', open: w.answerIt, title: w.answerIt, body, language })}</div>`
}
