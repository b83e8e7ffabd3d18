/** An officer says what our side takes an agreement to be: type, unit, risk, value. The way of approval follows from it. */
import type { Db } from '#src/platform/database/tables.ts'
import { actorOf } from '#src/platform/people/index.ts'
import { record } from '#src/platform/record.ts'
import { findType, type Risk, risks } from '#src/procedures/index.ts'
import type { OfficersAgreement } from './access.ts'
import { refuse, signatoriesOpen } from './agreement.ts'
import { classOf, saveClass } from './class-store.ts'
import { lockAgreement } from './store.ts'

export interface ClassInput {
  kind: string
  unit: string
  risk: string
  value: string
  currency: string
  at: Temporal.Instant
}

/** Open until the text is frozen: the way of approval is fixed with it. @throws Refusal `class_malformed` */
export async function classifyAgreement(
  db: Db,
  { officer, agreement }: OfficersAgreement,
  input: ClassInput,
): Promise<void> {
  const { value, currency } = readValue(input)
  const risk =
    input.risk === '' ? null : (risks.find((one) => one === input.risk) ?? refuse('class_malformed', {}, 422))
  const type = await findType(db, input.kind)
  if (!type || type.retired) refuse('class_malformed', {}, 422)
  const unit = input.unit.trim()
  await db.transaction().execute(async (tx) => {
    const held = (await lockAgreement(tx, agreement.id))!
    if (!signatoriesOpen(held)) refuse('agreement_does_not_allow', { state: held.state, act: 'classify' })
    const before = await classOf(tx, held)
    const after = { ...before, kind: input.kind, unit, risk: risk as Risk | null, value, currency }
    await saveClass(tx, held.id, after)
    const detail = { before: told(before), after: told(after) }
    const about = { kind: 'agreement', id: held.id }
    await record(tx, { at: input.at, by: actorOf(officer), about, act: 'agreement.classed', detail })
  })
}

const told = (c: { kind: string; unit: string; risk: Risk | null; value: number | null; currency: string }) => {
  const { kind, unit, risk, value, currency } = c
  return { kind, unit, risk, value, currency }
}

/** A value and its currency, or neither. */
export function readValue({ value, currency }: { value: string; currency: string }) {
  const [plain, code] = [value.replace(/[\s,，]/g, ''), currency.trim().toUpperCase()]
  if (plain === '') return { value: null, currency: '' }
  const amount = Number(plain)
  const known = /^\d{1,14}(\.\d{1,2})?$/.test(plain) && /^[A-Z]{3}$/.test(code)
  return known ? { value: amount, currency: code } : refuse('class_malformed', {}, 422)
}
