/** An officer saves our unsent text. Only with the pen; and only on top of the revision they had before them. */
import type { Db } from '#src/platform/database/tables.ts'
import { actorOf } from '#src/platform/people/index.ts'
import { record } from '#src/platform/record.ts'
import type { OfficersAgreement } from './access.ts'
import { move, refuse } from './agreement.ts'
import { addAuthor, findDraft, saveDraft } from './draft-store.ts'
import { releaseSeats } from './release-seats.ts'
import { lockAgreement } from './store.ts'
import type { AgreementText } from './text.ts'
import { differingFields, isCoherent, textShape } from './text-rules.ts'
import { findVersion } from './version-store.ts'

export interface DraftInput {
  title: AgreementText['title']
  clauses: AgreementText['clauses']
  seats: AgreementText['seats']
  prevails: AgreementText['prevails']
  /** Left as they are where they are not given. */
  effect?: AgreementText['effect']
  term?: AgreementText['term']
  /** The draft's revision the officer began from. */
  revision: number
  at: Temporal.Instant
}

/** @throws Refusal `draft_changed_meanwhile` where a colleague saved in between, `text_malformed` where the text does not hang together */
export async function saveOurDraft(
  db: Db,
  { officer, agreement }: OfficersAgreement,
  input: DraftInput,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const before = (await lockAgreement(tx, agreement.id))!
    move(before, 'edit')
    const draft = await findDraft(tx, before.id)
    if (draft.revision !== input.revision) refuse('draft_changed_meanwhile')
    const base = draft.text ?? (await findVersion(tx, before.id, before.version))!.text
    const { revision: _, at: __, ...written } = input
    const text = textShape.safeParse({ ...base, ...written })
    if (!text.success || !isCoherent(text.data)) return refuse('text_malformed', { fields: faults(text) }, 422)
    await saveDraft(tx, before.id, text.data, draft.revision + 1)
    await releaseSeats(tx, { before: base, after: text.data })
    await addAuthor(tx, before.id, officer.account.id)
    const about = { kind: 'agreement', id: before.id }
    const fields = differingFields(base, text.data)
    await record(tx, { at: input.at, by: actorOf(officer), about, act: 'agreement.edited', detail: { fields } })
  })
}

function faults(result: ReturnType<typeof textShape.safeParse>): string[] {
  return result.success ? [] : result.error.issues.map((issue) => issue.path.join('.'))
}
