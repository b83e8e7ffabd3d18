/** Gathers what is to be brought to whose mind: dates of agreements, partners nobody looks after, approvals that wait. */
import { type DatedEntry, datedEntries, entriesDue, entryIdsWithin } from '#src/agreements/index.ts'
import { leadAccounts, ourInstitution, withoutLead } from '#src/partners/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import { holds, type ListedAccount, limitsOf, type Visitor, worksHere } from '#src/platform/people/index.ts'
import { wholeDays } from '#src/platform/time.ts'
import { reachOf } from '#src/procedures/index.ts'
import { approvalReached, ownsIt, type Reminder } from './reminder.ts'
import { approvalWords, contactWords } from './reminder-words.ts'
import { waitingFor } from './waiting.ts'

/** What is the same for everyone, read once. */
export interface Matters {
  entries: DatedEntry[]
  leads: Map<string, string[]>
  /** The university's own zone. */
  zone: string
  steps: string[]
  /** Partners nobody looks after on a day; each day asked once. */
  gone(day: Temporal.PlainDate): ReturnType<typeof withoutLead>
}

export async function readMatters(db: Db, steps: string[]): Promise<Matters> {
  const [entries, leads, us] = await Promise.all([datedEntries(db), leadAccounts(db), ourInstitution(db)])
  const asked = new Map<string, ReturnType<typeof withoutLead>>()
  const gone = (day: Temporal.PlainDate) => {
    const known = asked.get(day.toString()) ?? withoutLead(db, day)
    asked.set(day.toString(), known)
    return known
  }
  return { entries, leads, zone: us.zone, steps, gone }
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
  return [...dates, ...(await contacts(person, matters, o.day)), ...(await approvals(db, person, matters, o.now))]
}

async function contacts(
  person: Visitor,
  { leads, gone: goneOn }: Matters,
  day: Temporal.PlainDate,
): Promise<Reminder[]> {
  const who = { id: person.account.id, officer: holds(person, 'officer') }
  const gone = (await goneOn(day)).filter(({ partner }) => ownsIt(who, leads.get(partner)))
  return gone.map(({ partner, nameEn, nameZh, institution }) => ({
    key: `contact:${partner}:${institution}`,
    path: `/partners/${partner}#leads`,
    ...contactWords({ en: nameEn, zh: nameZh || nameEn }, institution === partner),
  }))
}

async function approvals(db: Db, person: Visitor, { steps }: Matters, now: Temporal.Instant): Promise<Reminder[]> {
  if (!holds(person, 'approver')) return []
  const waiting = (await waitingFor(db, person, { steps, now })).filter(({ duty }) => duty === 'approve')
  return waiting.flatMap(({ agreement, since, href }) => {
    const days = approvalReached(wholeDays(since, now))
    if (days === undefined) return []
    return [{ key: `approval:${agreement.id}:${since}:${days}`, path: href, ...approvalWords(agreement.title, days) }]
  })
}
