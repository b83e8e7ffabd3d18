/** Ending an agreement: what the text allows, what was said by whom, and a signatory's own acts. */
import type { Context } from 'hono'
import { colon, comma, speak } from '#src/platform/i18n/words.ts'
import type { Refusal } from '#src/platform/refusal.ts'
import {
  type Content,
  facts,
  type Html,
  head,
  html,
  inBoth,
  inLanguage,
  moments,
  notice,
  page,
  panel,
  person,
  section,
} from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import type { TerminationView } from './read-termination.ts'
import { type Reader, readerOf } from './reader.ts'
import { endsWords, noticeWords, termWords } from './term-words.ts'
import { standingOf, type Termination, type TerminationConsent } from './termination.ts'
import { answerForms, beginForms } from './termination-forms-view.ts'
import { saidWords, terminationStandings, terminationWords } from './termination-words.ts'

export interface TerminationTold {
  done?: 'said' | 'code'
  problem?: { text: string; status: Refusal['status'] }
}

export function terminationPage(c: Context<WebEnv>, view: TerminationView, told: TerminationTold = {}): Response {
  const reader = readerOf(view, c.var.language, c.var.now)
  const { language } = reader
  const w = speak(terminationWords, language)
  const said = view.all.map((t) => one(view, t, reader))
  const body = html`${told.done && notice({ kind: 'done', title: told.done === 'code' ? w.codeSent : w.done, answer: true })}
    ${told.problem && notice({ kind: 'refusal', answer: true, title: told.problem.text })}
    ${head({ title: w.title, over: html`<a href="/agreements/${view.root.id}">${inLanguage(view.root.title, language)}</a>` })}
    ${said.length > 0 ? said : html`<p class="muted">${w.none}</p>`}
    ${view.signs ? beginForms(view, reader) : html`<p class="muted">${w.signatoriesOnly}</p>`}`
  return page(c, { title: w.title, current: 'agreements', body, aside: ruleOf(view, reader) }, told.problem?.status)
}

function ruleOf({ text: { term } }: TerminationView, { language }: Reader): Html {
  const w = speak(terminationWords, language)
  const t = speak(termWords, language)
  const rows = term && [
    { label: t.ends, value: endsWords(term, language) },
    { label: t.notice, value: noticeWords(term, language) },
  ]
  return panel({ title: w.rule, body: rows ? facts(rows) : html`<p>${w.noRule}</p>` })
}

function one(view: TerminationView, t: Termination, reader: Reader): Html {
  const { language } = reader
  const w = speak(terminationWords, language)
  const standing = standingOf(t, reader.now)
  const rows = [
    { label: w.by, value: view[t.side === 'ours' ? 'us' : 'partner'].name[language] },
    { label: w.given, value: moments(t.givenAt, reader) },
    { label: w.effective, value: html`<strong>${moments(t.effectiveAt, reader)}</strong>` },
    { label: w.reason, value: html`<span class="as-written">${t.reason}</span>` },
    { label: w.consents, value: html`<ul class="plain-list">${t.consents.map((c) => consent(c, reader))}</ul>` },
  ]
  const title = `${t.kind === 'notice' ? w.notice : w.mutual}${colon[language]}${terminationStandings[standing][language]}`
  return section({ title, body: html`${facts(rows)}${answerForms(view, t, reader)}` })
}

function consent(
  { act, method, pinned, statement, at, side, acknowledgedAt }: TerminationConsent,
  reader: Reader,
): Content {
  const { language } = reader
  const w = speak(terminationWords, language)
  const how = method === 'code' ? w.code : pinned ? w.pinned : w.otherKey
  const { name, title } = statement
  const office = (title.en || title.zh) && html`${comma[language]}${inBoth(title, language)}`
  const unheard = side === 'ours' && !acknowledgedAt && html`${comma[language]}${w.unheard}`
  return html`<li>${person(name)}${office}: ${saidWords[act][language]}${comma[language]}${moments(at, reader)}<br><span class="small muted">${how}${unheard}</span></li>`
}

/** On the agreement's own page: that it ends or has ended, and the way to this page. */
export function terminationNotice(all: Termination[], root: string, reader: Reader): Content {
  const w = speak(terminationWords, reader.language)
  const t = all.find((one) => ['ended', 'standing', 'waiting', 'proposed'].includes(standingOf(one, reader.now)))
  if (!t) return ''
  const standing = standingOf(t, reader.now)
  const title = standing === 'ended' ? w.ended : t.kind === 'notice' ? w.notice : w.mutual
  const body = html`<p>${terminationStandings[standing][reader.language]}: ${moments(t.effectiveAt, reader)}</p><p><a href="/agreements/${root}/termination">${w.title}</a></p>`
  return notice({ kind: 'warning', title, body })
}
