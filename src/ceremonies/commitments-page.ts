/** The register of commitments. */
import type { Context } from 'hono'
import { speak } from '#src/platform/i18n/words.ts'
import {
  type Content,
  day,
  empty,
  type Html,
  head,
  html,
  inLanguage,
  linkButton,
  page,
  section,
  table,
  tag,
} from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { type CommitmentState, type Followed, isOpen } from './commitment.ts'
import { commitmentStateWords, commitmentWords } from './commitment-words.ts'
import type { Reader } from './reader.ts'

const tones: Partial<Record<CommitmentState, 'good' | 'bad' | 'warn'>> = {
  kept: 'good',
  not_kept: 'bad',
  in_progress: 'warn',
}

/** The state in a word. */
export const stateTag = (state: CommitmentState, language: 'en' | 'zh'): Html =>
  tag(commitmentStateWords[state][language], tones[state] ?? 'plain')

/** The due date, and that it is past while the commitment is open. */
export function dueShown({ due, state }: Followed, { language, now, places }: Reader): Content {
  const w = speak(commitmentWords, language)
  if (!due) return html`<span class="muted">${w.noDue}</span>`
  const { zone } = places[0]!
  const late = isOpen(state) && Temporal.PlainDate.compare(due, now.toZonedDateTimeISO(zone).toPlainDate()) < 0
  const at = due.toZonedDateTime({ timeZone: zone, plainTime: '12:00' }).toInstant()
  return html`${day(at, { zone, language })}${late && html` <span class="urgent">${w.late}</span>`}`
}

/** Commitments in a table; `caption` names it. */
export function commitmentsTable(all: Followed[], reader: Reader, caption: string): Html {
  const { language } = reader
  const w = speak(commitmentWords, language)
  const rows = all.map((one) => [
    html`<a href="/commitments/${one.commitment.id}">${inLanguage(one.commitment.words, language)}</a>`,
    html`<span translate="no">${one.commitment.by}</span><br><span class="muted small">${one.commitment.byParty ? reader.short(one.commitment.byParty) : w.third}</span>`,
    one.commitment.to,
    dueShown(one, reader),
    stateTag(one.state, language),
  ])
  const columns = [
    { label: w.words, head: true },
    { label: w.by },
    { label: w.to },
    { label: w.due },
    { label: w.state },
  ]
  return table({ caption, captionHidden: true, columns, rows })
}

export function commitmentsPage(c: Context<WebEnv>, all: Followed[], reader: Reader): Response {
  const w = speak(commitmentWords, c.var.language)
  const group = (title: string, these: Followed[]) =>
    these.length > 0 &&
    section({
      title: html`${title} <span class="muted">${these.length}</span>`,
      body: commitmentsTable(these, reader, title),
    })
  const shown =
    all.length > 0
      ? html`${group(
          w.open,
          all.filter(({ state }) => isOpen(state)),
        )}${group(
          w.settled,
          all.filter(({ state }) => !isOpen(state)),
        )}`
      : empty({ title: w.emptyTitle, text: w.emptyText, acts: linkButton({ href: '/ceremonies', label: w.all }) })
  return page(c, {
    title: w.title,
    current: 'ceremonies',
    body: html`${head({ title: w.title, over: html`<a href="/ceremonies">${w.all}</a>`, meta: w.note })}${shown}`,
  })
}
