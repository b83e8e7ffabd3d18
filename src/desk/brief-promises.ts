/** The parts of a brief that count, and that say what was promised. */
import type { Language } from '#src/platform/i18n/words.ts'
import { speak } from '#src/platform/i18n/words.ts'
import { type BriefPart, type BriefRow, onDay, pick } from './brief-part.ts'
import { briefWords } from './brief-words.ts'
import type { Brief } from './read-brief.ts'

/** Promises that are still to be kept. */
export const openStates = ['recorded', 'accepted', 'in_progress']

/** Those still open, the latest eight. */
export function promisesPart({ promises }: Brief, language: Language): BriefPart {
  const w = speak(briefWords, language)
  const rows = promises
    .filter(({ state }) => openStates.includes(state))
    .slice(0, 8)
    .map((one) => ({
      label: one.commitment.by,
      value: pick(one.commitment.words, language),
      note: [one.commitment.to && w.toWhom(one.commitment.to), one.due ? w.due(onDay(one.due, language)) : '']
        .filter(Boolean)
        .join(' · '),
    }))
  return { title: w.promises, rows, points: [], empty: w.noPromises }
}

/** Counted on the day of the brief; without promises there is no share of kept ones. */
export function numbersPart({ living, expired, promises, held, day }: Brief, language: Language): BriefPart {
  const w = speak(briefWords, language)
  const note = w.countedOn(onDay(day, language))
  const row = (label: string, n: number): BriefRow => ({ label, value: String(n), note })
  const kept = promises.filter(({ state }) => state === 'kept').length
  return {
    title: w.numbers,
    rows: [
      row(w.inForce, living.total),
      row(w.expired, expired.total),
      row(w.occasions, held.total),
      { label: w.promisesKept, value: promises.length > 0 ? w.keptOf(kept, promises.length) : w.noData, note },
    ],
    points: [],
    empty: w.nothing,
  }
}
