/** A partner offers us a story of both universities, photographs first; or takes the offer back. */
import type { z } from 'zod'
import { findInstitution, ourInstitution } from '#src/partners/index.ts'
import { sha256 } from '#src/platform/canonical.ts'
import type { Tx } from '#src/platform/database/tables.ts'
import { putFile } from '#src/platform/files/index.ts'
import { readPhoto } from '#src/platform/images/index.ts'
import { mail } from '#src/platform/mail/index.ts'
import { NotYet, type Received } from '#src/platform/messages.ts'
import { accountsWithRole } from '#src/platform/people/index.ts'
import { record } from '#src/platform/record.ts'
import { contentHash, headlineOf } from './content.ts'
import { mailWords } from './mail-words.ts'
import { lockOffer, offerPhotos, saveOffer, saveOfferPhoto } from './offer-store.ts'
import { refuse } from './story.ts'
import type { offerPhotoShape, offerShape, takenBackShape } from './wire.ts'

/** Keeps the photograph, if it is one, and if its bytes have the hash it claims. */
export async function receiveOfferPhoto(tx: Tx, m: Received, body: z.infer<typeof offerPhotoShape>): Promise<void> {
  await fromItsPartner(tx, m)
  const bytes = Buffer.from(body.jpeg, 'base64')
  if (sha256(bytes) !== body.sha256) refuse('story_offer_does_not_fit', {}, 422)
  const { type } = await readPhoto(bytes)
  if (type !== 'image/jpeg') refuse('story_offer_does_not_fit', {}, 422)
  await putFile(tx, bytes, type)
  await saveOfferPhoto(tx, m.about, body.sha256)
}

/** An older offer arriving late is ignored; the same again changes nothing. */
export async function receiveOffer(tx: Tx, m: Received, body: z.infer<typeof offerShape>): Promise<void> {
  const before = await fromItsPartner(tx, m)
  const us = await ourInstitution(tx)
  const { content, hash, number } = body
  if (content.partner !== us.ror || contentHash(content) !== hash) refuse('story_offer_does_not_fit', {}, 422)
  if (before && before.number >= number) return
  const here = await offerPhotos(tx, m.about)
  if (content.photos.some(({ shared }) => !here.includes(shared))) throw new NotYet('photo_missing')
  const partner = (await findInstitution(tx, m.from))!
  await saveOffer(tx, {
    ...{ story: m.about, partner: m.from, number, state: 'waiting', content, hash, words: '', answered: null },
    ...{ embargoUntil: body.embargoUntil, byName: body.byName, receivedAt: m.at },
  })
  const title = { en: headlineOf(content.translations, 'en'), zh: headlineOf(content.translations, 'zh') }
  const then = (await accountsWithRole(tx, 'editor')).map(({ id }) =>
    mail({
      to: { account: id },
      subject: mailWords.offeredSubject(title, partner.short),
      text: mailWords.offeredText(title, partner.short),
      path: `/stories/offers/${m.about}`,
    }),
  )
  const by = { kind: 'partner' as const, institution: m.from, name: body.byName }
  const about = { kind: 'story_offer', id: m.about }
  await record(tx, { at: m.at, by, about, act: 'story.offered', detail: { number, hash }, then })
}

/** The offer no longer stands: what it said has changed. */
export async function receiveTakenBack(tx: Tx, m: Received, body: z.infer<typeof takenBackShape>): Promise<void> {
  const before = await fromItsPartner(tx, m)
  if (!before || before.number < body.number) throw new NotYet('offer_missing')
  if (before.number > body.number || before.state === 'withdrawn') return
  await saveOffer(tx, { ...before, state: 'withdrawn' })
  const by = { kind: 'partner' as const, institution: m.from, name: before.byName }
  const about = { kind: 'story_offer', id: m.about }
  await record(tx, { at: m.at, by, about, act: 'story.offer_taken_back', detail: { number: body.number } })
}

/** A story belongs to the partner who offered it first. */
async function fromItsPartner(tx: Tx, m: Received) {
  const before = await lockOffer(tx, m.about)
  if (before && before.partner !== m.from) refuse('story_not_the_partner', {}, 403)
  return before
}
