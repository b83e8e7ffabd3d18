/** When a log of one side of a pair is believed: the other side's witness and its mirror both cosigned. */
import type { NoteKey } from './tlog/note-key.ts'
import type { Policy } from './tlog/policy.ts'

/** @param keys the log's own, and those of the other side's duties */
export const pairPolicy = ({ log, witness, mirror }: Record<'log' | 'witness' | 'mirror', NoteKey>): Policy => ({
  logs: [{ key: log }],
  witnesses: [
    { name: 'partner-witness', key: witness },
    { name: 'partner-mirror', key: mirror },
  ],
  groups: [{ name: 'partner', least: 2, members: ['partner-witness', 'partner-mirror'] }],
  quorum: 'partner',
})
