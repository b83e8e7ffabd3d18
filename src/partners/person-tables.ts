/** Tables of people and their posts, for the compiler. */
import type { ColumnType } from 'kysely'
import type { Basis, PostEnd } from './person.ts'

declare module '#src/platform/database/tables.ts' {
  interface Tables {
    person: PersonTable
    post: PostTable
  }
}

interface PersonTable {
  id: string
  name_latin: string
  name_native: string | null
  family_name_first: boolean
  account: ColumnType<string | null, string | null | undefined, string | null>
  language: ColumnType<'en' | 'zh' | null, 'en' | 'zh' | null | undefined, 'en' | 'zh' | null>
  email: ColumnType<string, string | undefined, string>
  phone: ColumnType<string, string | undefined, string>
  assistant: ColumnType<string, string | undefined, string>
  basis: ColumnType<Basis, Basis | undefined, Basis>
  basis_note: ColumnType<string, string | undefined, string>
  note: ColumnType<string, string | undefined, string>
  revision: ColumnType<number, number | undefined, number>
  terms: string[]
  joined: string
}

type DateColumn = ColumnType<Temporal.PlainDate | null, string | null, string | null>

interface PostTable {
  id: string
  person: string
  institution: string
  unit_en: string
  unit_zh: string
  title_en: string
  title_zh: string
  rank: number
  since: DateColumn
  until: DateColumn
  source: string | null
  ended_as: ColumnType<PostEnd | null, PostEnd | null | undefined, PostEnd | null>
}
