/** Who leads the partnership on either side, on the partner's page; and the warning where nobody does. */
import type { Context } from 'hono'
import { comma, speak } from '#src/platform/i18n/words.ts'
import {
  actions,
  type Content,
  dialog,
  facts,
  form,
  type Html,
  hidden,
  html,
  inLanguage,
  notice,
  person,
  section,
  selectField,
  submit,
  textArea,
} from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import type { PartnershipLead } from './lead-store.ts'
import { personWords } from './person-words.ts'
import type { Partner } from './read-partner.ts'

/** One line for each side without a lead, above the page. */
export function contactNeededNotice(c: Context<WebEnv>, { us, institution, needed }: Partner): Content {
  const { language } = c.var
  const w = speak(personWords, language)
  return html`${needed.map((ror) => {
    const side = ror === us.ror ? us : institution
    return notice({
      kind: 'warning',
      title: w.contactNeeded(side.name[language] || side.name.en),
      body: w.contactNeededText,
    })
  })}`
}

export function leadsSection(c: Context<WebEnv>, partner: Partner): Content {
  const { partnership, leads, us, institution, candidates } = partner
  if (!partnership) return ''
  const { language } = c.var
  const w = speak(personWords, language)
  const rows = [us, institution].map((side) => ({
    label: inLanguage(side.name, language),
    value: leadNames(
      c,
      partner,
      leads.filter((lead) => lead.institution === side.ror && !lead.until),
    ),
  }))
  const options = candidates.map(({ value, name, title }) => ({
    value,
    label: [name, title[language] || title.en || title.zh].filter(Boolean).join(comma[language]),
  }))
  const naming =
    candidates.length > 0 &&
    form({
      action: `/partners/${institution.ror}/leads`,
      body: html`<div class="search-line">${selectField({ name: 'person', label: w.nameLead, hint: w.leadHint, options, wide: true })}${submit({ label: w.nameLead, kind: 'plain' })}</div>`,
    })
  return section({ title: w.lead, id: 'leads', body: html`${facts(rows)}${former(c, leads)}${naming}` })
}

function leadNames(c: Context<WebEnv>, partner: Partner, leads: PartnershipLead[]): Html {
  if (leads.length === 0) return html`<span class="muted">–</span>`
  const lines = leads.map(
    (lead) =>
      html`<li><a href="/contacts/${lead.person}">${person({ latin: lead.name_latin, native: lead.name_native })}</a>${partner.mayStart ? html` ${giveUpDialog(c, partner, lead)}` : ''}</li>`,
  )
  return html`<ul class="plain-list">${lines}</ul>`
}

function giveUpDialog(c: Context<WebEnv>, { institution }: Partner, lead: PartnershipLead): Html {
  const { language } = c.var
  const w = speak(personWords, language)
  const handover = textArea({
    name: 'handover',
    id: `handover-${lead.id}`,
    label: w.handover,
    maxlength: 4000,
    language,
  })
  return dialog({
    id: `lead-${lead.id}`,
    open: w.giveUp,
    kind: 'quiet',
    title: w.giveUp,
    language,
    body: form({
      action: `/partners/${institution.ror}/leads/end`,
      body: html`<p>${w.handoverExplain}</p>${hidden({ lead: lead.id })}${handover}${actions(submit({ label: w.giveUp }))}`,
    }),
  })
}

/** Those who led before, with what they handed over. */
function former(c: Context<WebEnv>, leads: PartnershipLead[]): Content {
  const { language } = c.var
  const before = leads.filter((lead) => lead.until)
  if (before.length === 0) return ''
  const w = speak(personWords, language)
  const lines = before.map(
    (lead) =>
      html`<li>${person({ latin: lead.name_latin, native: lead.name_native })} <span class="muted small">${lead.since.toString()} – ${lead.until?.toString()}</span>${lead.handover ? html`<br><span class="serif">${lead.handover}</span>` : ''}</li>`,
  )
  return html`<details><summary>${w.formerLeads}</summary><ul class="plain-list">${lines}</ul></details>`
}
