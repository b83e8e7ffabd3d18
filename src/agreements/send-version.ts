/** An officer sends our text to the partner as the next version; the pen goes with it. */
import type { Db, Tx } from '#src/platform/database/tables.ts'
import { message } from '#src/platform/messages.ts'
import { actorOf } from '#src/platform/people/index.ts'
import { type Following, type Json, record } from '#src/platform/record.ts'
import type { OfficersAgreement } from './access.ts'
import { type Agreement, move, refuse } from './agreement.ts'
import { addAuthor, findDraft, saveDraft } from './draft-store.ts'
import { freezesOf } from './freeze-store.ts'
import { labels } from './label-store.ts'
import { lockAgreement, saveAgreement } from './store.ts'
import type { TypesetterIdentity } from './text.ts'
import { textHash } from './text-rules.ts'
import { withSites } from './verify-at.ts'
import { findVersion, insertVersion, type Version } from './version-store.ts'

export interface SendInput {
  note: string
  typesetter: TypesetterIdentity
  /** Where people reach each party's node, by ROR id, as far as that is known here: for the printed document. */
  sites: Partial<Record<string, string>>
  at: Temporal.Instant
}

/** @throws Refusal `nothing_changed` where the draft is the partner's last version word for word */
export async function sendVersion(
  db: Db,
  { officer, agreement }: OfficersAgreement,
  input: SendInput,
): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const before = (await lockAgreement(tx, agreement.id))!
    const state = move(before, 'send_version')
    const { text: draft, revision } = await findDraft(tx, before.id)
    const last = await findVersion(tx, before.id, before.version)
    if (!draft || draft.clauses.length === 0) return refuse('nothing_changed')
    const text = withSites({ ...draft, typesetter: input.typesetter }, input.sites)
    const hash = textHash(text)
    if (hash === last?.textHash) refuse('nothing_changed')
    const version: Version = {
      agreement: before.id,
      number: before.version + 1,
      side: 'ours',
      text,
      textHash: hash,
      note: input.note.trim(),
      byName: officer.account.name.latin,
      sentAt: input.at,
    }
    const withdrewFreeze = (await freezesOf(tx, before)).length > 0
    await insertVersion(tx, version)
    await saveDraft(tx, before.id, null, revision + 1)
    const { number } = version
    await saveAgreement(tx, { ...before, state, version: number, turn: 'theirs', turnSince: input.at, frozen: null })
    await addAuthor(tx, before.id, officer.account.id)
    await record(tx, {
      at: input.at,
      by: actorOf(officer),
      about: { kind: 'agreement', id: before.id },
      act: 'agreement.sent',
      detail: { version: number, textHash: hash, withdrewFreeze },
      then: await letters(tx, before, version),
    })
    return number
  })
}

/** The version crosses; with the first, also what our side calls the agreement. */
async function letters(tx: Tx, { id, partner, kind }: Agreement, version: Version): Promise<Following[]> {
  const { number, text, textHash: hash, note, byName, sentAt } = version
  const at = sentAt.toString()
  const body = { number, kind, text, textHash: hash, note, byName, at } as unknown as Json
  const label = number === 1 ? (await labels(tx, id)).ours : undefined
  const named = label && message(partner, 'agreement.label', id, { ...label, at } as unknown as Json)
  return [message(partner, 'agreement.version', id, body), ...(named ? [named] : [])]
}
