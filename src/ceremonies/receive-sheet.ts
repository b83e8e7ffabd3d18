/** The partner's sheet arrives: its hall, its guests, its speakers, its answer to the frame. An older one is left alone. */
import type { z } from 'zod'
import type { Tx } from '#src/platform/database/tables.ts'
import { mail } from '#src/platform/mail/index.ts'
import { NotYet, type Received } from '#src/platform/messages.ts'
import { accountsWithRole } from '#src/platform/people/index.ts'
import { type Following, record } from '#src/platform/record.ts'
import { refuse } from './ceremony.ts'
import { settle } from './change-sheet.ts'
import { changedInSheet, guestsChanged } from './changed-parts.ts'
import { askedMail } from './mail-words.ts'
import type { SheetState } from './sheet.ts'
import { sheetFaults } from './sheet-shapes.ts'
import { findSheet, saveSheet } from './sheet-store.ts'
import { type Ceremony, lockCeremony } from './store.ts'
import type { sheetShape } from './wire.ts'

type Body = z.infer<typeof sheetShape>

export async function receiveSheet(tx: Tx, received: Received, { byName, at: _, ...state }: Body): Promise<void> {
  const { about: id, from, at } = received
  const fields = sheetFaults(state.sheet, from)
  if (fields.length > 0) refuse('plan_malformed', { fields }, 422)
  const ceremony = await lockCeremony(tx, id)
  if (!ceremony) throw new NotYet('ceremony_missing')
  if (ceremony.partner !== from || ceremony.rehearsalOf) refuse('not_the_partner', {}, 403)
  const before = await findSheet(tx, id, 'theirs')
  if (state.version <= before.version) return
  await saveSheet(tx, id, 'theirs', state)
  const by = { kind: 'partner' as const, institution: from, name: byName }
  for (const { act, detail } of happened(before, state)) {
    const then = act === 'ceremony.change_asked' ? await told(tx, ceremony, state) : []
    await record(tx, { at, by, about: { kind: 'ceremony', id }, act, detail, then })
  }
  await settle(tx, id, at)
}

/** What a newer sheet tells: its answer, and what it changed. A sheet may bring both. */
function happened(
  before: SheetState,
  after: SheetState,
): { act: string; detail: Record<string, string | number | string[]> }[] {
  const parts = changedInSheet(before.sheet, after.sheet)
  const { confirmed, asked } = after
  const all = []
  if (before.version === 0) all.push({ act: 'ceremony.sheet_received_first', detail: {} })
  else if (parts.length > 0)
    all.push({ act: 'ceremony.sheet_received', detail: { parts, ...guestsChanged(before.sheet, after.sheet) } })
  if (confirmed && confirmed.version !== before.confirmed?.version)
    all.push({ act: 'ceremony.side_confirmed', detail: { version: confirmed.version } })
  if (asked && asked.text !== before.asked?.text)
    all.push({ act: 'ceremony.change_asked', detail: { text: asked.text } })
  return all
}

async function told(tx: Tx, { id, frame }: Ceremony, { asked }: SheetState): Promise<Following[]> {
  const officers = await accountsWithRole(tx, 'officer')
  const words = askedMail(frame.title, asked!)
  return officers.map((o) => mail({ to: { account: o.id }, ...words, path: `/ceremonies/${id}` }))
}
