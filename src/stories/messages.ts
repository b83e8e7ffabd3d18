/** What crosses to and from the partner's node about stories, and how it is checked. */
import { type Messages, silent } from '#src/platform/messages.ts'
import { receiveAnswer } from './receive-answer.ts'
import { receiveOffer, receiveOfferPhoto, receiveTakenBack } from './receive-offer.ts'
import { receivePublished } from './receive-published.ts'
import {
  sayAnswerAgain,
  sayOfferAgain,
  sayOfferPhotoAgain,
  sayOfferTakenBackAgain,
  sayPublishedAgain,
} from './say-again.ts'
import * as wire from './wire.ts'

export const storyMessages: Messages = {
  'story.offer_photo': {
    receive: (tx, m) => silent(receiveOfferPhoto(tx, m, wire.read(wire.offerPhotoShape, m.body))),
    sayAgain: (tx, sent) => sayOfferPhotoAgain(tx, wire.read(wire.offerPhotoShape, sent.body)),
  },
  'story.offer': {
    receive: (tx, m) => silent(receiveOffer(tx, m, wire.read(wire.offerShape, m.body))),
    sayAgain: (tx, sent) => sayOfferAgain(tx, sent, wire.read(wire.offerShape, sent.body)),
  },
  'story.withdrawn_offer': {
    receive: (tx, m) => silent(receiveTakenBack(tx, m, wire.read(wire.takenBackShape, m.body))),
    sayAgain: (tx, sent) => sayOfferTakenBackAgain(tx, sent, wire.read(wire.takenBackShape, sent.body)),
  },
  'story.approval': {
    receive: (tx, m) => silent(receiveAnswer(tx, m, wire.read(wire.answerShape, m.body))),
    sayAgain: (tx, sent) => sayAnswerAgain(tx, sent, wire.read(wire.answerShape, sent.body)),
  },
  'story.published': {
    receive: (tx, m) => silent(receivePublished(tx, m, wire.read(wire.publishedShape, m.body))),
    sayAgain: (tx, sent) => sayPublishedAgain(tx, sent, wire.read(wire.publishedShape, sent.body)),
  },
}
