/** After the ceremony: what happened, and what both offices still see to. */
import type { Context } from 'hono'
import { speak } from '#src/platform/i18n/words.ts'
import { empty, head, html, linkButton, notice, page } from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import type { SeenCeremony } from './access.ts'
import { attendance, commitments, happened, minutesSection, story } from './after-sections.ts'
import { afterDoneWords, afterWords } from './after-words.ts'
import type { Problem } from './around-answers.ts'
import type { CeremonyRecord } from './ceremony-record.ts'
import type { Followed } from './commitment.ts'
import type { Letter } from './invitation-store.ts'
import type { HeldMinutes } from './minutes.ts'
import type { Bilingual } from './plan.ts'
import { readerOf } from './reader.ts'
import type { Thanking } from './send-thanks.ts'
import { thanks } from './thanks-section.ts'

export interface After extends SeenCeremony {
  officer: boolean
  /** Undefined before it was held. */
  record: CeremonyRecord | undefined
  minutes: HeldMinutes | undefined
  commitments: Followed[]
  toThank: Thanking[]
  thanked: number
  letter: Letter
}

export interface AfterShown {
  after: After
  done?: keyof typeof afterDoneWords
  problem?: Problem & { letter?: Bilingual }
}

export function afterPage(c: Context<WebEnv>, { after, done, problem }: AfterShown): Response {
  const { language } = c.var
  const w = speak(afterWords, language)
  const { plan, record } = after
  const reader = readerOf(after, language, c.var.now)
  const title = plan.title[language] || plan.title.en || plan.title.zh
  const over = html`<a href="/ceremonies/${plan.id}">${title}</a>`
  const back = linkButton({ href: `/ceremonies/${plan.id}`, label: w.back })
  const shown = record
    ? html`${happened(record, reader)}${attendance(after, reader)}${minutesSection(after, language)}${commitments(after, reader)}${thanks(after, language, problem?.letter)}${story(after, language)}`
    : empty({ title: w.notHeldTitle, text: w.notHeldText, acts: back })
  const body = html`${done && notice({ kind: 'done', title: afterDoneWords[done][language], answer: true })}
    ${problem && notice({ kind: 'refusal', answer: true, title: problem.text })}
    ${head({ title: w.title, over, meta: w.note, acts: record && back })}${shown}`
  return page(c, { title: w.title, current: 'ceremonies', body }, problem?.status)
}
