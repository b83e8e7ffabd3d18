/** Texts to begin from: what a template and a clause of the library are, and how a file of one is read. Rules only. */
import { z } from 'zod'
import type { Phrase } from '#src/platform/i18n/words.ts'

/** A clause as agreements have it; its id stays the same, so that a draft can be compared with its template. */
export interface TemplateClause {
  id: string
  heading: Phrase
  body: Phrase
}

export interface TemplateText {
  title: Phrase
  prevails: 'both' | 'en' | 'zh'
  clauses: TemplateClause[]
}

export interface TemplateVersion extends TemplateText {
  number: number
  note: string
  byName: string
  at: Temporal.Instant
}

export interface Template {
  id: string
  kind: string
  name: Phrase
  retired: boolean
}

const words = (longest: number) => z.strictObject({ en: z.string().max(longest), zh: z.string().max(longest) })

export const templateFileShape = z.strictObject({
  format: z.literal('chirograph-template-1'),
  kind: z.string().max(40),
  name: words(200),
  title: words(300),
  prevails: z.enum(['both', 'en', 'zh']),
  clauses: z
    .array(z.strictObject({ id: z.string().regex(/^[\w-]{1,40}$/), heading: words(300), body: words(20_000) }))
    .min(1)
    .max(200)
    .refine((clauses) => new Set(clauses.map(({ id }) => id)).size === clauses.length),
})
export type TemplateFile = z.infer<typeof templateFileShape>

/** @returns nothing where the bytes are no template */
export function readTemplateFile(text: string): TemplateFile | undefined {
  try {
    return templateFileShape.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

export function templateFile({ kind, name }: Template, { title, prevails, clauses }: TemplateText): string {
  const file: TemplateFile = { format: 'chirograph-template-1', kind, name, title, prevails, clauses }
  return `${JSON.stringify(file, null, 2)}\n`
}

/** What of a template stands empty in either language: paths such as `clauses.2.body.zh`. */
export function emptyIn({ title, clauses }: TemplateText): string[] {
  const halves = (phrase: Phrase, path: string) =>
    (['en', 'zh'] as const).filter((half) => phrase[half].trim() === '').map((half) => `${path}.${half}`)
  const inside = clauses.flatMap(({ heading, body }, i) => [
    ...halves(heading, `clauses.${i}.heading`),
    ...halves(body, `clauses.${i}.body`),
  ])
  return [...halves(title, 'title'), ...inside]
}
