/** Invented records in the registry's own shape, for tests of the directory; and the real ones, where they lie beside the project. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const letters = 'abcdefghjkmnpqrstvwxyz0123456789'

/** The nth invented ROR id. */
export function inventedRor(n: number): string {
  let id = ''
  for (let rest = n, i = 0; i < 8; i++, rest = Math.floor(rest / 32)) id = letters[rest % 32]! + id
  return `0${id}`
}

type Name = [value: string, kind: string, language?: string]
type Relation = [type: string, n: number, label: string]

export interface Invented {
  names: Name[]
  country?: string
  city?: string
  kinds?: string[]
  status?: string
  modified?: string
  relations?: Relation[]
}

/** One record of schema 2.1. The first name is the one it is shown by. */
export function rorRecord(n: number, o: Invented) {
  const { country = 'GB', city = 'Testham', kinds = ['education'], status = 'active', modified = '2026-01-15' } = o
  return {
    id: `https://ror.org/${inventedRor(n)}`,
    status,
    types: kinds,
    established: 1900,
    domains: [],
    names: o.names.map(([value, kind, lang], i) => ({
      value,
      lang: lang ?? null,
      types: i === 0 ? ['ror_display', kind] : [kind],
    })),
    links: [{ type: 'website', value: 'https://university.example/' }],
    external_ids: [{ type: 'grid', preferred: 'grid.0.1', all: ['grid.0.1'] }],
    locations: [{ geonames_id: 1, geonames_details: { country_code: country, name: city, lat: 51.5, lng: -0.1 } }],
    relationships: (o.relations ?? []).map(([type, other, label]) => ({
      type,
      id: `https://ror.org/${inventedRor(other)}`,
      label,
    })),
    admin: {
      created: { date: '2018-11-14', schema_version: '1.0' },
      last_modified: { date: modified, schema_version: '2.1' },
    },
  }
}

/** 35,990 real records; undefined where they are not there. */
export const realRecords = (() => {
  const path = join(import.meta.dirname, '..', '..', '..', 'shared', 'data', 'ror-records-v2.jsonl.gz')
  return existsSync(path) ? path : undefined
})()
