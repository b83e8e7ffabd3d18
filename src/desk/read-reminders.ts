/** Gathers what is to be brought to whose mind: dates of agreements, partners nobody looks after, approvals that wait. */
import {
  agreementRegister,
  type DatedEntry,
  datedEntries,
  entriesDue,
  entryIdsWithin,
  type Registered,
} from '#src/agreements/index.ts'
import {
  answersDue,
  answersEndingBy,
  dormantPartners,
  dormantWords,
  leadAccounts,
  ourInstitution,
  withoutLead,
} from '#src/partners/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import {
  accountsWithRole,
  holds,
  type ListedAccount,
  limitsOf,
  type Visitor,
  worksHere,
} from '#src/platform/people/index.ts'
import { wholeDays } from '#src/platform/time.ts'
import { reachOf } from '#src/procedures/index.ts'
import { activity } from './activity.ts'
import { approvalReached, ownsIt, type Reminder } from './reminder.ts'
import { approvalWords, contactWords } from './reminder-words.ts'
import { waitingFor } from './waiting.ts'

interface Owners {
  /** Who of our people looks after which partner. */
  leads: Map<string, string[]>
  /** Of those, the officers: they alone read what due diligence was answered. */
  officers: Map<string, string[]>
}

/** What is the same for everyone, read once. */
export interface Matters extends Owners {
  entries: DatedEntry[]
  /** The university's own zone. */
  zone: string
  steps: string[]
  /** The whole register of agreements. */
  all: Registered[]
  /** Partners somebody should look at on a day; each day asked once. */
  on(day: Temporal.PlainDate): Promise<ToLookAt>
}

type ToLookAt = Awaited<ReturnType<typeof toLookAt>>

/** Partners nobody leads, answers of due diligence that end, partnerships dormant by their record. */
async function toLookAt(db: Db, day: Temporal.PlainDate) {
  const [gone, answers, dormant] = await Promise.all([
    withoutLead(db, day),
    answersEndingBy(db, day.add({ days: 90 })),
    dormantPartners(db, activity, day),
  ])
  return { gone, answers, dormant: dormant.filter(({ standing }) => standing === 'proposed') }
}

export async function readMatters(db: Db, steps: string[]): Promise<Matters> {
  const [entries, owners, us, all] = await Promise.all([
    datedEntries(db),
    readOwners(db),
    ourInstitution(db),
    agreementRegister(db),
  ])
  const asked = new Map<string, Promise<ToLookAt>>()
  const on = (day: Temporal.PlainDate) => {
    const known = asked.get(day.toString()) ?? toLookAt(db, day)
    asked.set(day.toString(), known)
    return known
  }
  return { entries, ...owners, zone: us.zone, steps, all, on }
}

export async function readOwners(db: Db): Promise<Owners> {
  const [leads, all] = await Promise.all([leadAccounts(db), accountsWithRole(db, 'officer')])
  const ids = new Set(all.map(({ id }) => id))
  return { leads, officers: new Map([...leads].map(([partner, own]) => [partner, own.filter((id) => ids.has(id))])) }
}

/** Somebody as the sentences of the areas see them, though no browser of theirs asks. */
export const asVisitor = (
  { account, roles }: Pick<ListedAccount, 'account' | 'roles'>,
  now: Temporal.Instant,
): Visitor => ({
  account,
  roles,
  session: { id: '', method: 'link', since: now },
})

/** The entries somebody answers for. */
export async function ownEntries(db: Db, person: Visitor, { entries, leads }: Matters): Promise<DatedEntry[]> {
  const manages = limitsOf(person, ['officer']).length > 0
  const who = { id: person.account.id, officer: holds(person, 'officer') || manages }
  const own = entries.filter((entry) => ownsIt(who, leads.get(entry.partner)))
  if (worksHere(person) || limitsOf(person, ['officer', 'reader']).length === 0) return own
  const within = await entryIdsWithin(db, await reachOf(db, person))
  return own.filter(({ id }) => within.has(id))
}

/** All that is due to one person on their day. */
export async function remindersFor(
  db: Db,
  person: Visitor,
  matters: Matters,
  o: { day: Temporal.PlainDate; now: Temporal.Instant },
): Promise<Reminder[]> {
  const dates = entriesDue(await ownEntries(db, person, matters), o.day)
  const { gone, answers, dormant } = own(person, matters, await matters.on(o.day))
  return [
    ...dates,
    ...gone.map(contactReminder),
    ...answersDue(answers, o.day),
    ...dormant.map(dormantReminder),
    ...(await approvals(db, person, matters, o.now)),
  ]
}

/** Answers of due diligence somebody answers for: they are for officers alone. */
export function ownAnswers<A extends { institution: string }>(
  person: Visitor,
  { officers }: Pick<Owners, 'officers'>,
  answers: A[],
): A[] {
  const who = { id: person.account.id, officer: holds(person, 'officer') }
  return who.officer ? answers.filter(({ institution }) => ownsIt(who, officers.get(institution))) : []
}

/** What somebody answers for of what is to be looked at. */
function own(person: Visitor, { leads, officers }: Owners, { gone, answers, dormant }: ToLookAt): ToLookAt {
  const who = { id: person.account.id, officer: holds(person, 'officer') }
  const looksAfter = ({ partner }: { partner: string }) => ownsIt(who, leads.get(partner))
  return {
    gone: gone.filter(looksAfter),
    answers: ownAnswers(person, { officers }, answers),
    dormant: dormant.filter(looksAfter),
  }
}

const contactReminder = ({ partner, nameEn, nameZh, institution }: ToLookAt['gone'][number]): Reminder => ({
  key: `contact:${partner}:${institution}`,
  path: `/partners/${partner}#leads`,
  ...contactWords({ en: nameEn, zh: nameZh || nameEn }, institution === partner),
})

/** Told once for each time it falls dormant: the day of the last thing recorded is part of the key. */
const dormantReminder = (one: ToLookAt['dormant'][number]): Reminder => ({
  key: `dormant:${one.partner}:${one.last ?? 'never'}`,
  path: `/partners/${one.partner}/activity`,
  ...dormantWords({ en: one.name_en || one.name_zh, zh: one.name_zh || one.name_en }, one.dormant_after),
})

async function approvals(db: Db, person: Visitor, { steps, all }: Matters, now: Temporal.Instant): Promise<Reminder[]> {
  if (!holds(person, 'approver')) return []
  const waiting = (await waitingFor(db, person, { steps, now, all })).filter(({ duty }) => duty === 'approve')
  return waiting.flatMap(({ agreement, since, href }) => {
    const days = approvalReached(wholeDays(since, now))
    if (days === undefined) return []
    return [{ key: `approval:${agreement.id}:${since}:${days}`, path: href, ...approvalWords(agreement.title, days) }]
  })
}
