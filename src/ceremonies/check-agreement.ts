/** The agreement to be signed at a ceremony, as far as this node can judge it. */
import { approvalRouteOf, approvalsOf, findAgreement, signatories } from '#src/agreements/index.ts'
import { type Institution, peopleOf } from '#src/partners/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import type { Plan } from './plan.ts'
import { dayAt, heldOn, seatsOf } from './prepare-sheet.ts'
import type { CheckedAgreement } from './warning.ts'

/** The agreement to be signed, as far as this node can judge it. */
export async function checkAgreement(
  db: Db,
  plan: Plan,
  us: Institution,
  steps: string[],
): Promise<CheckedAgreement | null> {
  const agreement = plan.agreement ? await findAgreement(db, plan.agreement) : undefined
  if (!agreement) return null
  const approvals = await approvalsOf(db, agreement.id)
  const route = await approvalRouteOf(db, agreement, steps)
  const given = (side: 'ours' | 'theirs') => approvals.filter((a) => a.side === side).map(({ step }) => step)
  const missing = {
    ours: !route.steps.every(({ key }) => given('ours').includes(key)),
    theirs: given('theirs').length === 0,
  }
  const unapproved = [...(missing.ours ? [us.ror] : []), ...(missing.theirs ? [plan.partner] : [])]
  const held = await signatories(db, agreement.id)
  const people = await peopleOf(db, us.ror)
  const on = dayAt(plan.startsAt, us.zone)
  const seats = (await seatsOf(db, agreement.id)).map((seat) => {
    if (seat.party !== us.ror) return { ...seat, held: null, account: null }
    const account = held.find((one) => one.seat === seat.id)?.account
    const posts = people.filter(
      (p) => heldOn(p, on) && (account ? p.account === account : p.name_latin === seat.name.latin),
    )
    return { ...seat, held: posts.map((p) => ({ en: p.title_en, zh: p.title_zh })), account: account !== undefined }
  })
  const frozenAt = agreement.frozen?.at ?? null
  return { frozenAt, unapproved, concluded: agreement.state === 'concluded', seats }
}
