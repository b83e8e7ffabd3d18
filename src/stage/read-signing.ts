/** Whether this node knows that all have signed; in a rehearsal, whether all have pressed. */
import type { Plan } from '#src/ceremonies/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import { type SigningStanding, signingStanding } from '#src/signing/index.ts'
import { type Mark, marksOf } from './said-store.ts'

export interface SeatShown {
  id: string
  party: string
  name: { latin: string; native: string | null }
  title: { en: string; zh: string }
  state: 'awaited' | 'reading' | 'consented' | 'signed'
  at: Temporal.Instant | null
}

/** The signing as the stage shows it. */
export interface Signing {
  seats: SeatShown[]
  concluded: boolean
  /** The session that stands; none in a rehearsal. */
  session: SigningStanding['session']
  /** What announcements about it are called. */
  topic: string | null
}

/** Null where there is no agreement to sign. */
export async function readSigning(db: Db, plan: Plan): Promise<Signing | null> {
  const standing = plan.agreement ? await signingStanding(db, plan.agreement) : undefined
  if (!standing) return null
  if (plan.rehearsalOf) return rehearsed(standing, await marksOf(db, plan.id))
  const { seats, session, topic, concludedAt } = standing
  return { seats, session, topic, concluded: concludedAt !== null }
}

/** At a rehearsal a seat that pressed is "consented" until all have: the same two steps as on the day. */
function rehearsed({ seats }: SigningStanding, marks: Mark[]): Signing {
  const all = seats.length > 0 && seats.every(({ id }) => marks.some((m) => m.seat === id))
  const shown = seats.map((seat): SeatShown => {
    const mark = marks.find((m) => m.seat === seat.id)
    const state = mark ? (all ? 'signed' : 'consented') : 'awaited'
    return { ...seat, state, at: mark?.at ?? null }
  })
  return { seats: shown, session: null, topic: null, concluded: all }
}
