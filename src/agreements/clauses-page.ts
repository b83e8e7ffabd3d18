/** The text of an agreement as people read it: both languages side by side, with what has changed. */
import { speak } from '#src/platform/i18n/words.ts'
import {
  type Content,
  cut,
  diff,
  empty,
  type Html,
  html,
  linkButton,
  type ParallelRow,
  parallel,
} from '#src/platform/ui/index.ts'
import { chainWords } from './chain-words.ts'
import type { ChangedText, ClauseChange, Part } from './changes.ts'
import { fieldsWords } from './field-words.ts'
import { prevailsWords, textWords } from './negotiation-words.ts'
import type { Negotiation } from './read-negotiation.ts'
import type { Reader } from './reader.ts'
import { changedClauses, inForce, type Shown, type TextName, usualBase, usualWay, type Way } from './shown-text.ts'

const latest = (parts: Part[]) => parts.flatMap((part) => (part.kind === 'removed' ? [] : part.text)).join('')
const former = (parts: Part[]) => parts.flatMap((part) => (part.kind === 'added' ? [] : part.text)).join('')

/** The address of this page showing a text in a way, with the comments asked for. */
export function textAddress(
  n: Negotiation,
  wanted: { version?: TextName; since?: number; show?: Way; clause?: string },
): string {
  const { shown } = n
  const query = new URLSearchParams()
  const version = wanted.version ?? shown?.name
  if (version !== undefined) query.set('version', String(version))
  const since = wanted.since ?? (wanted.version === undefined ? shown?.base?.number : undefined)
  const follows = shown?.text.follows !== undefined
  if (since !== undefined && version !== undefined && since !== usualBase(version, n.agreement.version, follows))
    query.set('since', String(since))
  const way = wanted.show ?? shown?.way
  if (way && way !== usualWay(n.agreement, follows)) query.set('show', way)
  if (wanted.clause) query.set('clause', wanted.clause)
  return `/agreements/${n.agreement.id}?${query}`
}

export function versionName(name: TextName, reader: Reader): string {
  const w = speak(textWords, reader.language)
  if (name === inForce) return chainWords.inForceName[reader.language]
  return name === 'draft' ? w.draftName : w.version(name)
}

/** The line above the text: how much changed since when, how it is shown, which text prevails. */
export function textBar(n: Negotiation, shown: Shown, reader: Reader): Html {
  const w = speak(textWords, reader.language)
  const { base } = shown
  const summary = base
    ? html`<p><strong>${w.changed(changedClauses(shown))}</strong> <span class="muted">${base.number === inForce ? chainWords.sinceInForce[reader.language] : w.since(base.number)}</span></p>`
    : html`<p class="muted">${w.first}</p>`
  const other =
    shown.otherChanges.length > 0 &&
    html`<p class="muted">${w.alsoChanged}: ${fieldsWords(shown.otherChanges, reader.language)}</p>`
  return html`<div class="bar small"><div class="row">${summary}${base && waysShown(n, shown, base.number, reader)}</div><p class="muted">${prevailsWords[shown.text.prevails][reader.language]}</p>${other}</div>`
}

function waysShown(n: Negotiation, shown: Shown, base: number, reader: Reader): Html {
  const w = speak(textWords, reader.language)
  const names: Record<Way, string> = {
    changes: w.changes,
    clean: w.clean,
    beside: w.beside(versionName(base, reader), versionName(shown.name, reader)),
  }
  const links = (Object.keys(names) as Way[]).map((way) => {
    const current = way === shown.way ? html` aria-current="true"` : ''
    return html`<li><a href="${textAddress(n, { show: way })}"${current}>${names[way]}</a></li>`
  })
  return html`<nav class="ways" aria-label="${w.show}"><span class="muted">${w.show}:</span><ul>${links}</ul></nav>`
}

/** The clauses themselves. */
export function clausesShown(n: Negotiation, shown: Shown, reader: Reader): Html {
  const w = speak(textWords, reader.language)
  if (shown.changes.length === 0)
    return empty({
      title: w.noClausesTitle,
      text: w.noClausesText,
      acts: n.may.edit
        ? linkButton({ href: `/agreements/${n.agreement.id}/edit`, label: w.write, kind: 'primary' })
        : undefined,
    })
  if (shown.way === 'beside') return besideEachOther(shown, reader)
  const changes = shown.way === 'clean' ? shown.changes.filter((change) => change.number !== null) : shown.changes
  return parallel({
    rows: changes.map((change) => clauseRow(n, shown, change, reader)),
    language: reader.language,
    label: w.clauses,
  })
}

function clauseRow(n: Negotiation, shown: Shown, change: ClauseChange, reader: Reader): ParallelRow {
  const w = speak(textWords, reader.language)
  const marked = shown.way === 'changes' && shown.base !== null
  const show = (parts: Part[], missing: string): Content => {
    if (parts.length === 0)
      return html`<span class="muted" lang="${reader.language === 'en' ? 'en' : 'zh-CN'}">${missing}</span>`
    return marked ? diff(parts, reader.language) : latest(parts)
  }
  const half = (language: 'en' | 'zh') => ({
    heading: show(change.heading[language], w.noHeading),
    body: html`${paragraphs(change.body, language, (parts) => show(parts, w.noText))}`,
  })
  const count = n.comments.filter((comment) => comment.clause === change.id).length
  return {
    id: `clause-${change.id}`,
    number: change.number ?? '–',
    en: half('en'),
    zh: half('zh'),
    changed: marked && change.kind !== 'same',
    remarks: count > 0 ? { count, href: `${textAddress(n, { clause: change.id })}#comments` } : undefined,
    acts:
      marked && (change.kind === 'moved' || change.kind === 'removed')
        ? html`<p class="muted small">${change.kind === 'moved' ? w.moved : w.removedClause}</p>`
        : undefined,
  }
}

/** A clause's text keeps its line breaks. */
function paragraphs(text: ChangedText, language: 'en' | 'zh', show: (parts: Part[]) => Content): Html {
  return html`<p class="as-written">${show(text[language])}</p>`
}

/** The earlier version left, the later right; English above, Chinese below. */
function besideEachOther(shown: Shown, reader: Reader): Html {
  const w = speak(textWords, reader.language)
  const names = [versionName(shown.base!.number, reader), versionName(shown.name, reader)]
  const half = (language: 'en' | 'zh', name: string, change: ClauseChange, side: typeof former) => {
    const body = side(change.body[language])
    return html`<div class="half-text" lang="${language === 'en' ? 'en' : 'zh-CN'}"><p class="visually-hidden" lang="${reader.language === 'en' ? 'en' : 'zh-CN'}">${name}</p><h2>${side(change.heading[language])}</h2><div class="prose"><p class="as-written">${body}</p></div></div>`
  }
  const rows = shown.changes.flatMap((change) =>
    (['en', 'zh'] as const).map((language, i) => {
      const changed = change.kind === 'same' ? '' : ' changed'
      return html`<li class="parallel-row${changed}"><p class="row-number">${i === 0 ? (change.number ?? '–') : ''}</p>${half(language, names[0]!, change, former)}${cut()}${half(language, names[1]!, change, latest)}</li>`
    }),
  )
  const head = html`<p class="beside-names small"><strong>${names[0]}</strong><strong>${names[1]}</strong></p>`
  return html`${head}<ol class="parallel" aria-label="${w.beside(names[0]!, names[1]!)}">${rows}</ol>`
}
