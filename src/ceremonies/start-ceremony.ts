/** An officer begins to plan a ceremony. Only our node knows of it until it is shared. */
import { findAgreement } from '#src/agreements/index.ts'
import { findInstitution, ourInstitution } from '#src/partners/index.ts'
import type { Db, Tx } from '#src/platform/database/tables.ts'
import { actorOf } from '#src/platform/people/index.ts'
import type { Visitor } from '#src/platform/people/visitor.ts'
import { record } from '#src/platform/record.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { refuse } from './ceremony.ts'
import { enterCeremony } from './enter-ceremony.ts'
import type { Frame, Kind } from './frame.ts'
import type { Bilingual } from './plan.ts'
import { newId } from './prepare-sheet.ts'
import { runningOrder } from './running-orders.ts'

export interface NewCeremony {
  /** Made by the form, so that a form sent twice makes one ceremony. */
  id: string
  partner: string
  agreement: string | null
  kind: Kind
  title: Bilingual
  startsAt: Temporal.Instant
  at: Temporal.Instant
}

/**
 * @returns the id of the new ceremony
 * @throws Refusal `not_found` where partner or agreement are unknown, `agreement_too_early` where its text was never sent
 */
export async function startCeremony(db: Db, officer: Visitor, input: NewCeremony): Promise<string> {
  if (!input.title.en && !input.title.zh) refuse('title_missing', {}, 422)
  const { id } = input
  await db.transaction().execute(async (tx) => {
    const [us, partner] = await Promise.all([ourInstitution(tx), findInstitution(tx, input.partner)])
    if (!partner || partner.ours) throw new Refusal('not_found', {}, 404)
    await checkAgreement(tx, input)
    const items = runningOrder(input.kind, us, partner, newId)
    const frame: Frame = { ...beginning(input), items }
    const home = { id, partner: partner.ror, convenor: us.ror, rehearsalOf: null, sharedAt: null }
    const { at } = input
    if (!(await enterCeremony(tx, { ...home, state: 'planning', frame }, { version: 1, at }))) return
    await record(tx, { at, by: actorOf(officer), about: { kind: 'ceremony', id }, act: 'ceremony.started' })
  })
  return id
}

const beginning = ({ agreement, kind, title, startsAt }: NewCeremony): Omit<Frame, 'items'> => ({
  version: 1,
  kind,
  agreement,
  title,
  startsAt,
  open: false,
  meeting: null,
  standing: 'planned',
  reason: '',
})

async function checkAgreement(tx: Tx, { agreement: id, partner }: NewCeremony): Promise<void> {
  if (!id) return
  const agreement = await findAgreement(tx, id)
  if (agreement?.partner !== partner) throw new Refusal('not_found', {}, 404)
  if (agreement.version === 0) refuse('agreement_too_early')
}
