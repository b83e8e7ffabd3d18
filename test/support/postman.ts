/** Two offices and a postman between them: what one puts into its outbox the other's handlers receive, by hand, in order. */

import { sampleText } from '#cast/agreement.ts'
import { hust, queenMary } from '#cast/universities.ts'
import { approve } from '#src/agreements/approve.ts'
import {
  type AgreementText,
  beginDraft,
  findAgreement,
  hearAgreementsNews,
  pinsOf,
  saveSignatory,
  seatsHash,
  typesetterIdentity,
} from '#src/agreements/index.ts'
import { proposeFreeze } from '#src/agreements/propose-freeze.ts'
import { sendVersion } from '#src/agreements/send-version.ts'
import { canonicalHash } from '#src/platform/canonical.ts'
import { mailDeliverer } from '#src/platform/mail/index.ts'
import { type Answer, NotYet } from '#src/platform/messages.ts'
import { type Item, startOutbox } from '#src/platform/outbox/index.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { openTypesetter, type Typesetter } from '#src/platform/typeset/index.ts'
import { signIfReady } from '#src/signing/index.ts'
import { type Office, type OfficePlan, openOffice, step } from './office.ts'

export interface Pair {
  /** Signs first. */
  hust: Office
  /** Signs last: its node decides. */
  queenMary: Office
  /** The instant it is; tests move it. */
  now: Temporal.Instant
  wait(duration: Temporal.DurationLike): void
  typesetter: Typesetter
  /** Root certificates by ROR id, as each office knows the other's. */
  roots: Map<string, string>
  /** Delivers all that waits on both sides, until nothing moves any more. */
  deliver(): Promise<void>
  /** Delivers what waits at one office only. @returns how many items */
  deliverFrom(office: Office): Promise<number>
  close(): Promise<void>
}

const plans: [OfficePlan, OfficePlan] = [
  {
    institution: hust,
    publicUrl: 'http://hust.localhost:4101',
    accent: { light: '#9b2a2a', dark: '#e79a92' },
    algorithm: 'rsa-3072',
    signatory: { latin: 'Wang Xiaoming', native: '王小明' },
    method: 'passkey',
  },
  {
    institution: queenMary,
    publicUrl: 'http://qmul.localhost:4102',
    accent: { light: '#1f4e8c', dark: '#8fb6ea' },
    algorithm: 'p-256',
    signatory: { latin: "Ruth O'Brien", native: null },
    method: 'passkey',
  },
]

/** Two paired offices. `change` alters the second one's plan, e.g. how its signatory consents. */
export async function openPair(change: Partial<OfficePlan> = {}, begin = '2026-09-23T08:30:00Z'): Promise<Pair> {
  const typesetter = openTypesetter()
  const roots = new Map<string, string>()
  const pair = { now: Temporal.Instant.from(begin), typesetter, roots } as Pair
  const clock = () => pair.now
  const [first, second] = [plans[0], { ...plans[1], ...change }]
  const around = { clock, typesetter, rootOf: (ror: string) => roots.get(ror) }
  pair.hust = await openOffice(first, { ...around, partner: second.institution })
  pair.queenMary = await openOffice(second, { ...around, partner: first.institution })
  for (const office of [pair.hust, pair.queenMary]) roots.set(office.ror, office.signing.authority.certificatePem)
  pair.wait = (duration) => {
    pair.now = pair.now.add(duration)
  }
  pair.deliverFrom = (office) => deliverFrom(pair, office)
  pair.deliver = async () => {
    while ((await deliverFrom(pair, pair.hust)) + (await deliverFrom(pair, pair.queenMary)) > 0);
  }
  pair.close = async () => {
    await typesetter.close()
    await Promise.all([pair.hust, pair.queenMary].map((office) => office.database.close()))
  }
  return pair
}

async function deliverFrom(pair: Pair, office: Office): Promise<number> {
  const other = office === pair.hust ? pair.queenMary : pair.hust
  const clock = () => pair.now
  const { publicUrl, signing } = office
  const mail = mailDeliverer({
    clock,
    config: { publicUrl, mailFrom: 'c@office.example', tryIt: true, secretKey: signing.secretKey },
  })
  const outbox = await startOutbox({
    db: office.database.db,
    clock,
    backOff: () => 0,
    deliverers: {
      mail,
      message: (item) => carry(pair, office, other, item),
      news: { inTransaction: (tx, item) => hearAgreementsNews(tx, item.body, pair.now) },
      sign: {
        inTransaction: (tx, item) => signIfReady(tx, signing, (item.body as { session: string }).session, pair.now),
      },
      // Without authorities nobody stamps: see `witnessed.ts`.
      preserve: async () => 'done' as const,
      ...office.deliverers,
    },
  })
  const delivered = await outbox.drain()
  await outbox.stop()
  return delivered
}

