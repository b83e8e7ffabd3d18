/** What crosses to and from the partner's node after a ceremony. */
import { type Messages, silent } from '#src/platform/messages.ts'
import { commitmentShape, standingShape } from './commitment-shapes.ts'
import { minutesAnswerShape, minutesShape } from './minutes-shapes.ts'
import { receiveCommitment, receiveStanding } from './receive-commitment.ts'
import { receiveMinutes, receiveMinutesAnswer } from './receive-minutes.ts'
import { sayCommitmentAgain, sayMinutesAgain, sayMinutesAnswerAgain, sayStandingAgain } from './say-after-again.ts'
import { readShape } from './shapes.ts'

export const afterMessages: Messages = {
  'ceremony.commitment': {
    receive: (tx, m) => silent(receiveCommitment(tx, m, readShape(commitmentShape, m.body))),
    sayAgain: (tx, sent) => sayCommitmentAgain(tx, sent, readShape(commitmentShape, sent.body)),
  },
  'ceremony.commitment_standing': {
    receive: (tx, m) => silent(receiveStanding(tx, m, readShape(standingShape, m.body))),
    sayAgain: (tx, sent) => sayStandingAgain(tx, sent, readShape(standingShape, sent.body)),
  },
  'ceremony.minutes': {
    receive: (tx, m) => silent(receiveMinutes(tx, m, readShape(minutesShape, m.body))),
    sayAgain: (tx, sent) => sayMinutesAgain(tx, sent, readShape(minutesShape, sent.body)),
  },
  'ceremony.minutes_answer': {
    receive: (tx, m) => silent(receiveMinutesAnswer(tx, m, readShape(minutesAnswerShape, m.body))),
    sayAgain: (tx, sent) => sayMinutesAnswerAgain(tx, sent, readShape(minutesAnswerShape, sent.body)),
  },
}
