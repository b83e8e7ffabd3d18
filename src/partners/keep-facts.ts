/** An officer writes down a fact with its source and day, notes that it still holds, or takes it out; and answers due diligence. */

import type { Db, Tx } from '#src/platform/database/tables.ts'
import { readDay } from '#src/platform/day.ts'
import { actorOf, type Visitor } from '#src/platform/people/index.ts'
import { type Json, record } from '#src/platform/record.ts'
import { pastDay, type Risk, refuseFact, type Topic } from './fact.ts'
import { deleteFact, insertAnswer, insertFact, type NewFact, saveCheck } from './fact-store.ts'
import type { Institution } from './store.ts'

export interface OfficersInstitution {
  officer: Visitor
  institution: Institution
}

interface When {
  at: Temporal.Instant
  /** In our own zone. */
  today: Temporal.PlainDate
}

/** @throws Refusal `fact_incomplete`, `fact_source_missing`, `fact_date_wrong` */
export async function addFact(db: Db, held: OfficersInstitution, { fact, at, today }: When & { fact: NewFact }) {
  const { label, value, source } = fact
  if (!(label.en || label.zh) || !(value.en || value.zh)) refuseFact('fact_incomplete', {}, 422)
  if (!source) refuseFact('fact_source_missing', {}, 422)
  const asOf = pastDay(fact.asOf, today)
  await db.transaction().execute(async (tx) => {
    await insertFact(tx, held.institution.ror, { ...fact, asOf })
    await note(tx, held, { act: 'partner.fact_added', at, detail: { label: label.en || label.zh, source, asOf } })
  })
}

/** @throws Refusal `fact_gone` */
export async function checkFact(
  db: Db,
  held: OfficersInstitution,
  { position, at, today }: When & { position: number },
) {
  await db.transaction().execute(async (tx) => {
    const fact = await saveCheck(tx, held.institution.ror, position, today.toString())
    if (!fact) return refuseFact('fact_gone', {}, 404)
    await note(tx, held, { act: 'partner.fact_checked', at, detail: { label: fact.label_en || fact.label_zh } })
  })
}

/** What it said stays in the journal. @throws Refusal `fact_gone` */
export async function dropFact(
  db: Db,
  held: OfficersInstitution,
  { position, at }: { position: number; at: Temporal.Instant },
) {
  await db.transaction().execute(async (tx) => {
    const fact = await deleteFact(tx, held.institution.ror, position)
    if (!fact) return refuseFact('fact_gone', {}, 404)
    const { label_en, label_zh, value_en, value_zh, source } = fact
    const detail = { label: label_en || label_zh, value: value_en || value_zh, source, asOf: fact.as_of.toString() }
    await note(tx, held, { act: 'partner.fact_dropped', at, detail })
  })
}

export interface AnswerInput {
  topic: Topic
  risk: Risk
  answer: string
  source: string
  answeredOn: string
  expiresOn: string
}

/** An earlier answer to the same topic stays, below the new one. @throws Refusal `answer_missing`, `answer_dates_wrong` */
export async function answerDiligence(
  db: Db,
  held: OfficersInstitution,
  { input, at, today }: When & { input: AnswerInput },
): Promise<void> {
  const { topic, risk, answer, source } = input
  if (!answer) refuseFact('answer_missing', {}, 422)
  const [from, to] = [readDay(input.answeredOn), readDay(input.expiresOn)]
  const { compare } = Temporal.PlainDate
  if (!from || !to || compare(from, today) > 0 || compare(to, from) <= 0)
    return refuseFact('answer_dates_wrong', {}, 422)
  await db.transaction().execute(async (tx) => {
    const dates = { answered_on: from.toString(), expires_on: to.toString() }
    const row = { topic, risk, answer, source, ...dates, by_name: held.officer.account.name.latin, at }
    await insertAnswer(tx, held.institution.ror, row)
    // Not what was answered: the journal is read by more people than the answers.
    await note(tx, held, { act: 'partner.diligence_answered', at, detail: { topic, ...dates } })
  })
}

async function note(
  tx: Tx,
  { officer, institution }: OfficersInstitution,
  { act, at, detail }: { act: string; at: Temporal.Instant; detail: Record<string, Json> },
): Promise<void> {
  await record(tx, { at, by: actorOf(officer), about: { kind: 'partner', id: institution.ror }, act, detail })
}
