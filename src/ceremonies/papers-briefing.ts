/** What the briefing of one speaker prints. Pure: `read-briefing.ts` gathers it. */

import type { Guest } from './guest.ts'
import { commonData, itemData, type PaperParts, speakerData } from './papers-data.ts'
import type { Bilingual, Plan } from './plan.ts'

/** A tie of the two universities, in a label and a value, with where it is known from. */
export interface Tie {
  label: Bilingual
  value: Bilingual
  source: string
}

export interface BriefingParts {
  guest: Guest
  /** What to say; only our office has it. */
  points: Bilingual
  ties: Tie[]
  background: { ties: Bilingual; proposed: Bilingual }
  /** Headings of what is to be signed. */
  clauses: Bilingual[]
  /** Who is who: those who speak, the other side first, with what our office wrote of them. */
  people: { guest: Guest; life: Bilingual }[]
  /** Our office's own notes by item. */
  notes: Record<string, string>
}

const isOf = (guest: Guest) => (item: Plan['items'][number]) =>
  item.speaker !== null && item.speaker.party === guest.party && item.speaker.name.latin === guest.name.latin

/** The pack as data for its template. */
export function briefingData(parts: PaperParts, b: BriefingParts) {
  const { plan } = parts
  const mine = isOf(b.guest)
  const { points, ties, background, clauses } = b
  return {
    ...commonData(parts, { en: 'Briefing', zh: '参考材料' }),
    speaker: speakerData(b.guest),
    parts: plan.items
      .filter(mine)
      .map((item) => ({ ...itemData(plan, item), note: item.note, internal: b.notes[item.id] ?? '' })),
    items: plan.items.map((item) => ({ ...itemData(plan, item), mine: mine(item) })),
    points,
    ties,
    background,
    clauses,
    people: b.people.map(({ guest, life }) => ({ ...speakerData(guest), life })),
  }
}
