/** What crosses to and from the partner's node about agreements, and how it is checked. */
import { type MessageHandler, type Messages, NotYet, silent } from '#src/platform/messages.ts'
import type { Typesetter } from '#src/platform/typeset/index.ts'
import { refuse } from './agreement.ts'
import { clearBothApprovals } from './clear-approvals.ts'
import { insertComment } from './comment-store.ts'
import { type Approval, approvalsOf } from './freeze-store.ts'
import { saveLabel } from './label-store.ts'
import { receiveApproval, receivePins, receiveReopening } from './receive-decision.ts'
import { noteRefusedDocument, receiveDocument } from './receive-document.ts'
import { freezeAnswered, receiveFreeze } from './receive-freeze.ts'
import { receiveTermination, terminationAnswered, terminationShape } from './receive-termination.ts'
import { receiveVersion } from './receive-version.ts'
import { penPassed } from './reopen.ts'
import { sayApprovalAgain, sayFreezeAgain, sayPinsAgain, sayReopeningAgain, sayVersionAgain } from './say-again.ts'
import { sayTerminationAgain } from './say-termination-again.ts'
import { standing } from './standing.ts'
import { lockAgreement } from './store.ts'
import * as wire from './wire.ts'

/** @param parts `typesetter` makes our own revision 0; `steps` are the keys of our own approval steps */
export function agreementMessages({ typesetter, steps }: { typesetter: Typesetter; steps: string[] }): Messages {
  return {
    'agreement.version': {
      receive: (tx, m) => silent(receiveVersion(tx, m, wire.read(wire.versionShape, m.body))),
      sayAgain: (tx, sent) => sayVersionAgain(tx, sent, wire.read(wire.versionShape, sent.body)),
    },
    'agreement.freeze': {
      receive: (tx, m) => receiveFreeze({ typesetter, steps }, tx, m, wire.read(wire.freezeShape, m.body)),
      sayAgain: (tx, sent) => sayFreezeAgain({ typesetter, steps }, tx, sent, wire.read(wire.freezeShape, sent.body)),
      answered: async (tx, sent, answer) => {
        if (answer.answer === 'refused') return
        const proposal = wire.read(wire.freezeShape, sent.body)
        await freezeAnswered(tx, sent, proposal, wire.freezeResultShape.parse(answer.result))
      },
    },
    'agreement.document': {
      receive: (tx, m) => silent(receiveDocument(tx, m, wire.read(wire.documentShape, m.body))),
      refused: (tx, m, refusal) => noteRefusedDocument(tx, m, refusal),
      // Ours lies here with our proposal to freeze.
      sayAgain: async () => {},
    },
    'agreement.reopening': reopening,
    'agreement.approval': approval(steps),
    'agreement.pins': {
      receive: (tx, m) => silent(receivePins(tx, m, wire.read(wire.pinsShape, m.body))),
      sayAgain: (tx, sent) => sayPinsAgain(tx, sent, wire.read(wire.pinsShape, sent.body)),
    },
    'agreement.termination': termination,
    'agreement.label': label,
    'agreement.comment': comment,
  }
}

const reopening: MessageHandler = {
  receive: (tx, m) => receiveReopening(tx, m, wire.read(wire.reopeningShape, m.body)),
  sayAgain: (tx, sent) => sayReopeningAgain(tx, sent, wire.read(wire.reopeningShape, sent.body)),
  answered: async (tx, sent, answer) => {
    const passed = answer.answer === 'accepted' && (answer.result as { pen?: string } | null)?.pen === 'passed'
    if (passed) await penPassed(tx, sent.about, wire.read(wire.reopeningShape, sent.body), sent.at)
  },
}

/**
 * A refused approval means that the copies or the seats differ: ours does not stand either. Where what was refused has been cleared
 * since, the no comes late, and what was approved anew stands.
 */
const approval = (steps: string[]): MessageHandler => ({
  receive: (tx, m) => silent(receiveApproval(tx, m, wire.read(wire.approvalShape, m.body), steps)),
  sayAgain: (tx, sent) => sayApprovalAgain(tx, sent, wire.read(wire.approvalShape, sent.body), steps),
  answered: async (tx, sent, answer) => {
    if (answer.answer !== 'refused' || !['copies_differ', 'seats_differ'].includes(answer.reason)) return
    const body = wire.read(wire.approvalShape, sent.body)
    const agreement = await standing(tx, { about: sent.about, from: sent.to }, body, ['frozen']).catch(() => undefined)
    const by = { kind: 'partner' as const, institution: sent.to, name: '' }
    const stands = agreement && (await approvalsOf(tx, agreement.id)).some((a) => isTheOne(a, body))
    if (stands) await clearBothApprovals(tx, agreement, { because: 'copies_differ', by, at: sent.at })
  },
})

const isTheOne = (a: Approval, sent: { textHash: string; seatsHash: string }): boolean =>
  a.side === 'ours' && a.textHash === sent.textHash && a.seatsHash === sent.seatsHash

const termination: MessageHandler = {
  receive: (tx, m) => silent(receiveTermination(tx, m, wire.read(terminationShape, m.body))),
  sayAgain: (tx, sent) => sayTerminationAgain(tx, sent, wire.read(terminationShape, sent.body)),
  answered: terminationAnswered,
}

const label: MessageHandler = {
  receive: async (tx, m) => {
    const agreement = await theirs(tx, m)
    const { at: _, ...said } = wire.read(wire.labelShape, m.body)
    await saveLabel(tx, agreement.id, 'theirs', said)
    return null
  },
  sayAgain: async (tx, sent) => {
    const agreement = await theirs(tx, { about: sent.about, from: sent.to })
    const { at: _, ...said } = wire.read(wire.labelShape, sent.body)
    await saveLabel(tx, agreement.id, 'ours', said)
  },
}

const comment: MessageHandler = {
  receive: async (tx, m) => {
    const agreement = await theirs(tx, m)
    const said = wire.read(wire.commentShape, m.body)
    if (said.version > agreement.version) throw new NotYet('earlier_version_missing')
    await insertComment(tx, { ...said, agreement: agreement.id, side: 'theirs', internal: false })
    return null
  },
  sayAgain: async (tx, sent) => {
    const agreement = await theirs(tx, { about: sent.about, from: sent.to })
    const said = wire.read(wire.commentShape, sent.body)
    await insertComment(tx, { ...said, agreement: agreement.id, side: 'ours', internal: false })
  },
}

async function theirs(tx: Parameters<MessageHandler['receive']>[0], m: { about: string; from: string }) {
  const agreement = (await lockAgreement(tx, m.about)) ?? notYet()
  if (agreement.partner !== m.from) refuse('not_the_partner', {}, 403)
  return agreement
}

function notYet(): never {
  throw new NotYet('agreement_missing')
}
