/** Steps that signing takes with an agreement, in signing's own transaction: open, end without conclusion, conclude. */
import { concludeKeyAgreement, ourInstitution } from '#src/partners/index.ts'
import type { Tx } from '#src/platform/database/tables.ts'
import { mail } from '#src/platform/mail/index.ts'
import { accountsWithRole } from '#src/platform/people/index.ts'
import { record } from '#src/platform/record.ts'
import { type Agreement, move } from './agreement.ts'
import { enterConcluded } from './enter-concluded.ts'
import { holdPredecessor } from './hold-predecessor.ts'
import { conclusionEvidence } from './log-evidence.ts'
import { repinSeats } from './repin-seats.ts'
import type { SignedFile } from './signed-store.ts'
import { saveAgreement } from './store.ts'
import { findVersion } from './version-store.ts'
import { mailWords } from './words.ts'

/** A signing session opens: nothing of the agreement can change until it ends, and nothing else that follows the same one is signed. */
export async function openSigning(tx: Tx, agreement: Agreement): Promise<void> {
  await holdPredecessor(tx, agreement)
  await saveAgreement(tx, { ...agreement, state: move(agreement, 'open_signing') })
}

/** A signing session ended without conclusion: everything is as it was before, unless a signatory's passkeys changed meanwhile. */
export async function endSigning(tx: Tx, agreement: Agreement, at: Temporal.Instant): Promise<void> {
  const after: Agreement = { ...agreement, state: move(agreement, 'end_signing') }
  await saveAgreement(tx, after)
  await repinSeats(tx, after, at)
}

/**
 * All that its text asks for is there: the agreement is concluded, and with a key agreement the partner becomes a key partner.
 * @param at when it takes effect
 */
export async function concludeAgreement(
  tx: Tx,
  agreement: Agreement,
  { at, signed }: { at: Temporal.Instant; signed: SignedFile },
): Promise<void> {
  const { sha256 } = signed
  await saveAgreement(tx, { ...agreement, state: move(agreement, 'conclude'), concludedAt: at })
  const { text } = (await findVersion(tx, agreement.id, agreement.version))!
  const { title } = text
  const { zone } = await ourInstitution(tx)
  await enterConcluded(tx, agreement, { text, effective: at, signed: signed.at, zone })
  const officers = await accountsWithRole(tx, 'officer')
  const path = `/agreements/${agreement.id}`
  await record(tx, {
    at,
    by: { kind: 'node' },
    about: { kind: 'agreement', id: agreement.id },
    act: 'agreement.concluded',
    detail: { sha256 },
    then: [
      conclusionEvidence(agreement, { sha256, at }),
      ...officers.map((o) =>
        mail({
          to: { account: o.id },
          subject: mailWords.concludedSubject(title),
          text: mailWords.concludedText(title),
          path,
        }),
      ),
    ],
  })
  if (agreement.kind === 'key' && (!text.follows || text.follows.how === 'renewal'))
    await concludeKeyAgreement(tx, { partner: agreement.partner, agreement: agreement.id, at })
}
