/** One grouping: its members, and the search that adds them. */
import type { Context } from 'hono'
import { speak } from '#src/platform/i18n/words.ts'
import { dayWords } from '#src/platform/time.ts'
import {
  actButton,
  actWithReason,
  type Content,
  dialog,
  facts,
  form,
  head,
  html,
  inBoth,
  linkButton,
  notice,
  type Problem,
  page,
  panel,
  section,
  submit,
  table,
  textField,
} from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import type { GroupingDetails } from './grouping.ts'
import { groupingName, groupingWords } from './grouping-words.ts'
import { groupingForm, sourceLink } from './groupings-page.ts'
import { partnershipStateWords } from './partnership-words.ts'
import { countryName } from './place.ts'
import type { ReadGrouping } from './read-grouping.ts'

export interface GroupingSaid {
  done?: boolean
  problem?: Problem
}

export function groupingPage(c: Context<WebEnv>, view: ReadGrouping, said: GroupingSaid): Response {
  const { language } = c.var
  const w = speak(groupingWords, language)
  const { grouping: g } = view
  const told = said.problem
    ? notice({ kind: 'refusal', answer: true, title: said.problem.text })
    : said.done && notice({ kind: 'done', title: w.done, answer: true })
  const acts = html`${linkButton({ href: `/partners?grouping=${g.id}`, label: w.seePartners })}${linkButton({ href: `/register?grouping=${g.id}`, label: w.seeAgreements })}`
  const name = inBoth({ en: g.name_en, zh: g.name_zh }, language)
  const heading = head({ over: html`<a href="/groupings">${w.title}</a>`, title: name, acts })
  const body = html`${told}${heading}${section({ title: w.members, body: members(c, view) })}${search(c, view)}`
  return page(
    c,
    { title: groupingName(g, language), current: 'partners', body, aside: about(c, view) },
    said.problem?.status,
  )
}

function members(c: Context<WebEnv>, { grouping, members: all, mayKeep }: ReadGrouping): Content {
  const { language } = c.var
  const w = speak(groupingWords, language)
  const rows = all.map((m) => {
    const name = inBoth({ en: m.name_en, zh: m.name_zh }, language)
    const path = m.known ? `/partners/${m.ror}` : `/directory/${m.ror}`
    const state = m.state ? partnershipStateWords[m.state][language] : m.ours ? w.us : m.known ? w.none : w.notOurs
    const drop = actButton({
      action: `/groupings/${grouping.id}/members/drop`,
      label: w.takeOut,
      kind: 'quiet',
      values: { ror: m.ror },
      describe: m.name_en,
    })
    return [
      html`<a class="register-title" href="${path}">${name}</a>`,
      m.state || m.ours ? state : html`<span class="muted">${state}</span>`,
      mayKeep ? drop : '',
    ]
  })
  const columns = [
    { label: w.university, head: true },
    { label: w.partnership },
    ...(mayKeep ? [{ label: w.acts }] : []),
  ]
  return table({ caption: w.members, captionHidden: true, columns, rows, empty: w.noMembers })
}

function search(c: Context<WebEnv>, { grouping, mayKeep, typed, found }: ReadGrouping): Content {
  if (!mayKeep) return ''
  const { language } = c.var
  const w = speak(groupingWords, language)
  const fields = html`<div class="search-line">${textField({ name: 'q', type: 'search', label: w.find, hint: w.findHint, value: typed, autocomplete: 'off', wide: true })}${submit({ label: w.search, kind: 'plain' })}</div>`
  const rows = found.map((one) => [
    html`<span class="serif">${inBoth({ en: one.name_en, zh: one.name_zh }, language)}</span>`,
    countryName(one.country, language),
    actButton({
      action: `/groupings/${grouping.id}/members`,
      label: w.addMember,
      kind: 'plain',
      values: { ror: one.ror, q: typed },
      describe: one.name_en,
    }),
  ])
  const columns = [{ label: w.university, head: true }, { label: w.country }, { label: w.acts }]
  const list = typed.trim() && table({ caption: w.find, captionHidden: true, columns, rows, empty: w.nothingFound })
  const asked = form({ action: `/groupings/${grouping.id}`, method: 'get', body: fields })
  return section({ title: w.addOne, id: 'find', body: html`${asked}${list}` })
}

/** Where its membership is written, and the acts on the whole of it. */
function about(c: Context<WebEnv>, { grouping: g, mayKeep }: ReadGrouping) {
  const { language } = c.var
  const w = speak(groupingWords, language)
  const rows = [
    { label: w.source, value: sourceLink(g.source) },
    { label: w.asOf, value: dayWords(g.as_of, language) },
    { label: w.visibility, value: g.public ? w.shown : w.internal },
  ]
  const details = detailsOfGrouping(g)
  const body = groupingForm(c, { action: `/groupings/${g.id}`, details, revision: g.revision })
  const change = dialog({ id: 'change', open: w.change, title: w.change, body, language })
  const drop = actWithReason({
    id: 'drop',
    action: `/groupings/${g.id}/drop`,
    open: w.drop,
    title: w.drop,
    explain: w.dropText,
    confirm: w.drop,
    reason: false,
    language,
  })
  return panel({ body: html`${facts(rows)}${mayKeep && html`<div class="row">${change}${drop}</div>`}` })
}

/** A grouping as its form shows it. */
export const detailsOfGrouping = (g: ReadGrouping['grouping']): GroupingDetails => ({
  name: { en: g.name_en, zh: g.name_zh },
  source: g.source,
  asOf: g.as_of.toString(),
  public: g.public,
})
