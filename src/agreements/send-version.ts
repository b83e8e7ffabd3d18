/** An officer sends our text to the partner as the next version; the pen goes with it. */
import type { Db } from '#src/platform/database/tables.ts'
import { message } from '#src/platform/messages.ts'
import { actorOf } from '#src/platform/people/index.ts'
import { type Json, record } from '#src/platform/record.ts'
import type { OfficersAgreement } from './access.ts'
import { move, refuse } from './agreement.ts'
import { freezesOf } from './freeze-store.ts'
import {
  addAuthor,
  findDraft,
  findVersion,
  insertVersion,
  labels,
  lockAgreement,
  saveAgreement,
  saveDraft,
} from './store.ts'
import type { AgreementText, TypesetterIdentity } from './text.ts'
import { textHash } from './text-rules.ts'

export interface SendInput {
  note: string
  typesetter: TypesetterIdentity
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
    const text: AgreementText = { ...draft, typesetter: input.typesetter }
    const hash = textHash(text)
    if (hash === last?.textHash) refuse('nothing_changed')
    const byName = officer.account.name.latin
    const number = before.version + 1
    const version = {
      agreement: before.id,
      number,
      side: 'ours' as const,
      text,
      textHash: hash,
      note: input.note.trim(),
      byName,
      sentAt: input.at,
    }
    const withdrawn = (await freezesOf(tx, before)).length > 0
    await insertVersion(tx, version)
    await saveDraft(tx, before.id, null, revision + 1)
    await saveAgreement(tx, { ...before, state, version: number, turn: 'theirs', turnSince: input.at, frozen: null })
    await addAuthor(tx, before.id, officer.account.id)
    const { kind } = before
    const body = {
      number,
      kind,
      text,
      textHash: hash,
      note: version.note,
      byName,
      at: input.at.toString(),
    } as unknown as Json
    const label = (await labels(tx, before.id)).ours
    await record(tx, {
      at: input.at,
      by: actorOf(officer),
      about: { kind: 'agreement', id: before.id },
      act: 'agreement.sent',
      detail: { version: number, textHash: hash, withdrewFreeze: withdrawn },
      then: [
        message(before.partner, 'agreement.version', before.id, body),
        ...(number === 1 && label
          ? [
              message(before.partner, 'agreement.label', before.id, {
                ...label,
                at: input.at.toString(),
              } as unknown as Json),
            ]
          : []),
      ],
    })
    return number
  })
}
