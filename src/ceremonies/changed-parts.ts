/** What differs between two versions of a part, in the words of the journal. Rules only. */
import type { Frame } from './frame.ts'
import type { Sheet } from './sheet.ts'

export const frameParts = ['title', 'start', 'items', 'meeting', 'open', 'standing'] as const
export type FramePart = (typeof frameParts)[number]

export const sheetParts = ['hall', 'contact', 'guests', 'speakers', 'replies'] as const
export type SheetPart = (typeof sheetParts)[number]

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

export function changedInFrame(before: Frame, after: Frame): FramePart[] {
  const differs: Record<FramePart, boolean> = {
    title: !same(plain(before.title), plain(after.title)),
    start: !before.startsAt.equals(after.startsAt),
    items: !same(before.items.map(itemOf), after.items.map(itemOf)),
    meeting: !same(meetingOf(before), meetingOf(after)),
    open: before.open !== after.open,
    standing: before.standing !== after.standing,
  }
  return frameParts.filter((part) => differs[part])
}

export function changedInSheet(before: Sheet, after: Sheet): SheetPart[] {
  const guests = (sheet: Sheet) =>
    sheet.guests.map((g) => [g.id, g.name.latin, g.name.native, plain(g.title), plain(g.organisation), g.level])
  const inBoth = (id: string) => [before, after].every((sheet) => sheet.guests.some((g) => g.id === id))
  // The reply of somebody who was put in or taken out is no reply that changed.
  const replies = (sheet: Sheet) =>
    sheet.guests
      .filter(({ id }) => inBoth(id))
      .map((g) => `${g.id} ${g.attending} ${g.present}`)
      .sort()
  const places = (sheet: Sheet) => [plain(sheet.hall), plain(sheet.city), sheet.zone]
  const differs: Record<SheetPart, boolean> = {
    hall: !same(places(before), places(after)),
    contact: before.contact !== after.contact,
    guests: !same(guests(before), guests(after)),
    speakers: !same(speakersOf(before), speakersOf(after)),
    replies: !same(replies(before), replies(after)),
  }
  return sheetParts.filter((part) => differs[part])
}

/** Names of guests who were put in and taken out. */
export function guestsChanged(before: Sheet, after: Sheet): { added: string[]; left: string[] } {
  const missing = (list: Sheet, other: Sheet) =>
    list.guests.filter((g) => !other.guests.some(({ id }) => id === g.id)).map(({ name }) => name.latin)
  return { added: missing(after, before), left: missing(before, after) }
}

// PostgreSQL keeps jsonb with its keys in an order of its own, so that only values in a fixed order can be compared.
const plain = ({ en, zh }: { en: string; zh: string }) => [en, zh]

const itemOf = (item: Frame['items'][number]) => [
  item.id,
  item.block,
  plain(item.title),
  item.minutes,
  item.party,
  item.language,
]

const meetingOf = ({ meeting }: Frame) =>
  meeting && [meeting.kind, meeting.kind === 'link' ? meeting.url : meeting.room]

const speakersOf = ({ items }: Sheet) =>
  Object.entries(items)
    .map(([id, part]) => [id, part.guest, part.language, part.interpreter, part.note])
    .filter(([, ...said]) => said.some(Boolean))
    .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1))
