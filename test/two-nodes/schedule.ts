/** Where each kind of message crosses between two nodes: in the play from draft to conclusion, or in one of the detours. */
import {
  type Detour,
  declination,
  label,
  lapse,
  lapseAsked,
  newPins,
  question,
  remark,
  reopening,
  withdrawal,
} from '#test/support/detours.ts'
import type { Which } from '#test/support/two-nodes.ts'

export interface Crossing {
  kind: string
  from: Which
}

/** In the play from draft to conclusion, in the order in which they are first sent. */
export const onTheWay: Crossing[] = [
  { kind: 'agreement.version', from: 'first' },
  { kind: 'agreement.comment', from: 'second' },
  { kind: 'agreement.version', from: 'second' },
  { kind: 'agreement.freeze', from: 'first' },
  { kind: 'agreement.freeze', from: 'second' },
  { kind: 'agreement.approval', from: 'first' },
  { kind: 'agreement.approval', from: 'second' },
  { kind: 'signing.open', from: 'first' },
  { kind: 'signing.reading', from: 'first' },
  { kind: 'signing.consent', from: 'first' },
  { kind: 'signing.reading', from: 'second' },
  { kind: 'signing.consent', from: 'second' },
  { kind: 'signing.signature', from: 'first' },
  { kind: 'signing.signature', from: 'second' },
]

/** Once both have signed: what preserves the document crosses from the deciding side, the last to sign. */
export const preservation: Crossing = { kind: 'signing.preservation', from: 'second' }

/** Where the typesetters of the two nodes differ: the first's document crosses. */
export const whereDocumentsDiffer: Crossing = { kind: 'agreement.document', from: 'first' }

/** Each detour with the messages that are its subject. */
export const astray: { detour: Detour; crossings: Crossing[] }[] = [
  { detour: remark, crossings: [{ kind: 'agreement.comment', from: 'first' }] },
  { detour: label('first'), crossings: [{ kind: 'agreement.label', from: 'first' }] },
  { detour: label('second'), crossings: [{ kind: 'agreement.label', from: 'second' }] },
  { detour: reopening('first'), crossings: [{ kind: 'agreement.reopening', from: 'first' }] },
  { detour: reopening('second'), crossings: [{ kind: 'agreement.reopening', from: 'second' }] },
  { detour: newPins('first'), crossings: [{ kind: 'agreement.pins', from: 'first' }] },
  { detour: newPins('second'), crossings: [{ kind: 'agreement.pins', from: 'second' }] },
  { detour: withdrawal, crossings: [{ kind: 'signing.ending', from: 'first' }] },
  {
    detour: declination,
    crossings: [
      { kind: 'signing.open', from: 'second' },
      { kind: 'signing.ending', from: 'second' },
    ],
  },
  { detour: lapse('first'), crossings: [{ kind: 'signing.ending', from: 'first' }] },
  { detour: lapse('second'), crossings: [{ kind: 'signing.ending', from: 'second' }] },
  { detour: question, crossings: [{ kind: 'signing.question', from: 'first' }] },
  {
    detour: lapseAsked,
    crossings: [
      { kind: 'signing.question', from: 'first' },
      { kind: 'signing.ending', from: 'second' },
    ],
  },
]

/** Where the text asks for both logs: each side's proof crosses before the agreement is concluded, and what its log says in clear. */
export const proofs: Crossing[] = [
  { kind: 'witness.events', from: 'first' },
  { kind: 'witness.events', from: 'second' },
  { kind: 'witness.proof', from: 'first' },
  { kind: 'witness.proof', from: 'second' },
]

/** After conclusion: a notice, and its taking back by both. */
export const ending: Crossing[] = [
  { kind: 'agreement.termination', from: 'first' },
  { kind: 'agreement.termination', from: 'second' },
]

/** Every kind that is killed, doubled and lost somewhere. */
export const scheduled: string[] = [
  ...onTheWay,
  preservation,
  whereDocumentsDiffer,
  ...proofs,
  ...ending,
  ...astray.flatMap((a) => a.crossings),
].map((c) => c.kind)
