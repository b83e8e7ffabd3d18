/** What crosses to and from the partner's node about ceremonies. Whole parts with growing versions: doubled, late or out of order, the newest stands. */
import { type MessageHandler, type Messages, silent } from '#src/platform/messages.ts'
import { record } from '#src/platform/record.ts'
import { afterMessages } from './after-messages.ts'
import { refusalNoted } from './journal-store.ts'
import { receiveFrame } from './receive-frame.ts'
import { receiveRehearsal, receiveRehearsalEnd } from './receive-rehearsal.ts'
import { receiveSheet } from './receive-sheet.ts'
import { sayFrameAgain, sayRehearsalAgain, sayRehearsalEndAgain, saySheetAgain } from './say-again.ts'
import { readShape } from './shapes.ts'
import * as wire from './wire.ts'

/** A part the other node will not take is told in our journal: somebody has to look at it. */
const answered: MessageHandler['answered'] = async (tx, { to, about: id, at }, answer) => {
  if (answer.answer !== 'refused' || (await refusalNoted(tx, id, at))) return
  const by = { kind: 'partner' as const, institution: to, name: '' }
  const detail = { reason: answer.reason }
  await record(tx, { at, by, about: { kind: 'ceremony', id }, act: 'ceremony.refused_by_partner', detail })
}

export const ceremonyMessages: Messages = {
  'ceremony.frame': {
    receive: (tx, m) => silent(receiveFrame(tx, m, readShape(wire.frameShape, m.body))),
    sayAgain: (tx, sent) => sayFrameAgain(tx, sent, readShape(wire.frameShape, sent.body)),
    answered,
  },
  'ceremony.sheet': {
    receive: (tx, m) => silent(receiveSheet(tx, m, readShape(wire.sheetShape, m.body))),
    sayAgain: (tx, sent) => saySheetAgain(tx, sent, readShape(wire.sheetShape, sent.body)),
    answered,
  },
  'ceremony.rehearsal': {
    receive: (tx, m) => silent(receiveRehearsal(tx, m, readShape(wire.rehearsalShape, m.body))),
    sayAgain: (tx, sent) => sayRehearsalAgain(tx, sent, readShape(wire.rehearsalShape, sent.body)),
    answered,
  },
  'ceremony.rehearsal_ended': {
    receive: (tx, m) => silent(receiveRehearsalEnd(tx, m, readShape(wire.rehearsalEndedShape, m.body))),
    sayAgain: (tx, sent) => sayRehearsalEndAgain(tx, sent, readShape(wire.rehearsalEndedShape, sent.body)),
  },
  ...Object.fromEntries(Object.entries(afterMessages).map(([kind, handler]) => [kind, { ...handler, answered }])),
}
