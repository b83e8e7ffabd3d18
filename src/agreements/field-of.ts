/** Reads a field of a form of this area. */
import { refuse } from './agreement.ts'

/** A field of the form with line ends as LF. @throws Refusal `text_malformed` where it is longer than the partner's node takes */
export function fieldOf(fields: Partial<Record<string, string>>, name: string, longest: number): string {
  const value = (fields[name] ?? '').replaceAll('\r\n', '\n').trim()
  if (value.length > longest) refuse('text_malformed', {}, 422)
  return value
}
