/** What was typed into the form of our label. */
import { fieldOf } from './field-of.ts'
import type { Label } from './label-store.ts'

export function readLabel(fields: Partial<Record<string, string>>): Label {
  const pair = (name: string) => ({ en: fieldOf(fields, `${name}_en`, 300), zh: fieldOf(fields, `${name}_zh`, 300) })
  return { title: pair('title'), type: pair('type'), reference: fieldOf(fields, 'reference', 100) }
}
