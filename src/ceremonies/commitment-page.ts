/** One commitment, with its source and what became of it. */
import type { Context } from 'hono'
import { comma, speak } from '#src/platform/i18n/words.ts'
import {
  type Content,
  facts,
  head,
  html,
  inBoth,
  inLanguage,
  moments,
  notice,
  page,
  section,
  timeline,
} from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { afterDoneWords } from './after-words.ts'
import type { Problem } from './around-answers.ts'
import type { Followed } from './commitment.ts'
import { nextSection } from './commitment-acts-view.ts'
import { commitmentStateWords, commitmentWords } from './commitment-words.ts'
import { dueShown, stateTag } from './commitments-page.ts'
import type { Fields } from './form-parts.ts'
import type { SeenCommitment } from './move-commitment.ts'
import type { Reader } from './reader.ts'

export interface CommitmentShown {
  seen: SeenCommitment
  reader: Reader
  may: boolean
  done: boolean
  problem?: Problem & { act: string; typed: Fields }
}

export function commitmentPage(c: Context<WebEnv>, s: CommitmentShown): Response {
  const { followed, plan } = s.seen
  const { reader } = s
  const { language } = reader
  const w = speak(commitmentWords, language)
  const { commitment: said } = followed
  const item = plan.items.find(({ id }) => id === said.item)
  const source = html`<a href="/ceremonies/${plan.id}/after">${inLanguage(plan.title, language)}</a>${item && html` · ${inLanguage(item.title, language)}`}`
  const rows = [
    {
      label: w.by,
      value: html`<span translate="no">${said.by}</span> <span class="muted">${said.byParty ? reader.short(said.byParty) : w.third}</span>`,
    },
    ...(said.to ? [{ label: w.to, value: said.to }] : []),
    { label: w.source, value: source },
    { label: w.said, value: moments(said.at, { places: reader.places, language }) },
    { label: w.marked, value: said.markedBy },
    { label: w.due, value: dueShown(followed, reader) },
  ]
  const title = said.words[language] || said.words.en || said.words.zh
  const body = html`${s.done && notice({ kind: 'done', title: afterDoneWords.moved[language], answer: true })}
    ${s.problem && notice({ kind: 'refusal', answer: true, title: s.problem.text })}
    ${head({ title: inBoth(said.words, language), over: html`<a href="/commitments">${w.title}</a>`, meta: stateTag(followed.state, language) })}
    ${facts(rows)}${nextSection(s)}${becameSection(followed, reader)}`
  return page(
    c,
    { title: title.length > 45 ? `${title.slice(0, 44)}…` : title, current: 'ceremonies', body },
    s.problem?.status,
  )
}

function becameSection({ steps }: Followed, reader: Reader): Content {
  const { language } = reader
  const w = speak(commitmentWords, language)
  if (steps.length === 0) return section({ title: w.became, body: html`<p class="muted">${w.nothing}</p>` })
  const entries = steps.toReversed().map((step) => ({
    at: step.at,
    what: commitmentStateWords[step.to][language],
    who: `${reader.short(step.byParty)}${comma[language]}${step.byName}`,
    note: step.reason && html`<p class="as-written">${step.reason}</p>`,
    side: reader.side(step.byParty),
  }))
  return section({ title: w.became, body: timeline({ entries, places: reader.places, language, label: w.became }) })
}
