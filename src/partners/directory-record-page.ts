/** One institution of the directory: names, facts, family, and taking it into our register. */
import type { Context } from 'hono'
import { speak } from '#src/platform/i18n/words.ts'
import type { Refusal } from '#src/platform/refusal.ts'
import { head, html, linkButton, notice, page } from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { addSection, type Typed } from './directory-add-view.ts'
import { recordPanel } from './directory-facts-view.ts'
import { familySection, namesSection } from './directory-names-view.ts'
import { directoryWords } from './directory-words.ts'
import { countryName } from './place.ts'
import type { DirectoryEntry } from './read-directory-entry.ts'

export interface Problem {
  text: string
  status: Refusal['status']
  typed: Typed
}

export function directoryRecordPage(c: Context<WebEnv>, entry: DirectoryEntry, problem?: Problem): Response {
  const { language } = c.var
  const w = speak(directoryWords, language)
  const { institution } = entry
  const { name, name_zh: nameZh } = institution
  const heading = head({
    over: html`<a href="/directory">${w.title}</a>`,
    title: html`<span translate="no">${name}</span>`,
    second: nameZh && nameZh !== name ? nameZh : undefined,
    secondLang: 'zh-CN',
    meta: html`<span><span translate="no">${institution.city}</span>${language === 'zh' ? '，' : ', '}${countryName(institution.country, language)}</span>`,
    acts: entry.partner && linkButton({ href: `/partners/${institution.ror}`, label: w.toPartner }),
  })
  const body = html`${problem && notice({ kind: 'refusal', answer: true, title: problem.text })}${institution.status !== 'active' ? notice({ kind: 'warning', title: w.notActive }) : ''}
    ${heading}${namesSection(entry, w.names)}${familySection(c, entry)}${entry.mayAdd ? addSection(c, entry, problem?.typed) : ''}`
  return page(c, { title: name, current: 'partners', body, aside: recordPanel(c, entry) }, problem?.status)
}
