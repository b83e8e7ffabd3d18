/** Beside the plan: the stage and the desks of the day, and the copies on which it is rehearsed. */
import { speak } from '#src/platform/i18n/words.ts'
import { actButton, type Content, html, moments, panel } from '#src/platform/ui/index.ts'
import { asideWords } from './aside-words.ts'
import { planWords } from './plan-words.ts'
import type { PlanView } from './read-plan.ts'
import type { Reader } from './reader.ts'
import { stateWords } from './value-words.ts'

/** Where the day itself takes place: the stage, and the desks of whoever has a part in it. */
export function dayPanel({ plan, may, duties }: PlanView, reader: Reader): Content {
  if (!plan.sharedAt || ['postponed', 'cancelled', 'closed'].includes(plan.state)) return ''
  const w = speak(planWords, reader.language)
  const at = `/ceremonies/${plan.id}`
  const links = [
    html`<a href="/live/${plan.id}">${w.openStage}</a>`,
    may.moderate && html`<a href="${at}/console">${w.console}</a>`,
    may.caption && html`<a href="${at}/captions">${w.captions}</a>`,
    duties.includes('speaker') && html`<a href="${at}/speaker">${w.speaker}</a>`,
  ].filter(Boolean)
  const list = links.map((one) => html`<li>${one}</li>`)
  return panel({ title: w.day, body: html`<ul class="plain-list day-links">${list}</ul>` })
}

export function rehearsalsPanel({ plan, rehearsals, may }: PlanView, reader: Reader): Content {
  const w = speak(asideWords, reader.language)
  if (!plan.sharedAt || (rehearsals.length === 0 && !may.rehearse)) return ''
  const items = rehearsals.map(
    (one) =>
      html`<li><a href="/ceremonies/${one.id}">${moments(one.startsAt, { places: reader.places, language: reader.language })}</a> <span class="muted small">${stateWords[one.state][reader.language]}</span></li>`,
  )
  const list =
    items.length > 0 ? html`<ul class="plain-list">${items}</ul>` : html`<p class="muted">${w.noRehearsal}</p>`
  const make =
    may.rehearse &&
    html`<p class="muted small">${w.rehearsalNote}</p>${actButton({ action: `/ceremonies/${plan.id}/rehearsals`, label: w.rehearse, values: { id: crypto.randomUUID() } })}`
  return panel({ title: w.rehearsals, body: html`${list}${make}` })
}

export function endRehearsal({ plan, may }: PlanView, reader: Reader): Content {
  if (!may.endRehearsal) return ''
  const w = speak(asideWords, reader.language)
  return panel({ body: actButton({ action: `/ceremonies/${plan.id}/end-rehearsal`, label: w.endRehearsal }) })
}
