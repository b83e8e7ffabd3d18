/** An officer says which account of ours signs for one of our seats. */
import { ourInstitution } from '#src/partners/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import { accountsWithRole, actorOf } from '#src/platform/people/index.ts'
import { record } from '#src/platform/record.ts'
import type { OfficersAgreement } from './access.ts'
import { refuse, signatoriesOpen } from './agreement.ts'
import { findDraft } from './draft-store.ts'
import { saveSignatory } from './freeze-store.ts'
import { requireAuthority } from './require-authority.ts'
import { lockAgreement } from './store.ts'
import { findVersion } from './version-store.ts'

export interface SignatoryInput {
  seat: string
  account: string
  at: Temporal.Instant
}

/** Open until the text is frozen. @throws Refusal `signatory_unknown` for a seat not ours or an account that is no signatory, `may_not_sign` */
export async function assignSignatory(
  db: Db,
  { officer, agreement }: OfficersAgreement,
  input: SignatoryInput,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const before = (await lockAgreement(tx, agreement.id))!
    if (!signatoriesOpen(before)) {
      refuse('agreement_does_not_allow', { state: before.state, act: 'assign_signatory' })
    }
    const us = await ourInstitution(tx)
    const text = (await findDraft(tx, before.id)).text ?? (await findVersion(tx, before.id, before.version))?.text
    const seat = text?.seats.find((s) => s.id === input.seat && s.party === us.ror)
    const account = (await accountsWithRole(tx, 'signatory')).find((a) => a.id === input.account)
    if (!seat || !account) return refuse('signatory_unknown', { seat: input.seat }, 422)
    await requireAuthority(tx, before, account, input.at)
    await saveSignatory(tx, before.id, seat.id, account.id)
    const about = { kind: 'agreement', id: before.id }
    const detail = { seat: seat.id, signatory: account.name.latin }
    await record(tx, { at: input.at, by: actorOf(officer), about, act: 'agreement.signatory_assigned', detail })
  })
}
