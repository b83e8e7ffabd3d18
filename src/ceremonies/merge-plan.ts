/** Puts frame and sheets together. Pure: the same parts give the same plan on both nodes. */

import type { Frame, FrameItem } from './frame.ts'
import type { Speaker } from './guest.ts'
import type { CeremonyState, Party, Plan, PlanItem } from './plan.ts'
import type { SheetState } from './sheet.ts'

export interface PlanParts {
  id: string
  partner: Party
  convenor: Party
  state: CeremonyState
  rehearsalOf: string | null
  sharedAt: Temporal.Instant | null
  frame: Frame
  /** The convenor's first. */
  sheets: [party: Party, SheetState][]
}

export function mergePlan({ frame, sheets, ...rest }: PlanParts): Plan {
  const by = <T>(take: (state: SheetState) => T): Record<Party, T> =>
    Object.fromEntries(sheets.map(([party, state]) => [party, take(state)]))
  const items = inTime(frame, new Map(sheets))
  const minutes = frame.items.reduce((sum, item) => sum + item.minutes, 0)
  return {
    ...rest,
    agreement: frame.agreement,
    kind: frame.kind,
    open: frame.open,
    version: frame.version,
    reason: frame.reason,
    title: frame.title,
    startsAt: frame.startsAt,
    endsAt: frame.startsAt.add({ minutes }),
    parties: [sheets[0]![0], sheets[1]![0]],
    places: by(({ sheet: { city, zone, hall, contact } }) => ({ city, zone, hall, contact })),
    items,
    guests: by(({ sheet }) => sheet.guests),
    meeting: frame.meeting,
    confirmations: by(({ confirmed }) => confirmed),
    asked: by(({ asked }) => asked),
    sheetVersions: by(({ version }) => version),
  }
}

/** Each item begins when those before it have had their minutes. */
function inTime(frame: Frame, sheets: Map<Party, SheetState>): PlanItem[] {
  let startsAt = frame.startsAt
  return frame.items.map((item) => {
    const placed = { ...completed(item, sheets), startsAt }
    startsAt = startsAt.add({ minutes: item.minutes })
    return placed
  })
}

function completed(item: FrameItem, sheets: Map<Party, SheetState>): Omit<PlanItem, 'startsAt'> {
  const sheet = item.party === null ? undefined : sheets.get(item.party)?.sheet
  const part = sheet?.items[item.id]
  const guest = sheet?.guests.find(({ id }) => id === part?.guest)
  const speaker: Speaker | null = guest
    ? {
        name: guest.name,
        familyNameFirst: guest.familyNameFirst,
        title: guest.title,
        organisation: guest.organisation,
        party: guest.party,
      }
    : null
  return {
    ...item,
    speaker,
    language: part?.language ?? item.language,
    interpreter: part?.interpreter ?? '',
    note: part?.note ?? '',
  }
}
