/** Whether a log tells the whole story of this document: frozen, approved by each side, consented, signed, concluded. */
import { canonicalHash } from '#src/platform/canonical.ts'
import type { LogFinding } from './check-log.ts'
import type { Consents } from './package-shape.ts'
import type { PackageProblem } from './package-verdict.ts'

export interface StoryExpected {
  agreement: string
  parties: string[]
  textHash: string
  documentHash: string
  consents: Consents
  /** In order: which seat, and the SHA-256 of the document with its signature. */
  signatures: { seat: string; party: string; sha256: string }[]
}

type Facts = Record<string, unknown>

/** Every event that must stand in a log, with what it must say. */
function wanted({ parties, textHash, documentHash, consents, signatures }: StoryExpected): [string, Facts][] {
  const pins = consents.pins.toSorted((a, b) => (a.seat < b.seat ? -1 : 1)).map(({ seat, pin }) => ({ seat, pin }))
  const seatsHash = canonicalHash(pins)
  const consented = signatures.map(({ seat, party }): [string, Facts] => {
    const consent = consents.consents.find((c) => c.seat === seat)
    const { statement = {}, assertion = null } = consent ?? {}
    const hashes = { statement: canonicalHash(statement), assertion: assertion && canonicalHash(assertion) }
    const facts = { institution: party, seat, session: statement.session, method: statement.method, ...hashes }
    return ['signing.consented', facts]
  })
  return [
    ['agreement.frozen', { textHash, documentHash }],
    ...parties.map((institution): [string, Facts] => ['agreement.approved', { institution, textHash, seatsHash }]),
    ...consented,
    ...signatures.map(({ seat, party, sha256 }, i): [string, Facts] => [
      'signing.signed',
      { institution: party, number: i + 1, seat, sha256 },
    ]),
    ['agreement.concluded', { textHash, sha256: signatures.at(-1)?.sha256 }],
  ]
}

/** The events must be there, and in this order where one depends on the other. */
export function storyProblems({ ror, events }: LogFinding, expected: StoryExpected): PackageProblem[] {
  const own = events.filter(({ about }) => about.kind === 'agreement' && about.id === expected.agreement)
  const places = wanted(expected).map(([event, facts]) => {
    const found = own.find((e) => e.event === event && Object.entries(facts).every(([key, v]) => e.facts[key] === v))
    return { event, at: found?.index, seat: facts.seat ?? facts.institution ?? '' }
  })
  const missing = places
    .filter(({ at }) => at === undefined)
    .map(({ event, seat }): PackageProblem => ({ code: 'event_missing', detail: `${ror}: ${event} ${seat}`.trim() }))
  const last = places.at(-1)?.at ?? Number.POSITIVE_INFINITY
  const late = places.some(({ at }) => at !== undefined && at > last)
  return late ? [...missing, { code: 'event_missing', detail: `${ror}: order` }] : missing
}
