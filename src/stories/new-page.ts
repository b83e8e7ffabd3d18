/** Where a story begins. */
import type { Context } from 'hono'
import type { Plan } from '#src/ceremonies/index.ts'
import { speak } from '#src/platform/i18n/words.ts'
import { actButton, day, head, html, inLanguage, linkButton, notice, page, section } from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { newWords } from './words.ts'

export interface Beginning {
  /** Held ceremonies, the last first. */
  held: Plan[]
  /** The one that was asked for. */
  chosen?: string
  problem?: { text: string; status: 404 | 422 }
}

export function newPage(c: Context<WebEnv>, { held, chosen, problem }: Beginning): Response {
  const { language } = c.var
  const w = speak(newWords, language)
  const first = held.find(({ id }) => id === chosen)
  const listed = [...(first ? [first] : []), ...held.filter((one) => one !== first)]
  const items = listed.map((plan) => {
    const act = actButton({
      action: '/stories',
      label: w.draft,
      values: { ceremony: plan.id },
      kind: plan === (first ?? listed[0]) ? 'primary' : 'plain',
      describe: plan.title[language] || plan.title.en || plan.title.zh,
    })
    return html`<li class="register-item"><span class="dot" aria-hidden="true"></span><div class="register-words"><p class="register-title">${inLanguage(plan.title, language)}</p><p class="register-sub">${day(plan.startsAt, { zone: c.var.house.zone, language })}</p></div><div class="register-end">${act}</div></li>`
  })
  const fromCeremony =
    items.length > 0
      ? html`<ul class="register" aria-label="${w.fromCeremony}">${items}</ul>`
      : html`<p class="muted">${w.noneHeld}</p>`
  const blank = actButton({ action: '/stories', label: w.blankAct, kind: items.length > 0 ? 'plain' : 'primary' })
  const body = html`${head({ title: w.title })}
    ${problem && notice({ kind: 'refusal', answer: true, title: problem.text })}
    ${section({ title: w.fromCeremony, body: html`<p>${w.fromNote}</p>${fromCeremony}` })}
    ${section({ title: w.blank, body: html`<p>${w.blankNote}</p>${blank}` })}
    <p>${linkButton({ href: '/stories', label: w.back, kind: 'quiet' })}</p>`
  return page(c, { title: w.title, current: 'stories', kind: 'plain', body }, problem?.status ?? 200)
}