async function carry(pair: Pair, from: Office, to: Office, item: Item): Promise<'done' | { retry: string }> {
  if (to.down) return { retry: 'not_reached' }
  const { kind, about, body } = item.body as { kind: string; about: string; body: unknown }
  const answer = await handOver(pair, from, to, { kind, about, body })
  if ('retry' in answer) return answer
  const sent = { to: to.ror, about, body, at: pair.now }
  await from.database.db.transaction().execute(async (tx) => from.messages[kind]!.answered?.(tx, sent, answer))
  return 'done'
}

/** Gives one message to the other office's handler, as its node would after checking the signature. */
export async function handOver(
  pair: Pair,
  from: Office,
  to: Office,
  { kind, about, body }: { kind: string; about: string; body: unknown },
): Promise<Answer | { retry: string }> {
  const received = { id: canonicalHash({ kind, about, body }), from: from.ror, about, body, at: pair.now }
  try {
    const result = await to.database.db.transaction().execute((tx) => to.messages[kind]!.receive(tx, received))
    return { answer: 'accepted', result }
  } catch (problem) {
    if (problem instanceof NotYet) return { retry: problem.reason }
    if (!(problem instanceof Refusal)) throw problem
    await to.database.db.transaction().execute(async (tx) => to.messages[kind]!.refused?.(tx, received, problem))
    return { answer: 'refused', reason: problem.reason, details: problem.details }
  }
}

/**
 * Takes an agreement the whole way to approval on both sides. @returns its id, the same on both nodes
 * @param change what its text says otherwise than the sample
 */
export async function approvedAgreement(pair: Pair, change: Partial<AgreementText> = {}): Promise<string> {
  const { hust: first, queenMary: second, typesetter } = pair
  const id = crypto.randomUUID()
  const text = { ...sampleText(typesetterIdentity(typesetter), id), ...change }
  for (const [i, office] of [first, second].entries()) text.seats[i]!.name = office.signatory
  await first.database.db
    .transaction()
    .execute((tx) => beginDraft(tx, text, { kind: 'key', partner: second.ror, at: pair.now }))
  const officer = await first.visitor('officer')
  const at = () => ({ at: pair.now })
  const agreementOf = async (office: Office) => (await findAgreement(office.database.db, id))!
  const held = { officer, agreement: await agreementOf(first) }
  const sites = { [first.ror]: first.publicUrl, [second.ror]: second.publicUrl }
  await sendVersion(first.database.db, held, { note: '', typesetter: text.typesetter, sites, ...at() })
  await pair.deliver()
  await approveAsSent(pair, id)
  return id
}

/** Both sides name their signatories, freeze the version both hold, and approve. */
export async function approveAsSent(pair: Pair, id: string): Promise<void> {
  const { hust: first, queenMary: second, typesetter } = pair
  const at = () => ({ at: pair.now })
  const agreementOf = async (office: Office) => (await findAgreement(office.database.db, id))!
  for (const [office, seat] of [
    [first, 'seat-a'],
    [second, 'seat-b'],
  ] as const)
    await seatSignatory(office, id, seat)
  for (const office of [first, second]) {
    const held = { officer: await office.visitor('officer'), agreement: await agreementOf(office) }
    await proposeFreeze({ db: office.database.db, typesetter }, held, {
      site: office.publicUrl,
      acceptTheirs: false,
      configured: [step],
      ...at(),
    })
    await pair.deliver()
  }
  for (const office of [first, second]) {
    const agreement = await agreementOf(office)
    const held = { approver: await office.visitor('approver'), agreement, step }
    const hashes = {
      textHash: agreement.frozen!.textHash,
      seatsHash: seatsHash(await pinsOf(office.database.db, id)),
    }
    await approve(office.database.db, held, { ...hashes, steps: [step], ...at() })
    await pair.deliver()
  }
}

async function seatSignatory(office: Office, agreement: string, seat: string): Promise<void> {
  const { account } = await office.visitor('signatory')
  await office.database.db.transaction().execute((tx) => saveSignatory(tx, agreement, seat, account.id))
}
