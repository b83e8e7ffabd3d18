/** What is known of a university: facts with their sources, address and clock. */
import type { Context } from 'hono'
import { colon, comma, type Language, speak } from '#src/platform/i18n/words.ts'
import { dayWords } from '#src/platform/time.ts'
import { facts, type Html, html, inLanguage, link, moments, panel, section } from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { mayKeepPeople } from './access.ts'
import { isStale } from './fact.ts'
import { factWords } from './fact-words.ts'
import { groupingWords } from './grouping-words.ts'
import { moveWords } from './institution-move-words.ts'
import type { Partner } from './read-partner.ts'
import { pairingWords, unitWords } from './unit-words.ts'
import { partnerWords } from './words.ts'

/** Each fact with its source and its day. */
export function factsSection({ facts: all, institution, today, visitor }: Partner, language: Language): Html {
  const w = speak(partnerWords, language)
  const rows = all.map((fact) => ({
    label: inLanguage({ en: fact.label_en, zh: fact.label_zh }, language),
    value: html`${inLanguage({ en: fact.value_en, zh: fact.value_zh }, language)}<br><span class="muted small">${w.source}${colon[language]}<a href="${link(fact.source)}">${sourceName(fact.source)}</a>${comma[language]}${w.asOf(dayWords(fact.as_of, language))}${isStale({ asOf: fact.as_of, checkedOn: fact.checked_on }, today) && html` · ${factWords.stale[language]}`}</span>`,
  }))
  const keep =
    mayKeepPeople(visitor) &&
    html`<p class="small"><a href="/partners/${institution.ror}/facts">${factWords.title[language]}</a></p>`
  const list = rows.length > 0 ? facts(rows) : html`<p class="muted">${w.noFacts}</p>`
  return section({ title: w.facts, body: html`${list}${keep}` })
}

/** The host of a web address; any other source as it stands. */
const sourceName = (source: string): string => URL.parse(source)?.hostname || source

/** Names and ids of what was merged into it, with the day. */
const formerNames = (all: Partner['formers'], language: Language) =>
  html`${all.map((f) => html`${inLanguage({ en: f.name_en, zh: f.name_zh }, language)}<br><span class="muted small">${f.ror}${comma[language]}${moveWords.until[language](dayWords(f.moved_on!, language))}</span>`)}`

const groupLinks = (all: Partner['groupings'], language: Language) =>
  html`${all.map((g, i) => html`${i > 0 ? html`<br>` : ''}<a href="/groupings/${g.id}">${inLanguage({ en: g.name_en, zh: g.name_zh }, language)}</a>`)}`

/** Identifier, website and the time it is there. */
export function aboutPanel(c: Context<WebEnv>, { institution, partnership, groupings, formers }: Partner): Html {
  const { language, now } = c.var
  const w = speak(partnerWords, language)
  const { ror, website, zone, city } = institution
  const rows = [
    { label: w.ror, value: html`<a href="https://ror.org/${ror}">${ror}</a>` },
    ...(website ? [{ label: w.website, value: html`<a href="${link(website)}">${sourceName(website)}</a>` }] : []),
    ...(formers.length > 0 ? [{ label: moveWords.formerly[language], value: formerNames(formers, language) }] : []),
    ...(groupings.length > 0 ? [{ label: groupingWords.title[language], value: groupLinks(groupings, language) }] : []),
    { label: w.zone, value: moments(now, { places: [{ zone, city }], language }) },
  ]
  const u = speak({ units: unitWords.title, pairings: pairingWords.title, match: pairingWords.match }, language)
  const ways = html`<p class="row"><a href="/partners/${ror}/units">${u.units}</a>${partnership && html` <a href="/partners/${ror}/pairings">${u.pairings}</a> <a href="/partners/${ror}/match">${u.match}</a>`}</p>`
  return panel({ body: html`${facts(rows)}${ways}` })
}
