/** What crosses to and from the partner's node about stories, and how it is checked. */
import { type Messages, silent } from '#src/platform/messages.ts'
import { receiveAnswer } from './receive-answer.ts'
import { receiveOffer, receiveOfferPhoto, receiveTakenBack } from './receive-offer.ts'
import { receivePublished } from './receive-published.ts'
import * as wire from './wire.ts'

export const storyMessages: Messages = {
  'story.offer_photo': {
    receive: (tx, m) => silent(receiveOfferPhoto(tx, m, wire.read(wire.offerPhotoShape, m.body))),
  },
  'story.offer': { receive: (tx, m) => silent(receiveOffer(tx, m, wire.read(wire.offerShape, m.body))) },
  'story.withdrawn_offer': {
    receive: (tx, m) => silent(receiveTakenBack(tx, m, wire.read(wire.takenBackShape, m.body))),
  },
  'story.approval': { receive: (tx, m) => silent(receiveAnswer(tx, m, wire.read(wire.answerShape, m.body))) },
  'story.published': { receive: (tx, m) => silent(receivePublished(tx, m, wire.read(wire.publishedShape, m.body))) },
}
