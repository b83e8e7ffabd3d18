/** Which of our units works with which of the partner's, and what officers may do about it. */
import type { Context } from 'hono'
import { speak } from '#src/platform/i18n/words.ts'
import {
  actions,
  actWithReason,
  type Content,
  dialog,
  empty,
  form,
  head,
  hidden,
  html,
  notice,
  page,
  section,
  selectField,
  submit,
  tag,
  textArea,
} from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { disciplineWords } from './discipline-words.ts'
import type { UnitPairing } from './pairing-store.ts'
import { pairedNames } from './pairing-view.ts'
import type { ReadPairings } from './read-pairings.ts'
import { inTree, pairingActs } from './unit.ts'
import { disciplineField, unitName } from './unit-form.ts'
import type { Unit } from './unit-store.ts'
import { pairingActWords, pairingStateWords, pairingWords } from './unit-words.ts'

export interface PairingsSaid {
  done?: boolean
  problem?: { text: string; status: 403 | 404 | 409 | 422 }
}

export function pairingsPage(c: Context<WebEnv>, view: ReadPairings, said: PairingsSaid): Response {
  const { language } = c.var
  const w = speak(pairingWords, language)
  const { institution, pairings, mayPair } = view
  const name = institution.name[language] || institution.name.en
  const none = empty({ title: w.none, text: mayPair ? w.noneText : w.noneTextReader })
  const list = html`<ul class="pairings">${pairings.map((p) => one(c, view, p))}</ul>`
  const told = said.problem
    ? notice({ kind: 'refusal', answer: true, title: said.problem.text })
    : said.done && notice({ kind: 'done', title: w.done, answer: true })
  const heading = head({ over: html`<a href="/partners/${institution.ror}">${name}</a>`, title: w.title, meta: w.note })
  const body = html`${told}${heading}${pairings.length > 0 ? list : none}${mayPair && propose(c, view)}`
  return page(
    c,
    { title: w.pairingsWith(institution.short[language] || name), current: 'partners', body },
    said.problem?.status,
  )
}

function one(c: Context<WebEnv>, view: ReadPairings, p: UnitPairing): Content {
  const { language } = c.var
  const [ours, theirs] = pairedNames(p, language)
  const fields = p.disciplines.map((d) => disciplineWords[d][language]).join(language === 'en' ? ', ' : '、')
  const steps = view.steps.filter(({ pairing }) => pairing === p.id)
  const history = steps.map(
    (s) =>
      html`<li>${pairingActWords[s.act as keyof typeof pairingActWords]?.past[language] ?? s.act}: ${s.reason} <span class="muted">${s.by_name}</span></li>`,
  )
  return html`<li id="pairing-${p.id}">
    <p class="register-title"><a href="/units/${p.ours}">${ours}</a> <span aria-hidden="true">↔</span> <a href="/units/${p.theirs}">${theirs}</a> ${tag(pairingStateWords[p.state][language])}</p>
    <p class="register-sub">${leadsLine(c, p)}${fields && html`<br>${fields}`}${p.note && html`<br>${p.note}`}</p>
    ${history.length > 0 && html`<ul class="list small">${history}</ul>`}
    ${view.mayPair && p.state !== 'ended' && html`<div class="row">${acts(c, view, p)}</div>`}
  </li>`
}

function leadsLine(c: Context<WebEnv>, p: UnitPairing): Content {
  const w = speak(pairingWords, c.var.language)
  const lead = (latin: string | null, native: string | null) =>
    latin ? [latin, native].filter(Boolean).join(' ') : w.nobody
  return html`${w.ourLead}: ${lead(p.our_latin, p.our_native)} · ${w.theirLead}: ${lead(p.their_latin, p.their_native)}`
}

function acts(c: Context<WebEnv>, view: ReadPairings, p: UnitPairing): Content {
  const { language } = c.var
  const w = speak(pairingWords, language)
  const at = `/partners/${view.institution.ror}/pairings`
  const leads = dialog({
    id: `leads-${p.id}`,
    open: w.changeLeads,
    title: w.changeLeads,
    body: form({
      action: `${at}/leads`,
      body: html`${hidden({ pairing: p.id })}${leadField(c, view, 'our_lead', p.our_lead, p.id)}${leadField(c, view, 'their_lead', p.their_lead, p.id)}${actions(submit({ label: w.changeLeads }))}`,
    }),
    language,
  })
  const steps = pairingActs({ state: p.state, ourLead: p.our_lead, theirLead: p.their_lead }).map((act) =>
    actWithReason({
      id: `${act}-${p.id}`,
      action: `${at}/steps`,
      open: pairingActWords[act].open[language],
      title: pairingActWords[act].open[language],
      explain: pairingActWords[act].explain[language],
      confirm: pairingActWords[act].open[language],
      kind: act === 'end' ? 'danger' : 'plain',
      values: { act, pairing: p.id },
      reason: { label: w.reason },
      language,
    }),
  )
  return html`${leads}${steps}`
}

function leadField(
  c: Context<WebEnv>,
  { ourPeople, theirPeople }: ReadPairings,
  name: 'our_lead' | 'their_lead',
  value: string | null,
  id: string,
): Content {
  const w = speak(pairingWords, c.var.language)
  const people = name === 'our_lead' ? ourPeople : theirPeople
  const label = name === 'our_lead' ? w.ourLead : w.theirLead
  const options = [{ value: '', label: w.nobody }, ...people]
  return selectField({ name, id: `${name}-${id}`, label, value: value ?? '', options })
}

function propose(c: Context<WebEnv>, view: ReadPairings): Content {
  const { language } = c.var
  const w = speak(pairingWords, language)
  const { institution, ourUnits, theirUnits } = view
  if (ourUnits.length === 0 || theirUnits.length === 0)
    return section({
      title: w.add,
      body: html`<p>${w.needUnits}</p><p class="row"><a href="/partners/${view.us.ror}/units">${view.us.short[language]}</a> <a href="/partners/${institution.ror}/units">${institution.short[language]}</a></p>`,
    })
  const choice = (units: Unit[]) =>
    inTree(units).map(({ unit, depth }) => ({
      value: unit.id,
      label: `${'  '.repeat(depth)}${unitName(unit, language)}`,
    }))
  const fields = html`${selectField({ name: 'ours', label: w.ours, options: choice(ourUnits) })}${selectField({ name: 'theirs', label: w.theirs, options: choice(theirUnits) })}${leadField(c, view, 'our_lead', null, 'new')}${leadField(c, view, 'their_lead', null, 'new')}${disciplineField('disciplines', w.disciplines, [], '', language)}${textArea({ name: 'note', label: w.remark, maxlength: 2000, rows: 3, wide: true, language })}`
  return section({
    title: w.add,
    body: form({
      action: `/partners/${institution.ror}/pairings`,
      body: html`${fields}${actions(submit({ label: w.add, kind: 'plain' }))}`,
      guard: true,
      language,
    }),
  })
}
