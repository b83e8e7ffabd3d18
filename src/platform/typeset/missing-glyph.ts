/** Turns a failed job into a refusal that says what is wrong in terms of the data, not of the template. */
import { Refusal } from '#src/platform/refusal.ts'
import type { Outcome } from './messages.ts'

/** @throws {Refusal} always: `glyph_missing` where a character has no glyph, `typesetting_failed` otherwise */
export function refuseOutcome(outcome: Outcome & { done: false }, data: unknown): never {
  if (!outcome.missing.length) throw new Refusal('typesetting_failed', { message: outcome.message }, 422)
  const where = outcome.missing.flatMap((text) => placesOf(text, data))
  throw new Refusal('glyph_missing', { characters: outcome.missing, where: [...new Set(where)] }, 422)
}

/** Paths in the data, such as `seats.0.name.native`, whose text holds the characters. */
export function placesOf(characters: string, data: unknown, path: string[] = []): string[] {
  if (typeof data === 'string') return data.includes(characters) ? [path.join('.')] : []
  if (typeof data !== 'object' || data === null) return []
  return Object.entries(data).flatMap(([key, value]) => placesOf(characters, value, [...path, key]))
}
