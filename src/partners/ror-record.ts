/** One record of the ROR registry, schema 2.x (https://ror.readme.io/docs/data-structure), as the directory keeps it. */
import { z } from 'zod'

/** `https://ror.org/00p991c53` or the bare nine characters, to the nine characters. */
const ror = z
  .string()
  .transform((id) => id.replace(/^https?:\/\/(www\.)?ror\.org\//, ''))
  .pipe(z.string().regex(/^0[a-z0-9]{8}$/))

const place = z.object({
  country_code: z.string().regex(/^[A-Z]{2}$/),
  country_subdivision_name: z.string().nullish(),
  name: z.string(),
  lat: z.number().nullish(),
  lng: z.number().nullish(),
})

const schema = z.object({
  id: ror,
  status: z.enum(['active', 'inactive', 'withdrawn']),
  types: z.array(z.string()),
  names: z.array(z.object({ value: z.string().min(1), lang: z.string().nullish(), types: z.array(z.string()) })).min(1),
  locations: z.array(z.object({ geonames_details: place })).min(1),
  established: z.int().nullish(),
  links: z.array(z.object({ type: z.string(), value: z.string() })).default([]),
  domains: z.array(z.string()).default([]),
  external_ids: z
    .array(z.object({ type: z.string(), preferred: z.string().nullish(), all: z.array(z.string()) }))
    .default([]),
  relationships: z
    .array(
      z.object({
        type: z.enum(['parent', 'child', 'related', 'predecessor', 'successor']),
        id: ror,
        label: z.string(),
      }),
    )
    .default([]),
  admin: z.object({ last_modified: z.object({ date: z.iso.date() }) }),
})

export type RelationKind = 'parent' | 'child' | 'related' | 'predecessor' | 'successor'

export interface DirectoryName {
  name: string
  /** ISO 639 code, where the registry says it. */
  language: string | null
  /** `ror_display`, `label`, `alias`, `acronym`. */
  kinds: string[]
}

export interface DirectoryRecord {
  ror: string
  status: 'active' | 'inactive' | 'withdrawn'
  name: string
  nameZh: string | null
  kinds: string[]
  country: string
  subdivision: string
  city: string
  latitude: number | null
  longitude: number | null
  established: number | null
  website: string | null
  domains: string[]
  /** Preferred identifier by registry: `grid`, `isni`, `wikidata`, `fundref`. */
  identifiers: Record<string, string>
  modified: string
  names: DirectoryName[]
  relations: { kind: RelationKind; other: string; label: string }[]
}

/**
 * Reads one record as it stands in a dump.
 * @returns the record, or in words which field is not as schema 2.x says
 */
export function readRorRecord(given: unknown): DirectoryRecord | { wrong: string } {
  const parsed = schema.safeParse(given)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return { wrong: `${issue!.path.join('.') || 'the record'}: ${issue!.message}` }
  }
  return toDirectory(parsed.data)
}

function toDirectory(r: z.output<typeof schema>): DirectoryRecord {
  const where = r.locations[0]!.geonames_details
  const display = r.names.find((n) => n.types.includes('ror_display')) ?? r.names[0]!
  const chinese = r.names.filter((n) => n.lang?.startsWith('zh'))
  const ids = r.external_ids.map((e) => [e.type, e.preferred ?? e.all[0] ?? ''] as const)
  return {
    ror: r.id,
    status: r.status,
    name: display.value,
    nameZh: (chinese.find((n) => n.types.includes('label')) ?? chinese[0])?.value ?? null,
    kinds: r.types,
    country: where.country_code,
    subdivision: where.country_subdivision_name ?? '',
    city: where.name,
    latitude: where.lat ?? null,
    longitude: where.lng ?? null,
    established: r.established ?? null,
    website: r.links.find((l) => l.type === 'website')?.value ?? null,
    domains: r.domains,
    identifiers: Object.fromEntries(ids.filter(([, value]) => value !== '')),
    modified: r.admin.last_modified.date,
    names: r.names.map((n) => ({ name: n.value, language: n.lang ?? null, kinds: n.types })),
    relations: once(r.relationships).map(({ type, id, label }) => ({ kind: type, other: id, label })),
  }
}

/** The registry now and then lists a relation twice. */
function once<R extends { type: string; id: string }>(relations: R[]): R[] {
  return [...new Map(relations.map((r) => [`${r.type} ${r.id}`, r])).values()]
}
