/** From the form of a new ceremony to its plan; what was typed comes back where it cannot be. */

import { findAgreement, findVersion } from '#src/agreements/index.ts'
import { institutions } from '#src/partners/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import { isId } from '#src/platform/id.ts'
import { formValues } from '#src/platform/people/index.ts'
import type { Visitor } from '#src/platform/people/visitor.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { refusalText } from '#src/platform/ui/index.ts'
import type { CeremonyContext } from './answers.ts'
import { refuse } from './ceremony.ts'
import { both, type Fields, idOfForm, oneOf } from './form-parts.ts'
import { kinds } from './frame.ts'
import { type Beginning, newPage } from './new-page.ts'
import { readWhen } from './read-frame-form.ts'
import { startCeremony } from './start-ceremony.ts'
import { sharedHours, type WallTime, wallFields, wallTime } from './wall-time.ts'
import { ceremonyRefusalWords, newWords } from './words.ts'

/** The page with a day eight weeks ahead, in an hour at which both are at work. */
export async function beginNew(c: CeremonyContext, db: Db): Promise<Response> {
  const asked = { agreement: c.req.query('agreement'), partner: c.req.query('partner') }
  const begun = await beginning(db, asked)
  const { us, partner, partners, agreement } = begun
  const date = c.var.now.toZonedDateTimeISO(us.zone).toPlainDate().add({ weeks: 8 })
  const span = sharedHours(date, [us.zone, (partner ?? partners[0] ?? us).zone])
  const from = span?.from.toZonedDateTimeISO(us.zone) ?? date.toZonedDateTime({ timeZone: us.zone, plainTime: '16:00' })
  // Not at the stroke of the first hour: people have to arrive.
  const when = wallFields(from.add({ hours: span ? 1 : 0 }).toInstant(), us.zone)
  const title = agreement
    ? {
        en: agreement.title.en && newWords.signingOf.en(agreement.title.en),
        zh: agreement.title.zh && newWords.signingOf.zh(agreement.title.zh),
      }
    : { en: '', zh: '' }
  return newPage(c, { ...begun, typed: { kind: agreement ? 'signing' : 'dialogue', title, ...when } })
}

export async function beginPlan(c: CeremonyContext, db: Db, officer: Visitor): Promise<Response> {
  const fields = await formValues(c)
  const begun = await beginning(db, fields)
  const typed = { kind: oneOf(fields.kind, kinds), title: both(fields, 'title'), ...readWhen(fields) }
  try {
    const startsAt = instantOf(wallTime({ ...typed, which: typed.which || undefined }, begun.us.zone))
    if (Temporal.Instant.compare(startsAt, c.var.now) < 0) refuse('time_past', {}, 422)
    const { kind, title } = typed
    const agreement = begun.agreement?.id ?? null
    const partner = begun.partner?.ror ?? ''
    const id = idOfForm(fields)
    await startCeremony(db, officer, { id, partner, agreement, kind, title, startsAt, at: c.var.now })
    return c.redirect(`/ceremonies/${id}`, 303)
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || refusal.status === 404) throw refusal
    const text = refusalText(refusal, ceremonyRefusalWords, c.var.language)
    return newPage(c, { ...begun, typed, problem: { text, status: refusal.status } })
  }
}

/** The instant that was meant. @throws Refusal `time_missing`, `time_in_gap`, `time_twice` where none is */
export function instantOf(when: WallTime): Temporal.Instant {
  if ('instant' in when) return when.instant
  if (when.fault === 'gap')
    return refuse('time_in_gap', { next: when.next.toPlainTime().toString({ smallestUnit: 'minute' }) }, 422)
  return refuse(when.fault === 'twice' ? 'time_twice' : 'time_missing', {}, 422)
}

async function beginning(db: Db, asked: Fields): Promise<Omit<Beginning, 'typed'>> {
  const all = await institutions(db)
  const us = all.find(({ ours }) => ours)!
  const partners = all.filter(({ ours }) => !ours)
  const agreement = asked.agreement ? await agreementOf(db, asked.agreement) : null
  const partner = partners.find(({ ror }) => ror === (agreement?.partner ?? asked.partner))
  return { us, partners, partner, agreement }
}

/** @throws Refusal `not_found` for an agreement unknown here, `agreement_too_early` where its text was never sent */
async function agreementOf(db: Db, id: string) {
  const known = isId(id) ? await findAgreement(db, id) : undefined
  if (!known) throw new Refusal('not_found', {}, 404)
  const version = (await findVersion(db, id, known.version)) ?? refuse('agreement_too_early')
  return { id, partner: known.partner, title: version.text.title }
}
