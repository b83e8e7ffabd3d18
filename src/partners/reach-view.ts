/** How to reach a person, for officers; and which partnerships they lead, for all. */
import type { Context } from 'hono'
import { speak } from '#src/platform/i18n/words.ts'
import { type Content, facts, type Html, html, inLanguage, link, panel } from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { basisWords } from './person-value-words.ts'
import { personWords } from './person-words.ts'
import type { Contact } from './read-contact.ts'

/** How to reach someone is for officers only. */
export function reachAside(c: Context<WebEnv>, { person: p, officer, led }: Contact): Html {
  const { language } = c.var
  const w = speak(personWords, language)
  const reach: { label: string; value: Content }[] = [
    { label: w.email, value: p.email && html`<a href="${link(`mailto:${p.email}`)}">${p.email}</a>` },
    {
      label: w.phone,
      value: p.phone && html`<a href="${link(`tel:${p.phone.replace(/[^+\d]/g, '')}`)}">${p.phone}</a>`,
    },
    { label: w.assistant, value: p.assistant },
    { label: w.language, value: p.language === 'zh' ? '中文' : p.language === 'en' ? 'English' : '' },
    { label: w.basis, value: basisWords[p.basis][language] },
    { label: w.basisNote, value: p.basis_note },
  ].filter(({ value }) => value !== '')
  const partners = led.map(
    (one) =>
      html`<li><a href="/partners/${one.partner}">${inLanguage({ en: one.name_en, zh: one.name_zh }, language)}</a></li>`,
  )
  return html`${led.length > 0 ? panel({ title: w.leads, body: html`<ul class="plain-list">${partners}</ul>` }) : ''}${officer ? panel({ title: w.reach, body: facts(reach) }) : ''}${officer && p.note ? panel({ title: w.note, body: html`<p>${p.note}</p><p class="muted small">${w.noteHint}</p>` }) : ''}`
}
