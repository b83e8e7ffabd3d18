/** Somebody says how to be reminded, and makes or takes back the address of their calendar. */
import type { Db } from '#src/platform/database/tables.ts'
import { actorOf, type Visitor } from '#src/platform/people/index.ts'
import { record } from '#src/platform/record.ts'
import type { ReminderWay } from './reminder.ts'
import { refuse } from './reminder-refusal.ts'
import { saveChoice, saveFeed } from './reminder-store.ts'

/** Zones a person may choose. */
export const zones = (): string[] => Intl.supportedValuesOf('timeZone')

/** @throws Refusal `zone_unknown` */
export async function chooseReminders(
  db: Db,
  visitor: Visitor,
  { how, zone, at }: { how: ReminderWay; zone: string; at: Temporal.Instant },
): Promise<void> {
  if (zone !== '' && !zones().includes(zone)) refuse('zone_unknown', {}, 422)
  await db.transaction().execute(async (tx) => {
    await saveChoice(tx, visitor.account.id, { how, zone })
    const about = { kind: 'account', id: visitor.account.id }
    await record(tx, { at, by: actorOf(visitor), about, act: 'reminders.chosen', detail: { how, zone } })
  })
}

/** A new address; one made before is worth nothing from then on. */
export async function openCalendar(db: Db, visitor: Visitor, at: Temporal.Instant): Promise<void> {
  await setFeed(db, visitor, crypto.randomUUID(), at)
}

export async function closeCalendar(db: Db, visitor: Visitor, at: Temporal.Instant): Promise<void> {
  await setFeed(db, visitor, null, at)
}

async function setFeed(db: Db, visitor: Visitor, feed: string | null, at: Temporal.Instant): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await saveFeed(tx, visitor.account.id, feed)
    const about = { kind: 'account', id: visitor.account.id }
    await record(tx, { at, by: actorOf(visitor), about, act: feed ? 'calendar.opened' : 'calendar.closed' })
  })
}
