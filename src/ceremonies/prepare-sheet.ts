/** A side's sheet before anyone wrote in it: our people from the register in order of rank, our signatories first, our head to speak. */
import { findAgreement, findVersion, type Seat, signatories } from '#src/agreements/index.ts'
import { type Institution, peopleOf } from '#src/partners/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import { findAccount } from '#src/platform/people/index.ts'
import type { FrameItem } from './frame.ts'
import type { Guest, Level } from './guest.ts'
import type { GuestPrivate } from './office-store.ts'
import type { ItemPart, Sheet } from './sheet.ts'

export const newId = (): string => crypto.randomUUID().slice(0, 8)

/** Posts in the register are ranked in tens: 10 leads the institution, 20 to 30 deputises, 40 to 60 heads a school or office. */
export const levelOf = (rank: number): Level =>
  rank <= 10 ? 'head' : rank <= 30 ? 'deputy' : rank <= 60 ? 'unit' : 'other'

export const emptyPart: ItemPart = { guest: null, language: null, interpreter: '', note: '' }

/** The sheet of a side that has shared nothing yet. */
export function emptySheet({ city, zone }: Pick<Institution, 'city' | 'zone'>): Sheet {
  return { hall: { en: '', zh: '' }, city, zone, contact: '', guests: [], items: {} }
}

export interface Prepared {
  sheet: Sheet
  /** Addresses of those who have an account here. */
  privates: Record<string, GuestPrivate>
}

export async function prepareSheet(
  db: Db,
  us: Institution,
  { agreement, items, startsAt }: { agreement: string | null; items: FrameItem[]; startsAt: Temporal.Instant },
): Promise<Prepared> {
  const people = await registered(db, us, dayAt(startsAt, us.zone))
  const seats = agreement ? await missingSeats(db, us, agreement, people) : []
  const all = [...seats, ...people]
  const guests = all.map(({ guest }) => guest)
  const emails = all.flatMap(({ guest, email }) => (email ? [[guest.id, { email, remark: '' }] as const] : []))
  const head = guests.find(({ level }) => level === 'head')
  const firstSpeech = items.find((item) => item.block === 'speech' && item.party === us.ror)
  const speaks = head && firstSpeech ? { [firstSpeech.id]: { ...emptyPart, guest: head.id } } : {}
  return { sheet: { ...emptySheet(us), guests, items: speaks }, privates: Object.fromEntries(emails) }
}

/** Whether a post is held on a day; where a beginning or an end is not known, it does not end it. */
export function heldOn(
  post: { since: Temporal.PlainDate | null; until: Temporal.PlainDate | null },
  on: Temporal.PlainDate,
) {
  const { compare } = Temporal.PlainDate
  return (!post.since || compare(post.since, on) <= 0) && (!post.until || compare(post.until, on) >= 0)
}

interface Known {
  guest: Guest
  email: string | undefined
}

export const dayAt = (at: Temporal.Instant, zone: string): Temporal.PlainDate =>
  at.toZonedDateTimeISO(zone).toPlainDate()

/** Everyone who holds a post on that day, the highest rank first; nobody twice. */
export async function registered(db: Db, us: Institution, on: Temporal.PlainDate): Promise<Known[]> {
  const people = (await peopleOf(db, us.ror)).filter((post) => heldOn(post, on))
  const once = people.filter((one, at) => people.findIndex(({ id }) => id === one.id) === at)
  return Promise.all(
    once.map(async (p) => ({
      email: p.account ? (await findAccount(db, p.account))?.email : undefined,
      guest: {
        id: newId(),
        name: { latin: p.name_latin, native: p.name_native },
        familyNameFirst: p.family_name_first,
        title: joined({ en: p.title_en, zh: p.title_zh }, { en: p.unit_en, zh: p.unit_zh }),
        organisation: us.name,
        party: us.ror,
        level: levelOf(p.rank),
        attending: 'unknown' as const,
        present: null,
      },
    })),
  )
}

/** "Dean, School of Management", "管理学院院长". */
const joined = (title: Guest['title'], unit: Guest['title']) => ({
  en: unit.en ? `${title.en}, ${unit.en}` : title.en,
  zh: unit.zh ? `${unit.zh}${title.zh}` : title.zh,
})

/** Our signatories whom the register does not know by name. */
async function missingSeats(db: Db, us: Institution, agreement: string, known: Known[]): Promise<Known[]> {
  const seats = (await seatsOf(db, agreement)).filter(({ party }) => party === us.ror)
  const missing = seats.filter(({ name }) => name.latin && !known.some(({ guest }) => guest.name.latin === name.latin))
  const held = await signatories(db, agreement)
  return Promise.all(
    missing.map(async (seat) => {
      const account = held.find((one) => one.seat === seat.id)?.account
      return { email: account && (await findAccount(db, account))?.email, guest: seatGuest(seat, us) }
    }),
  )
}

const seatGuest = ({ name, title }: Seat, us: Institution): Guest => ({
  id: newId(),
  name,
  familyNameFirst: false,
  title,
  organisation: us.name,
  party: us.ror,
  level: /\b(vice|deputy)\b|副/i.test(`${title.en} ${title.zh}`) ? 'deputy' : 'head',
  attending: 'unknown',
  present: null,
})

/** The seats of the text as it stands between the two universities; none while it was never sent. */
export async function seatsOf(db: Db, agreement: string): Promise<Seat[]> {
  const found = await findAgreement(db, agreement)
  const version = found && (await findVersion(db, found.id, found.version))
  return version?.text.seats ?? []
}
