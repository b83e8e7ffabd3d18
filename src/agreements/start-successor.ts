/** An officer starts what follows an agreement in force: an amendment, an extension or a renewal, as a draft of the same text. */
import type { Db, Tx } from '#src/platform/database/tables.ts'
import { actorOf } from '#src/platform/people/index.ts'
import { record } from '#src/platform/record.ts'
import type { OfficersAgreement } from './access.ts'
import { type Agreement, refuse } from './agreement.ts'
import { mayFollow, successorTitle } from './chain.ts'
import { readChain } from './chain-store.ts'
import { classOf, saveClass } from './class-store.ts'
import { addAuthor } from './draft-store.ts'
import { saveSignatory, signatories } from './freeze-store.ts'
import { beginDraft, usualTerm } from './start-agreement.ts'
import { lockAgreement } from './store.ts'
import { termDays } from './term.ts'
import { standingOf } from './termination.ts'
import { terminationsOf } from './termination-store.ts'
import {
  type AgreementText,
  type Bilingual,
  effects,
  type Succession,
  type Term,
  type TypesetterIdentity,
} from './text.ts'
import { findVersion } from './version-store.ts'

export interface SuccessorInput {
  how: Succession
  typesetter: TypesetterIdentity
  at: Temporal.Instant
}

/** @returns the id of the new draft. @throws Refusal `nothing_to_follow` where the agreement is not what is in force */
export async function startSuccessor(
  db: Db,
  { officer, agreement }: OfficersAgreement,
  input: SuccessorInput,
): Promise<string> {
  const { how, at } = input
  return db.transaction().execute(async (tx) => {
    const before = (await lockAgreement(tx, agreement.id))!
    const chain = await readChain(tx, before.id)
    const over = (await terminationsOf(tx, chain.root.id)).some((t) => standingOf(t, at) === 'ended')
    if (!mayFollow(before, chain) || (over && how !== 'renewal')) refuse('nothing_to_follow')
    const { text } = (await findVersion(tx, before.id, before.version))!
    const draft = successorText(before, text, chain.root.title, input)
    await beginDraft(tx, draft, { kind: before.kind, partner: before.partner, at })
    await addAuthor(tx, draft.agreement, officer.account.id)
    await seatTheSame(tx, before.id, draft)
    await classTheSame(tx, before, draft.agreement)
    const by = actorOf(officer)
    const detail = { how, follows: before.id }
    await record(tx, { at, by, about: { kind: 'agreement', id: draft.agreement }, act: 'agreement.started', detail })
    const started = { how, successor: draft.agreement }
    await record(tx, {
      at,
      by,
      about: { kind: 'agreement', id: before.id },
      act: 'agreement.successor_started',
      detail: started,
    })
    return draft.agreement
  })
}

/** Of the same unit and type, so that whoever manages these finds it; its risk is to be judged again. */
async function classTheSame(tx: Tx, before: Agreement, successor: string): Promise<void> {
  const { kind, unit, unitId } = await classOf(tx, before)
  if (!unitId) return
  await saveClass(tx, successor, { kind, unit, unitId, risk: null, value: null, currency: '', proposer: null })
}

/** The text in force, whole: what changes it is read in its place. Takes effect by the stronger rule, whatever the old text had. */
function successorText(
  { id, frozen, concludedAt }: Agreement,
  text: AgreementText,
  title: Bilingual,
  { how, typesetter }: SuccessorInput,
): AgreementText {
  const { textHash, documentHash } = frozen!
  return {
    ...text,
    agreement: crypto.randomUUID(),
    title: successorTitle(title, how),
    effect: effects[0],
    term: how === 'renewal' ? (text.term ?? usualTerm) : fixedTerm(text.term, concludedAt!),
    follows: { how, agreement: id, textHash, documentHash },
    typesetter,
  }
}

/** Years that run already are named by the day they end. */
function fixedTerm(term: Term | undefined, effective: Temporal.Instant): Term {
  const { endsOn, reviewOn, noticeMonths } = termDays(term, effective)
  const ends: Term['ends'] = endsOn
    ? { kind: 'on', day: endsOn.toString() }
    : { kind: 'open', reviewOn: reviewOn.toString() }
  return { ends, noticeMonths }
}

/** Whoever held a seat of ours holds it in the successor, until an officer says otherwise. */
async function seatTheSame(tx: Tx, from: string, { agreement, seats }: AgreementText): Promise<void> {
  for (const { seat, account } of await signatories(tx, from))
    if (seats.some(({ id }) => id === seat)) await saveSignatory(tx, agreement, seat, account)
}
