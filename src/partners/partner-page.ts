/** One university: its names in both languages, facts with their sources, people, and the partnership with its history. */
import type { Context } from 'hono'
import { htmlLang, type Language, speak } from '#src/platform/i18n/words.ts'
import type { Refusal } from '#src/platform/refusal.ts'
import { dateWords } from '#src/platform/time.ts'
import {
  actWithReason,
  type Content,
  facts,
  type Html,
  head,
  html,
  inLanguage,
  link,
  linkButton,
  moments,
  notice,
  page,
  panel,
  person,
  section,
  table,
  timeline,
} from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { contactNeededNotice, leadsSection } from './leads-section.ts'
import { place } from './partners-page.ts'
import type { Partner } from './read-partner.ts'
import { actWords, partnershipStateWords, partnerWords, stepWords } from './words.ts'

export interface Said {
  done?: boolean
  problem?: { text: string; status: Refusal['status']; act: string; reason: string }
}

export function partnerPage(c: Context<WebEnv>, p: Partner, said: Said = {}): Response {
  const { language } = c.var
  const w = speak(partnerWords, language)
  const { institution } = p
  const [first, second] = language === 'en' ? (['en', 'zh'] as const) : (['zh', 'en'] as const)
  const heading = head({
    over: institution.ours ? w.ourselves : html`<a href="/partners">${w.title}</a>`,
    title: institution.name[first] || institution.name[second],
    titleLang: institution.name[first] ? htmlLang[first] : htmlLang[second],
    second: institution.name[first] && institution.name[second] ? institution.name[second] : undefined,
    secondLang: htmlLang[second],
    meta: place(institution, language),
    acts: p.mayStart && linkButton({ href: `/agreements/new?partner=${institution.ror}`, label: w.newAgreement }),
  })
  const body = html`${said.done && notice({ kind: 'done', title: w.done, live: true })}
    ${said.problem && notice({ kind: 'refusal', title: said.problem.text })}
    ${heading}${contactNeededNotice(c, p)}${factsSection(p, language)}${leadsSection(c, p)}${peopleSection(p, language)}${stepsSection(c, p)}`
  const aside = html`${partnershipPanel(p, language, said)}${aboutPanel(c, p)}`
  const title = institution.name[language] || institution.name[second] || institution.name.en
  return page(c, { title, current: 'partners', body, aside }, said.problem?.status)
}

function factsSection({ facts: all }: Partner, language: Language): Html {
  const w = speak(partnerWords, language)
  const rows = all.map((fact) => ({
    label: inLanguage({ en: fact.label_en, zh: fact.label_zh }, language),
    value: html`${inLanguage({ en: fact.value_en, zh: fact.value_zh }, language)}<br><span class="muted small">${w.source}: <a href="${link(fact.source)}">${sourceName(fact.source)}</a>, ${w.asOf(date(fact.as_of, language))}</span>`,
  }))
  return section({ title: w.facts, body: rows.length > 0 ? facts(rows) : html`<p class="muted">${w.noFacts}</p>` })
}

/** The host of a web address; any other source as it stands. */
const sourceName = (source: string): string => URL.parse(source)?.hostname || source

const date = (day: Temporal.PlainDate, language: Language): string =>
  dateWords(day.toZonedDateTime('UTC').toInstant(), 'UTC', language)

function peopleSection({ people }: Partner, language: Language): Html {
  const w = speak(partnerWords, language)
  const rows = people.map((one) => [
    html`<a href="/contacts/${one.id}">${person({ latin: one.name_latin, native: one.name_native })}</a>`,
    inLanguage({ en: one.title_en, zh: one.title_zh }, language),
    inLanguage({ en: one.unit_en, zh: one.unit_zh }, language),
    one.since || one.until
      ? html`${one.since ? date(one.since, language) : ''} – ${one.until ? date(one.until, language) : w.now}`
      : html`<span class="muted">${w.unknown}</span>`,
  ])
  const columns = [{ label: w.person, head: true }, { label: w.post }, { label: w.unit }, { label: w.held }]
  return section({
    title: w.people,
    body: table({ caption: w.people, captionHidden: true, columns, rows, empty: w.noPeople }),
  })
}

function stepsSection(c: Context<WebEnv>, { partnership, steps, institution, us }: Partner): Content {
  if (!partnership) return ''
  const { language } = c.var
  const w = speak(partnerWords, language)
  const entries = steps.map((step) => ({
    at: step.at,
    what: stepWords[step.act as keyof typeof stepWords]?.[language] ?? step.act,
    who: step.by_name || w.bySigning,
    note: html`${step.reason}${step.agreement && html`<a href="/agreements/${step.agreement}">${w.evidence}</a>`}`,
    side: 'ours' as const,
  }))
  const places = [us, institution].map(({ zone, city }) => ({ zone, city }))
  const list =
    entries.length > 0
      ? timeline({ entries, places, language, label: w.steps })
      : html`<p class="muted">${w.noSteps}</p>`
  return section({ title: w.steps, body: list })
}

function partnershipPanel(p: Partner, language: Language, said: Said): Content {
  const { partnership, institution } = p
  if (institution.ours) return ''
  const w = speak(partnerWords, language)
  if (!partnership) return panel({ title: w.partnership, body: html`<p class="muted">${w.none}</p>` })
  const rows = [
    {
      label: w.state,
      value: html`<strong>${partnershipStateWords[partnership.state][language]}</strong>`,
      good: partnership.state === 'key_partner',
    },
    { label: w.since, value: partnership.since },
  ]
  const acts = p.acts.map((act) =>
    actWithReason({
      id: act,
      action: `/partners/${institution.ror}/steps`,
      open: actWords[act].open[language],
      title: actWords[act].open[language],
      explain: actWords[act].explain[language],
      confirm: actWords[act].open[language],
      kind: act === 'nominate' ? 'plain' : 'danger',
      values: { act },
      reason: {
        label: w.reason,
        ...(said.problem?.act === act && { error: said.problem.text, value: said.problem.reason }),
      },
      language,
    }),
  )
  return panel({ title: w.partnership, body: html`${facts(rows)}<p class="small muted">${w.keyOnly}</p>${acts}` })
}

function aboutPanel(c: Context<WebEnv>, { institution }: Partner): Html {
  const { language, now } = c.var
  const w = speak(partnerWords, language)
  const { ror, website, zone, city } = institution
  const rows = [
    { label: w.ror, value: html`<a href="https://ror.org/${ror}">${ror}</a>` },
    ...(website ? [{ label: w.website, value: html`<a href="${link(website)}">${sourceName(website)}</a>` }] : []),
    { label: w.zone, value: moments(now, { places: [{ zone, city }], language }) },
  ]
  return panel({ body: facts(rows) })
}
