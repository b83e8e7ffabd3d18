/** A calendar day as forms and addresses send it, `2021-09-06`. @returns null where it is none */
export function readDay(typed: string): Temporal.PlainDate | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(typed)) return null
  try {
    return Temporal.PlainDate.from(typed, { overflow: 'reject' })
  } catch {
    return null
  }
}
