/** Reads what the page about ending an agreement shows. */

import { findInstitution, ourInstitution } from '#src/partners/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import { isId } from '#src/platform/id.ts'
import { holds, type Visitor } from '#src/platform/people/visitor.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { maySeeAgreements, seeAgreement } from './access.ts'
import { type Agreement, refuse } from './agreement.ts'
import { readChain } from './chain-store.ts'
import { pinFor } from './propose-freeze.ts'
import { findAgreement } from './store.ts'
import type { SignatorysAgreement } from './terminate.ts'
import { mayAnswer, mayBegin } from './termination.ts'
import { terminationsOf } from './termination-store.ts'
import { findVersion } from './version-store.ts'

export type TerminationView = Awaited<ReturnType<typeof readTermination>>

/** Whoever sees agreements; and every signatory of ours, who may be asked to end what a predecessor signed. */
async function seeConcluded(
  db: Db,
  visitor: Visitor | null,
  id: string,
): Promise<{ visitor: Visitor; agreement: Agreement }> {
  if (!visitor) throw new Refusal('sign_in_first', {}, 401)
  const found = isId(id) ? await findAgreement(db, id) : undefined
  const signs = holds(visitor, 'signatory') && found?.state === 'concluded'
  const agreement = signs && !maySeeAgreements(visitor) ? found : (await seeAgreement(db, visitor, id)).agreement
  return { visitor, agreement }
}

/** @throws Refusal `agreement_does_not_allow` where nothing is in force that could be ended */
export async function readTermination(db: Db, visitor: Visitor | null, id: string, now: Temporal.Instant) {
  const seen = await seeConcluded(db, visitor, id)
  const { root, line } = await readChain(db, id)
  const last = line.at(-1) ?? refuse('agreement_does_not_allow', { state: seen.agreement.state })
  const { version, partner } = (await findAgreement(db, last.id))!
  const { text } = (await findVersion(db, last.id, version))!
  const [us, them] = [await ourInstitution(db), (await findInstitution(db, partner))!]
  const all = await terminationsOf(db, root.id)
  const signs = holds(seen.visitor, 'signatory')
  const ours = all.filter(({ side }) => side === 'ours')
  return {
    visitor: seen.visitor,
    root,
    text,
    us,
    partner: them,
    all,
    signs,
    method: signs ? (await pinFor(db, seen.visitor.account.id)).method : null,
    may: {
      notice: signs && mayBegin('notice', text.term, ours, now),
      propose: signs && mayBegin('mutual', text.term, ours, now),
      agree: all.filter((t) => signs && mayAnswer(t, 'agree_end', 'ours', now)).map((t) => t.id),
      withdraw: all.filter((t) => signs && mayAnswer(t, 'withdraw', 'ours', now)).map((t) => t.id),
    },
  }
}

/** @throws Refusal `signatories_only` */
export async function holdTermination(db: Db, visitor: Visitor | null, id: string): Promise<SignatorysAgreement> {
  const seen = await seeConcluded(db, visitor, id)
  if (!holds(seen.visitor, 'signatory')) refuse('signatories_only', {}, 403)
  return { signatory: seen.visitor, root: (await readChain(db, id)).root.id }
}
