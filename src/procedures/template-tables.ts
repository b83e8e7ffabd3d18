/** The tables of texts to begin from, for the compiler. */
import type { JsonColumn } from '#src/platform/database/tables.ts'
import type { Phrase } from '#src/platform/i18n/words.ts'
import type { TemplateClause, TemplateText } from './template.ts'

declare module '#src/platform/database/tables.ts' {
  interface Tables {
    template: NamedTable & { kind: string }
    template_version: TemplateVersionTable
    library_clause: NamedTable
    library_clause_version: ClauseVersionTable
  }
}

interface NamedTable {
  id: string
  name_en: string
  name_zh: string
  retired_at: Temporal.Instant | null
}

interface Written {
  number: number
  note: string
  by_name: string
  at: Temporal.Instant
}

interface TemplateVersionTable extends Written {
  template: string
  title: JsonColumn<Phrase>
  prevails: TemplateText['prevails']
  clauses: JsonColumn<TemplateClause[]>
}

interface ClauseVersionTable extends Written {
  clause: string
  heading: JsonColumn<Phrase>
  body: JsonColumn<Phrase>
}
