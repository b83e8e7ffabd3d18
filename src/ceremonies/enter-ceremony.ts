/** A ceremony's first rows on this node, whoever began it. */
import { findInstitution, ourInstitution } from '#src/partners/index.ts'
import type { Tx } from '#src/platform/database/tables.ts'
import { saveGuestPrivates } from './office-store.ts'
import { emptySheet, prepareSheet } from './prepare-sheet.ts'
import { saveSheet } from './sheet-store.ts'
import { type Ceremony, insertCeremony } from './store.ts'

/**
 * Frame, our sheet with our people from the register, and the partner's, still empty.
 * @param version of our sheet: 0 where the partner began, and is to get it with our first save
 * @returns false where there is one of that id already
 */
export async function enterCeremony(
  tx: Tx,
  ceremony: Ceremony,
  { version, at }: { version: number; at: Temporal.Instant },
): Promise<boolean> {
  const { id, frame } = ceremony
  const [us, partner] = [await ourInstitution(tx), (await findInstitution(tx, ceremony.partner))!]
  if (!(await insertCeremony(tx, ceremony, at))) return false
  const { sheet, privates } = await prepareSheet(tx, us, frame)
  const unanswered = { confirmed: null, asked: null }
  await saveSheet(tx, id, 'ours', { version, sheet, ...unanswered })
  await saveSheet(tx, id, 'theirs', { version: 0, sheet: emptySheet(partner), ...unanswered })
  await saveGuestPrivates(tx, id, privates)
  return true
}
