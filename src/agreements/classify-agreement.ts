/** An officer says what our side takes an agreement to be: type, unit, risk, value. The way of approval follows from it. */
import { chooseUnit } from '#src/partners/index.ts'
import type { Db, Tx } from '#src/platform/database/tables.ts'
import { actorOf, type Visitor } from '#src/platform/people/index.ts'
import { record } from '#src/platform/record.ts'
import { findType, managedBy, type Risk, risks, within } from '#src/procedures/index.ts'
import { isOfficer, type OfficersAgreement } from './access.ts'
import { refuse, signatoriesOpen } from './agreement.ts'
import { type AgreementClass, classOf, saveClass } from './class-store.ts'
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
  await db.transaction().execute(async (tx) => {
    const held = (await lockAgreement(tx, agreement.id))!
    if (!signatoriesOpen(held)) refuse('agreement_does_not_allow', { state: held.state, act: 'classify' })
    const before = await classOf(tx, held)
    const chosen = await chooseUnit(tx, input.unit, before)
    const after = { ...before, ...chosen, kind: input.kind, risk: risk as Risk | null, value, currency }
    await requireReach(tx, officer, after)
    await saveClass(tx, held.id, after)
    const detail = { before: told(before), after: told(after) }
    const about = { kind: 'agreement', id: held.id }
    await record(tx, { at: input.at, by: actorOf(officer), about, act: 'agreement.classed', detail })
  })
}

/** Nobody gives away what they manage: it would be out of their own sight. @throws Refusal `outside_your_part` */
async function requireReach(tx: Tx, officer: Visitor, { kind, unitId }: AgreementClass): Promise<void> {
  if (isOfficer(officer) || within(await managedBy(tx, officer), { kind, units: unitId ? [unitId] : [] })) return
  refuse('outside_your_part', {}, 422)
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
