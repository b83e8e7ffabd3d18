/** An agreement as it reads now, with every concluded change. */
import type { Context } from 'hono'
import { speak } from '#src/platform/i18n/words.ts'
import { dateWords } from '#src/platform/time.ts'
import {
  type Content,
  day,
  empty,
  facts,
  type Html,
  hash,
  head,
  html,
  inLanguage,
  linkButton,
  page,
  panel,
  parallel,
} from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { chainWords, howWords } from './chain-words.ts'
import type { InForce, Instrument } from './read-in-force.ts'
import { type Reader, readerOf } from './reader.ts'
import { effectWords, endsWords, noticeWords, termWords } from './term-words.ts'
import { terminationNotice } from './termination-page.ts'

export function inForcePage(c: Context<WebEnv>, view: InForce): Response {
  const reader = readerOf(view, c.var.language, c.var.now)
  const { language } = reader
  const w = speak(chainWords, language)
  const { root, renewedBy } = view.chain
  const at = `/agreements/${root.id}`
  const now = view.instruments.at(-1)
  const heading = head({
    title: w.readTitle,
    over: html`<a href="${at}">${inLanguage(root.title, language)}</a>`,
    meta: now && w.readNote,
    acts: now && linkButton({ href: `/agreements/${now.id}/agreement.pdf`, label: inLanguage(now.title, language) }),
  })
  const body = now
    ? html`${heading}${terminationNotice(view.terminations, root.id, reader)}${clauses(view, now, reader)}`
    : html`${heading}${empty({ title: w.notConcluded, text: w.notConcludedText, acts: linkButton({ href: at, label: inLanguage(root.title, language) }) })}`
  const after =
    renewedBy &&
    panel({
      title: w.renewedBy,
      body: html`<p><a href="/agreements/${renewedBy.id}/in-force">${inLanguage(renewedBy.title, language)}</a></p>`,
    })
  const aside = now && html`${after}${termOf(now, reader)}${instruments(view, reader)}`
  return page(c, { title: w.readTitle, current: 'agreements', body, ...(aside && { aside }) })
}

function clauses({ changedBy }: InForce, { text }: Instrument, reader: Reader): Html {
  const { language } = reader
  const rows = text.clauses.map((clause, i) => {
    const by = changedBy.get(clause.id)
    const half = (l: 'en' | 'zh') => ({
      heading: clause.heading[l],
      body: html`<p class="as-written">${clause.body[l]}</p>`,
    })
    return {
      id: `clause-${clause.id}`,
      number: i + 1,
      en: half('en'),
      zh: half('zh'),
      changed: by !== undefined,
      ...(by && { acts: changedNote(by, reader) }),
    }
  })
  return parallel({ rows, language, label: chainWords.readTitle[language] })
}

const onDay = ({ concludedAt }: Instrument, { places, language }: Reader): Content =>
  concludedAt ? day(concludedAt, { zone: places[0]!.zone, language }) : ''

function changedNote(by: Instrument, reader: Reader): Html {
  const { language } = reader
  const how = howWords[by.how!][language]
  const said = chainWords.changedBy[language](how, dateWords(by.concludedAt!, reader.places[0]!.zone, language))
  return html`<p class="muted small"><a href="/agreements/${by.id}">${said}</a></p>`
}

function termOf({ text }: Instrument, { language }: Reader): Html {
  const w = speak(termWords, language)
  const rows = [
    { label: w.effect, value: effectWords[text.effect][language] },
    ...(text.term ? [{ label: w.ends, value: endsWords(text.term, language) }] : []),
    ...(text.term ? [{ label: w.notice, value: noticeWords(text.term, language) }] : []),
  ]
  return panel({ title: w.title, body: facts(rows) })
}

function instruments(view: InForce, reader: Reader): Html {
  const { language } = reader
  const w = speak(chainWords, language)
  const items = view.instruments.map(
    (one) =>
      html`<li><a href="/agreements/${one.id}">${inLanguage(one.title, language)}</a><br><span class="small muted">${w.signedOn} ${onDay(one, reader)}</span><br>${hash(one.textHash, { language, groups: 4 })}</li>`,
  )
  return panel({ title: w.instruments, body: html`<ul class="plain-list">${items}</ul>` })
}
