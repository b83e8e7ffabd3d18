/** One unit: where it stands, what it is strong in, its people, its pairings and its own units. */

import type { Context } from 'hono'
import { htmlLang, speak } from '#src/platform/i18n/words.ts'
import { dayWords } from '#src/platform/time.ts'
import {
  type Content,
  facts,
  head,
  html,
  linkButton,
  notice,
  page,
  panel,
  person,
  register,
  section,
} from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { disciplineWords } from './discipline-words.ts'
import { pairingRow } from './pairing-view.ts'
import type { ReadUnit } from './read-unit.ts'
import { unitName } from './unit-form.ts'
import { pairingWords, unitWords } from './unit-words.ts'
import { tree } from './units-page.ts'

export function unitPage(c: Context<WebEnv>, view: ReadUnit, done: boolean): Response {
  const { language } = c.var
  const w = speak(unitWords, language)
  const { unit, institution, above, mayChange, parts } = view
  const [first, second] = language === 'en' ? (['en', 'zh'] as const) : (['zh', 'en'] as const)
  const name = { en: unit.name_en, zh: unit.name_zh }
  const way = [
    html`<a href="/partners/${institution.ror}/units">${institution.name[language] || institution.name.en}</a>`,
  ]
  for (const one of above) way.push(html` › <a href="/units/${one.id}">${unitName(one, language)}</a>`)
  const heading = head({
    over: html`${way}`,
    title: name[first] || name[second],
    titleLang: htmlLang[name[first] ? first : second],
    second: name[first] && name[second] ? name[second] : undefined,
    secondLang: htmlLang[second],
    ...(unit.until && { meta: w.closed(dayWords(unit.until, language)) }),
    acts: mayChange && linkButton({ href: `/units/${unit.id}/edit`, label: w.edit }),
  })
  const body = html`${done && notice({ kind: 'done', title: w.saved, answer: true })}${heading}${pairings(c, view)}${parts.length > 0 && section({ title: w.parts, body: tree(c, parts) })}${people(c, view)}`
  const aside = panel({ title: w.about, body: html`${profile(c, view)}${mentions(c, view)}` })
  return page(c, { title: unitName(unit, language), current: 'partners', body, aside })
}

function pairings(c: Context<WebEnv>, view: ReadUnit): Content {
  if (view.pairings.length === 0) return ''
  const w = speak(pairingWords, c.var.language)
  const items = view.pairings.map((pairing) => pairingRow(pairing, c.var.language))
  return section({ title: w.title, body: register({ items, label: w.title }) })
}

function people(c: Context<WebEnv>, view: ReadUnit): Content {
  const { language } = c.var
  const w = speak(unitWords, language)
  const items = view.people.map((p) => ({
    title: person({ latin: p.name_latin, native: p.name_native }),
    href: `/contacts/${p.id}`,
    sub: language === 'en' ? p.title_en || p.title_zh : p.title_zh || p.title_en,
  }))
  const list = items.length > 0 ? register({ items, label: w.people }) : html`<p class="muted">${w.noPeople}</p>`
  return section({ title: w.people, body: list })
}

function profile(c: Context<WebEnv>, { unit }: ReadUnit): Content {
  const { language } = c.var
  const w = speak(unitWords, language)
  const list = (of: ReadUnit['unit']['strengths']) =>
    of.length > 0
      ? html`<ul class="list">${of.map((d) => html`<li>${disciplineWords[d][language]}</li>`)}</ul>`
      : w.nothing
  return facts([
    { label: w.strengths, value: list(unit.strengths) },
    { label: w.wishes, value: list(unit.wishes) },
    ...(unit.tags.length > 0 ? [{ label: w.tags, value: unit.tags.join(', ') }] : []),
    ...(unit.evidence ? [{ label: w.evidence, value: unit.evidence }] : []),
    ...(unit.since ? [{ label: w.since, value: unit.since.toString() }] : []),
  ])
}

/** The register knows units by name: it is asked with this one's. */
function mentions(c: Context<WebEnv>, { unit }: ReadUnit): Content {
  const w = speak(unitWords, c.var.language)
  const query = new URLSearchParams({ unit: unitName(unit, c.var.language) })
  return html`<p><a href="/register?${query.toString()}">${w.agreements}</a></p>`
}
