/** Our office writes a letter in its own words, instead of the draft. */
import type { Db } from '#src/platform/database/tables.ts'
import { actorOf } from '#src/platform/people/index.ts'
import { record } from '#src/platform/record.ts'
import type { OfficersCeremony } from './access.ts'
import type { LetterKind } from './around-tables.ts'
import { refuse } from './invitation.ts'
import { findLetter, saveLetterRow } from './invitation-store.ts'
import type { Bilingual } from './plan.ts'
import { lockCeremony } from './store.ts'

export interface LetterInput {
  kind: LetterKind
  text: Bilingual
  /** The version the officer began from; 0 for the draft. */
  version: number
  at: Temporal.Instant
}

/** @throws Refusal `letter_missing`, `letter_changed_meanwhile` where a colleague saved in between */
export async function saveLetter(db: Db, { officer, plan }: OfficersCeremony, input: LetterInput): Promise<void> {
  const { kind, text, version, at } = input
  if (!text.en || !text.zh || text.en.length + text.zh.length > 20_000) refuse('letter_missing', {}, 422)
  await db.transaction().execute(async (tx) => {
    await lockCeremony(tx, plan.id)
    const before = await findLetter(tx, plan.id, kind)
    if (before?.text.en === text.en && before.text.zh === text.zh) return
    if ((before?.version ?? 0) !== version) refuse('letter_changed_meanwhile')
    await saveLetterRow(tx, plan.id, kind, { text, version: version + 1 })
    const about = { kind: 'ceremony', id: plan.id }
    await record(tx, { at, by: actorOf(officer), about, act: 'ceremony.letter_written', detail: { kind } })
  })
}
