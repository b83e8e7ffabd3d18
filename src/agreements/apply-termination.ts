/** One side's consent about a termination is taken down: the same on either node, whoever spoke. */
import { ourInstitution } from '#src/partners/index.ts'
import type { Tx } from '#src/platform/database/tables.ts'
import { mail } from '#src/platform/mail/index.ts'
import { accountsWithRole } from '#src/platform/people/index.ts'
import { type Actor, type Following, record } from '#src/platform/record.ts'
import { type Agreement, refuse } from './agreement.ts'
import { enterTermination } from './enter-termination.ts'
import { terminationEvidence } from './log-evidence.ts'
import {
  mayAnswer,
  mayBegin,
  noticeEnds,
  type Termination,
  type TerminationAct,
  type TerminationConsent,
} from './termination.ts'
import { insertTermination, insertTerminationConsent, terminationsOf } from './termination-store.ts'
import { terminationMails } from './termination-words.ts'
import type { AgreementText } from './text.ts'

export interface Applying {
  /** The beginning of the chain, held. */
  root: Agreement
  /** The text in force. */
  text: AgreementText
  consent: TerminationConsent
  by: Actor
  now: Temporal.Instant
  /** What else follows: the message, where it is ours. */
  then?: Following[]
}

/** @throws Refusal `termination_not_open` where it is too late, or not for this side to say */
export async function applyTermination(tx: Tx, a: Applying): Promise<void> {
  const { root, text, consent, now } = a
  const all = await terminationsOf(tx, root.id)
  const { statement, act, side } = consent
  const held = all.find((t) => t.id === statement.termination)
  if (act === 'agree_end' || act === 'withdraw') {
    if (!held || !sameTermination(held, consent) || !mayAnswer(held, act, side, now)) refuse('termination_not_open')
  } else {
    if (held) refuse('termination_not_open')
    await begin(
      tx,
      a,
      all.filter((t) => t.side === side),
    )
  }
  await insertTerminationConsent(tx, statement.termination, consent)
  await enterTermination(tx, root, { now, zone: (await ourInstitution(tx)).zone })
  await note(tx, a, text)
}

async function begin(tx: Tx, { root, text, consent, now }: Applying, ownSide: Termination[]): Promise<void> {
  const { statement, act, side, at: givenAt } = consent
  const kind = act === 'give_notice' ? ('notice' as const) : ('mutual' as const)
  if (!mayBegin(kind, text.term, ownSide, now)) refuse('termination_not_open')
  const effectiveAt = Temporal.Instant.from(statement.effectiveAt)
  if (kind === 'notice' && !effectiveAt.equals(noticeEnds(text.term, givenAt)))
    refuse('termination_date_wrong', {}, 422)
  if (Temporal.Instant.compare(effectiveAt, now) <= 0) refuse('termination_date_wrong', {}, 422)
  const { termination: id, reason } = statement
  await insertTermination(tx, { id, agreement: root.id, kind, side, reason, givenAt, effectiveAt })
}

/** An answer must be to what was given, word for word. */
const sameTermination = (t: Termination, { statement }: TerminationConsent): boolean =>
  t.effectiveAt.equals(Temporal.Instant.from(statement.effectiveAt))

const notedAs: Record<TerminationAct, string> = {
  give_notice: 'agreement.give_notice',
  propose_end: 'agreement.propose_end',
  agree_end: 'agreement.agree_end',
  withdraw: 'agreement.withdraw',
}

async function note(tx: Tx, { root, consent, by, now, then = [] }: Applying, text: AgreementText): Promise<void> {
  const { act, statement, method } = consent
  const about = { kind: 'agreement' as const, id: root.id }
  await record(tx, {
    at: now,
    by,
    about,
    act: notedAs[act],
    detail: {
      termination: statement.termination,
      effectiveAt: statement.effectiveAt,
      reason: statement.reason,
      method,
    },
    then: [...then, terminationEvidence(root, consent), ...(await letters(tx, consent, text, root))],
  })
}

/** Officers and signatories of our side hear what the partner said, and what their own said. */
async function letters(
  tx: Tx,
  { act, side }: TerminationConsent,
  { title }: AgreementText,
  { id }: Agreement,
): Promise<Following[]> {
  const people = [...(await accountsWithRole(tx, 'officer')), ...(await accountsWithRole(tx, 'signatory'))]
  const accounts = [...new Set(people.map((p) => p.id))]
  const words = terminationMails(act, side, title)
  return accounts.map((account) => mail({ to: { account }, ...words, path: `/agreements/${id}/termination` }))
}
