/** What crosses to and from the partner's node about signing, and how it is checked. */
import { type MessageHandler, type Messages, silent } from '#src/platform/messages.ts'
import { consentAcknowledged, consentRefused, noteRefusedConsent, receiveConsent } from './receive-consent.ts'
import { preservationAnswered, receivePreservation, sayPreservationAgain } from './receive-preservation.ts'
import {
  noteRefusedOpen,
  openRefused,
  questionAnswered,
  receiveEnding,
  receiveOpen,
  receiveQuestion,
  receiveReading,
} from './receive-session.ts'
import { type Judges, noteRefusedSignature, receiveSignature, signatureRefused } from './receive-signature.ts'
import { sayConsentAgain, sayEndingAgain, sayOpenAgain, sayReadingAgain, saySignatureAgain } from './say-again.ts'
import * as wire from './wire.ts'

/** @param judges the pinned root certificates of partners, against which their signatures are checked */
export function signingMessages(judges: Judges): Messages {
  return {
    'signing.open': open,
    'signing.reading': {
      receive: async (tx, m) => silent(receiveReading(tx, m, wire.read(wire.readingShape, m.body))),
      sayAgain: (tx, sent) => sayReadingAgain(tx, sent, wire.read(wire.readingShape, sent.body)),
    },
    'signing.consent': consent,
    'signing.signature': signature(judges),
    'signing.preservation': preservation(judges),
    'signing.ending': {
      receive: async (tx, m) => silent(receiveEnding(tx, m, wire.read(wire.endingShape, m.body))),
      sayAgain: (tx, sent) => sayEndingAgain(tx, sent, wire.read(wire.endingShape, sent.body)),
    },
    'signing.question': question,
  }
}

const open: MessageHandler = {
  receive: async (tx, m) => silent(receiveOpen(tx, m, wire.read(wire.openShape, m.body))),
  sayAgain: (tx, sent) => sayOpenAgain(tx, sent, wire.read(wire.openShape, sent.body)),
  refused: async (tx, m, { reason }) => {
    const { data } = wire.openShape.safeParse(m.body)
    if (data) await noteRefusedOpen(tx, m, data, reason)
  },
  answered: async (tx, sent, answer) => {
    if (answer.answer === 'refused') await openRefused(tx, sent, wire.read(wire.openShape, sent.body), answer.reason)
  },
}

const consent: MessageHandler = {
  receive: async (tx, m) => silent(receiveConsent(tx, m, wire.read(wire.consentShape, m.body))),
  sayAgain: (tx, sent) => sayConsentAgain(tx, sent, wire.read(wire.consentShape, sent.body)),
  refused: async (tx, m, { reason }) => {
    const { data } = wire.consentShape.safeParse(m.body)
    if (data) await noteRefusedConsent(tx, m, data, reason)
  },
  answered: async (tx, sent, answer) => {
    const body = wire.read(wire.consentShape, sent.body)
    if (answer.answer === 'accepted') await consentAcknowledged(tx, sent, body)
    else await consentRefused(tx, sent, body, answer.reason)
  },
}

const signature = (judges: Judges): MessageHandler => ({
  receive: async (tx, m) => silent(receiveSignature(judges, tx, m, wire.read(wire.signatureShape, m.body))),
  sayAgain: (tx, sent) => saySignatureAgain(tx, sent, wire.read(wire.signatureShape, sent.body)),
  refused: async (tx, m, refusal) => {
    const { data } = wire.signatureShape.safeParse(m.body)
    if (data) await noteRefusedSignature(tx, m, data, refusal)
  },
  answered: async (tx, sent, answer) => {
    if (answer.answer === 'accepted') return
    await signatureRefused(tx, sent, wire.read(wire.signatureShape, sent.body), answer.reason, answer.details)
  },
})

const question: MessageHandler = {
  receive: async (tx, m) => receiveQuestion(tx, m, wire.read(wire.questionShape, m.body)),
  // Only its answer changes anything, and that is heard again.
  sayAgain: async () => {},
  answered: async (tx, sent, answer) => {
    if (answer.answer === 'refused') return
    await questionAnswered(tx, sent, wire.read(wire.questionShape, sent.body), wire.decisionShape.parse(answer.result))
  },
}

const preservation = (judges: Judges): MessageHandler => ({
  receive: async (tx, m) => silent(receivePreservation(judges, tx, m, wire.read(wire.preservationShape, m.body))),
  sayAgain: (tx, sent) => sayPreservationAgain(judges, tx, sent, wire.read(wire.preservationShape, sent.body)),
  answered: async (tx, sent, answer) =>
    preservationAnswered(tx, sent, wire.read(wire.preservationShape, sent.body), answer),
})
