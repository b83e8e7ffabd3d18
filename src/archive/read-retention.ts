/** Reads what the pages of retention show. */
import { ourToday } from '#src/partners/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import type { Visitor } from '#src/platform/people/index.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { mayForget, maySetRules, requireRetentionReader } from './access.ts'
import { acts, type RetentionAct, waitingAct } from './act-store.ts'
import type { DueRecord } from './due-record.ts'
import { recordsDue } from './records-due.ts'
import { dueBefore, isForgettable, type RetentionKind, type Rule, retentionKinds } from './retention.ts'
import { ruleOf, rules } from './rule-store.ts'

export interface RetentionView {
  visitor: Visitor
  rules: { rule: Rule; due: number }[]
  acts: RetentionAct[]
  mayForget: boolean
}

export interface DueView {
  rule: Rule
  due: DueRecord[]
  waiting: RetentionAct | undefined
  mayForget: boolean
  maySetRules: boolean
}

const pastShown = 50

export async function readRetention(db: Db, given: Visitor | null, now: Temporal.Instant): Promise<RetentionView> {
  const visitor = requireRetentionReader(given)
  const today = await ourToday(db, now)
  const all = await rules(db)
  const due = await Promise.all(all.map((rule) => recordsDue(db, rule.kind, dueBefore(rule, today))))
  return {
    visitor,
    rules: all.map((rule, n) => ({ rule, due: due[n]!.length })),
    acts: await acts(db, pastShown),
    mayForget: mayForget(visitor),
  }
}

export const kindNamed = (name: string): RetentionKind => retentionKinds.find((kind) => kind === name) ?? notFound()

function notFound(): never {
  throw new Refusal('not_found', {}, 404)
}

/** @throws Refusal `not_found` where there is no such kind */
export async function readDue(
  db: Db,
  given: Visitor | null,
  { name, now }: { name: string; now: Temporal.Instant },
): Promise<DueView> {
  const visitor = requireRetentionReader(given)
  const kind = kindNamed(name)
  const rule = await ruleOf(db, kind)
  const due = await recordsDue(db, kind, dueBefore(rule, await ourToday(db, now)))
  const waiting = isForgettable(kind) ? await waitingAct(db, kind) : undefined
  return { rule, due, waiting, mayForget: mayForget(visitor), maySetRules: maySetRules(visitor) }
}
