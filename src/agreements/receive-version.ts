/** The partner's next version arrives: a new agreement with the first, else only while the partner has the pen. */
import type { z } from 'zod'
import { ourInstitution, peopleOf } from '#src/partners/index.ts'
import type { Tx } from '#src/platform/database/tables.ts'
import { mail } from '#src/platform/mail/index.ts'
import { NotYet, type Received } from '#src/platform/messages.ts'
import { accountsWithRole } from '#src/platform/people/index.ts'
import { record } from '#src/platform/record.ts'
import { type Agreement, move, refuse } from './agreement.ts'
import { saveFollows } from './chain-store.ts'
import { clearBothApprovals } from './clear-approvals.ts'
import { saveSignatory } from './freeze-store.ts'
import { checkPredecessor } from './hold-predecessor.ts'
import { releaseSeats } from './release-seats.ts'
import { insertAgreement, lockAgreement, saveAgreement } from './store.ts'
import type { AgreementText } from './text.ts'
import { differingFields, isCoherent, textHash } from './text-rules.ts'
import { findVersion, insertVersion } from './version-store.ts'
import type { versionShape } from './wire.ts'
import { mailWords } from './words.ts'

type Body = z.infer<typeof versionShape>

export async function receiveVersion(tx: Tx, received: Received, body: Body): Promise<void> {
  await checkText(tx, received, body)
  const before = (await lockAgreement(tx, received.about)) ?? (await firstVersion(tx, received, body))
  if (before.partner !== received.from) refuse('not_the_partner', {}, 403)
  if (body.number <= before.version) return alreadyThere(tx, before, body)
  if (body.number > before.version + 1) throw new NotYet('earlier_version_missing')
  const state = move(before, 'receive_version')
  const held = await findVersion(tx, before.id, before.version)
  if (held) checkFixed(held.text, body.text)
  const { number, text, note, byName, at: sentAt } = body
  await insertVersion(tx, {
    agreement: before.id,
    number,
    side: 'theirs',
    text,
    textHash: body.textHash,
    note,
    byName,
    sentAt,
  })
  if (held) await releaseSeats(tx, { before: held.text, after: text })
  await saveAgreement(tx, { ...before, state, version: number, turn: 'ours', turnSince: received.at, frozen: null })
  const by = { kind: 'partner' as const, institution: received.from, name: byName }
  await clearBothApprovals(tx, before, { because: 'new_version', by, at: received.at })
  const officers = await accountsWithRole(tx, 'officer')
  await record(tx, {
    at: received.at,
    by,
    about: { kind: 'agreement', id: before.id },
    act: 'agreement.received',
    detail: { version: number, textHash: body.textHash },
    then: officers.map((o) =>
      mail({
        to: { account: o.id },
        subject: mailWords.turnSubject(text.title),
        text: mailWords.turnText(text.title, number),
        path: `/agreements/${before.id}`,
      }),
    ),
  })
}

/** The text must be of this agreement, between us and the sender, with the hash it claims. */
async function checkText(tx: Tx, { about, from }: Received, { text, textHash: claimed }: Body): Promise<void> {
  const us = await ourInstitution(tx)
  const parties = text.parties.map((p) => p.ror).sort()
  if (text.agreement !== about || parties.join() !== [us.ror, from].sort().join()) refuse('not_the_partner', {}, 403)
  if (!isCoherent(text)) refuse('text_malformed', {}, 422)
  if (textHash(text) !== claimed) refuse('copies_differ', { claimed, computed: textHash(text) })
}

/** Who the parties are, what they are called, what the agreement follows and whether all is a demonstration stands from the first version on. */
function checkFixed(held: AgreementText, text: AgreementText): void {
  const fixed = ({ format, parties, demonstration, follows }: AgreementText) => ({
    format,
    parties,
    demonstration,
    follows,
  })
  const fields = differingFields(fixed(held), fixed(text))
  if (fields.length > 0) refuse('text_malformed', { fields }, 422)
}

async function firstVersion(tx: Tx, received: Received, { number, kind, text }: Body): Promise<Agreement> {
  if (number !== 1) throw new NotYet('earlier_version_missing')
  await checkPredecessor(tx, text, { partner: received.from, kind })
  const agreement: Agreement = {
    id: received.about,
    partner: received.from,
    kind,
    demonstration: text.demonstration,
    state: 'negotiating',
    turn: 'theirs',
    turnSince: received.at,
    version: 0,
    round: 0,
    frozen: null,
    concludedAt: null,
  }
  await insertAgreement(tx, agreement, null, received.at)
  if (text.follows) await saveFollows(tx, agreement.id, text.follows)
  await assignByName(tx, text)
  return agreement
}

/** A seat of ours whose name is that of a person with a post and an account here is theirs, until an officer says otherwise. */
async function assignByName(tx: Tx, text: AgreementText): Promise<void> {
  const us = await ourInstitution(tx)
  const people = await peopleOf(tx, us.ror)
  for (const seat of text.seats.filter((s) => s.party === us.ror)) {
    const person = people.find((p) => p.account && p.name_latin === seat.name.latin)
    if (person) await saveSignatory(tx, text.agreement, seat.id, person.account!)
  }
}

/** The same version again changes nothing; another text under a number we hold is refused. */
async function alreadyThere(tx: Tx, agreement: Agreement, body: Body): Promise<void> {
  const held = await findVersion(tx, agreement.id, body.number)
  if (held?.textHash !== body.textHash) refuse('version_superseded', { version: agreement.version })
}
