/** After either side's proposal: once both name the same text and the same document, the text is frozen. */
import { ourInstitution } from '#src/partners/index.ts'
import type { Tx } from '#src/platform/database/tables.ts'
import { record } from '#src/platform/record.ts'
import { openSteps } from '#src/procedures/index.ts'
import { type Agreement, freezing, move } from './agreement.ts'
import { fixRoute } from './approval-route.ts'
import { askApprovers } from './approvers.ts'
import { freezesOf } from './freeze-store.ts'
import { frozenEvidence } from './log-evidence.ts'
import { saveAgreement } from './store.ts'
import { findVersion } from './version-store.ts'

/** Whether our institution is the first party of the agreement's present text: the tie-breaker both nodes share. */
export async function weAreFirst(tx: Tx, agreement: Agreement): Promise<boolean> {
  const us = await ourInstitution(tx)
  const version = await findVersion(tx, agreement.id, agreement.version)
  return version?.text.parties[0]?.ror === us.ror
}

/**
 * @param configured keys of the steps of approval to take where no route fits
 * @returns the agreement as it is afterwards
 */
export async function settleFreeze(
  tx: Tx,
  agreement: Agreement,
  { configured, at }: { configured: string[]; at: Temporal.Instant },
): Promise<Agreement> {
  const freezes = await freezesOf(tx, agreement)
  const { frozen } = freezing(freezes, await weAreFirst(tx, agreement))
  if (!frozen) return agreement
  const { textHash, documentHash } = freezes[0]!
  const after: Agreement = { ...agreement, state: move(agreement, 'freeze'), frozen: { textHash, documentHash, at } }
  await saveAgreement(tx, after)
  const steps = openSteps(await fixRoute(tx, after, configured, at), [])
  const title = (await findVersion(tx, agreement.id, agreement.version))!.text.title
  await record(tx, {
    at,
    by: { kind: 'node' },
    about: { kind: 'agreement', id: agreement.id },
    act: 'agreement.frozen',
    detail: { version: agreement.version, textHash, documentHash },
    then: [frozenEvidence(after), ...(await askApprovers(tx, { id: agreement.id, title, steps, at }))],
  })
  return after
}
