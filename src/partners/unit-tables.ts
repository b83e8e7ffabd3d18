/** Tables of units and their pairings, for the compiler. */
import type { ColumnType, Generated } from 'kysely'
import type { Discipline } from './discipline.ts'
import type { PairingState } from './unit.ts'

declare module '#src/platform/database/tables.ts' {
  interface Tables {
    unit: UnitTable
    unit_pairing: PairingTable
    unit_pairing_step: PairingStepTable
  }
}

type Day = ColumnType<Temporal.PlainDate | null, string | null, string | null>

interface UnitTable {
  id: string
  institution: string
  parent: string | null
  name_en: string
  name_zh: string
  since: Day
  until: Day
  strengths: Generated<Discipline[]>
  wishes: Generated<Discipline[]>
  tags: Generated<string[]>
  evidence: Generated<string>
  position: Generated<number>
  revision: Generated<number>
  created_at: Temporal.Instant
}

interface PairingTable {
  id: string
  partnership: string
  ours: string
  theirs: string
  state: PairingState
  our_lead: string | null
  their_lead: string | null
  disciplines: Discipline[]
  note: Generated<string>
  created_at: Temporal.Instant
}

interface PairingStepTable {
  id: Generated<string>
  pairing: string
  act: string
  to_state: string
  at: Temporal.Instant
  by_name: string
  reason: string
}
