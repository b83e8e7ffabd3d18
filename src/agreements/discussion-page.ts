/** Beside the text: what both sides say about it, and what only we say. */
import { ago } from '#src/platform/ago.ts'
import { comma, speak } from '#src/platform/i18n/words.ts'
import {
  actions,
  type Content,
  form,
  type Html,
  html,
  radios,
  remarks,
  selectField,
  submit,
  textArea,
} from '#src/platform/ui/index.ts'
import { textAddress } from './clauses-page.ts'
import { commentWords } from './decision-words.ts'
import type { Negotiation } from './read-negotiation.ts'
import type { Reader } from './reader.ts'

type Comment = Negotiation['comments'][number]

/** What was typed into the form and came back with a refusal. */
export type Typed = Partial<Record<string, string>>

/** Comments on the clause asked for, else all, in the order they were made; and the form for another. */
export function discussion(n: Negotiation, reader: Reader, typed: Typed = {}): Html {
  const w = speak(commentWords, reader.language)
  const number = clauseNumber(n, n.clause ?? null)
  const chosen = n.clause ? n.comments.filter((comment) => comment.clause === n.clause) : n.comments
  const title = n.clause ? (number ? w.onClause(number) : w.onRemoved) : w.all
  const all = n.clause && html`<p class="small"><a href="${textAddress(n, {})}#comments">${w.showAll}</a></p>`
  return remarks({
    id: 'comments',
    title,
    empty: w.none,
    remarks: chosen.map((comment) => ({
      id: `comment-${comment.id}`,
      who: author(n, comment, reader),
      when: html`<time datetime="${comment.at.toString({ smallestUnit: 'second' })}">${ago(comment.at, reader.now, reader.language)}</time>`,
      text: html`<p class="as-written">${comment.body}</p><p class="muted small">${place(n, comment, reader)}</p>`,
      side: comment.side,
      internal: comment.internal ? w.internal : undefined,
    })),
    body: html`${all}${n.may.comment && commentForm(n, reader, typed)}`,
  })
}

function author(n: Negotiation, { side, byName }: Comment, reader: Reader): string {
  const w = speak(commentWords, reader.language)
  if (side === 'ours' && byName === n.visitor.account.name.latin) return w.you
  return [reader.short[side], byName].filter(Boolean).join(comma[reader.language])
}

function place(n: Negotiation, comment: Comment, reader: Reader): string {
  const w = speak(commentWords, reader.language)
  const number = clauseNumber(n, comment.clause)
  const where = comment.clause === null ? w.onWhole : number ? w.onClause(number) : w.onRemoved
  const version = comment.version > 0 ? w.onVersion(comment.version) : ''
  return [n.clause ? '' : where, version].filter(Boolean).join(comma[reader.language])
}

function clauseNumber(n: Negotiation, clause: string | null): number | null {
  return n.shown?.changes.find((change) => change.id === clause)?.number ?? null
}

function commentForm(n: Negotiation, reader: Reader, typed: Typed): Content {
  const w = speak(commentWords, reader.language)
  const { version, id } = n.agreement
  const clauses = n.shown?.text.clauses ?? []
  const options = clauses.map((clause, i) => {
    const heading = clause.heading[reader.language] || clause.heading.en || clause.heading.zh
    return { value: clause.id, label: `${i + 1}. ${heading}` }
  })
  const who =
    version === 0
      ? html`<p class="hint">${w.onlyOurs}</p>`
      : radios({
          name: 'readers',
          legend: w.who,
          value: typed.readers ?? 'both',
          options: [
            { value: 'both', label: w.shared(reader.short.theirs) },
            { value: 'ours', label: w.ours, hint: w.internalHint },
          ],
        })
  return form({
    action: `/agreements/${id}/comments`,
    label: w.write,
    guard: true,
    language: reader.language,
    body: html`${selectField({ name: 'clause', label: w.about, value: typed.clause ?? n.clause ?? '', options: [{ value: '', label: w.onWhole }, ...options], wide: true })}
      ${textArea({ name: 'body', label: w.text, value: typed.body, rows: 3, required: true, maxlength: 8000, wide: true })}
      ${who}${actions(submit({ label: w.save, kind: 'plain' }))}`,
  })
}
