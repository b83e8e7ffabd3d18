/** The minutes as both sides read them. */
import type { Context } from 'hono'
import { type Language, speak } from '#src/platform/i18n/words.ts'
import { type Html, hash, head, html, linkButton, moments, notice, page, panel, tag } from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import type { SeenCeremony } from './access.ts'
import { afterDoneWords } from './after-words.ts'
import type { Problem } from './around-answers.ts'
import type { HeldMinutes } from './minutes.ts'
import type { MinutesAct } from './minutes-lifecycle.ts'
import { standing } from './minutes-notices-view.ts'
import { minutesText } from './minutes-text.ts'
import { minutesStateWords, minutesWords } from './minutes-words.ts'
import type { Bilingual } from './plan.ts'
import { type Reader, readerOf } from './reader.ts'

export interface MinutesShown {
  seen: SeenCeremony
  held: HeldMinutes | undefined
  may: Record<MinutesAct, boolean>
  done?: keyof typeof afterDoneWords
  problem?: Problem & { typed?: string }
}

/** The title in a language, or in the other where there is none. */
export const titleOf = ({ title }: { title: Bilingual }, language: Language) => title[language] || title.en || title.zh

export function minutesPage(c: Context<WebEnv>, s: MinutesShown): Response {
  const { language } = c.var
  const w = speak(minutesWords, language)
  const { plan } = s.seen
  const reader = readerOf(s.seen, language, c.var.now)
  const convenes = plan.convenor === reader.us
  // A draft is the convenor's own until it is proposed.
  const shown = s.held && (convenes || s.held.state !== 'draft') ? s.held : undefined
  const acts =
    s.may.write &&
    linkButton({
      href: `/ceremonies/${plan.id}/minutes/edit`,
      label: shown ? w.edit : w.write,
      kind: shown ? 'plain' : 'primary',
    })
  const body = html`${s.done && notice({ kind: 'done', title: afterDoneWords[s.done][language], answer: true })}
    ${s.problem && notice({ kind: 'refusal', answer: true, title: s.problem.text })}
    ${head({ title: w.title, over: html`<a href="/ceremonies/${plan.id}/after">${titleOf(plan, language)}</a>`, meta: shown ? tag(minutesStateWords[shown.state][language], shown.state === 'agreed' ? 'good' : 'plain') : '', acts })}
    ${standing(s, shown, reader)}
    ${shown ? minutesText(shown.minutes, reader) : ''}`
  return page(
    c,
    { title: w.title, current: 'ceremonies', body, aside: shown && beside(shown, reader, plan.id) },
    s.problem?.status,
  )
}

function beside({ hash: text, ours, theirs }: HeldMinutes, reader: Reader, id: string): Html {
  const { language } = reader
  const w = speak(minutesWords, language)
  const yes = ([party, given]: [string, HeldMinutes['ours']]) =>
    given &&
    html`<li>${w.agreedBy(reader.short(party), given.byName)}<br><span class="muted small">${moments(given.at, { places: reader.places, language })}</span></li>`
  const lines = [yes([reader.us, ours]), yes([reader.partner, theirs])].filter(Boolean)
  return html`${panel({ title: w.fingerprint, body: html`<p>${hash(text, { language })}</p><ul class="plain-list">${lines}</ul>` })}
    ${panel({ body: html`<p><a href="/ceremonies/${id}/papers/minutes.pdf">${w.paper}</a></p>` })}`
}
