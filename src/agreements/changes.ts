/** What changed between two versions, clause by clause and word by word, in both languages. */
import { diffWordsWithSpace } from 'diff'
import type { AgreementText, Bilingual, Clause } from './text.ts'

export interface Part {
  kind: 'same' | 'added' | 'removed'
  text: string
}

export type ChangedText = { en: Part[]; zh: Part[] }

export interface ClauseChange {
  id: string
  /** Number in the later version, counted from 1; null for a clause taken out. */
  number: number | null
  kind: 'same' | 'changed' | 'added' | 'removed' | 'moved'
  heading: ChangedText
  body: ChangedText
}

const chinese = new Intl.Segmenter('zh', { granularity: 'word' })

/** Word-by-word difference; Chinese is cut into words first, so a changed word is shown whole. */
export function changedWords(before: string, after: string, language: 'en' | 'zh'): Part[] {
  if (before === after) return before ? [{ kind: 'same', text: before }] : []
  const parts = diffWordsWithSpace(before, after, language === 'zh' ? { intlSegmenter: chinese } : {})
  return parts.map((p) => ({ kind: p.added ? 'added' : p.removed ? 'removed' : 'same', text: p.value }))
}

function changedText(before: Bilingual, after: Bilingual): ChangedText {
  return { en: changedWords(before.en, after.en, 'en'), zh: changedWords(before.zh, after.zh, 'zh') }
}

const nothing: Bilingual = { en: '', zh: '' }

/** Every clause of the later text in order, with clauses taken out at the place where they stood. */
export function clauseChanges(before: AgreementText | null, after: AgreementText): ClauseChange[] {
  const earlier = new Map(before?.clauses.map((c) => [c.id, c]))
  const kept = new Set(after.clauses.map((c) => c.id))
  const common = before?.clauses.filter((c) => kept.has(c.id)).map((c) => c.id) ?? []
  const commonNow = after.clauses.filter((c) => earlier.has(c.id)).map((c) => c.id)
  const changes = after.clauses.map((clause, i): ClauseChange => {
    const old = earlier.get(clause.id)
    const moved = old !== undefined && common.indexOf(clause.id) !== commonNow.indexOf(clause.id)
    return {
      ...compare(old, clause, before === null),
      number: i + 1,
      ...(moved && isSame(old, clause) && { kind: 'moved' }),
    }
  })
  before?.clauses.forEach((clause, i) => {
    if (kept.has(clause.id)) return
    const previous = before.clauses[i - 1]
    const at = previous ? changes.findIndex((c) => c.id === previous.id) + 1 : 0
    changes.splice(at, 0, {
      id: clause.id,
      number: null,
      kind: 'removed',
      heading: changedText(clause.heading, nothing),
      body: changedText(clause.body, nothing),
    })
  })
  return changes
}

function compare(old: Clause | undefined, clause: Clause, isFirst: boolean): Omit<ClauseChange, 'number'> {
  if (isFirst) {
    return {
      id: clause.id,
      kind: 'same',
      heading: changedText(clause.heading, clause.heading),
      body: changedText(clause.body, clause.body),
    }
  }
  const kind = !old ? 'added' : isSame(old, clause) ? 'same' : 'changed'
  const [heading, body] = [old?.heading ?? nothing, old?.body ?? nothing]
  return { id: clause.id, kind, heading: changedText(heading, clause.heading), body: changedText(body, clause.body) }
}

function isSame(a: Clause, b: Clause): boolean {
  return (
    a.heading.en === b.heading.en && a.heading.zh === b.heading.zh && a.body.en === b.body.en && a.body.zh === b.body.zh
  )
}
