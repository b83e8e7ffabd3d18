/** How the verdict on a document is shown, on the public page and on an agreement's own. */
import { z } from 'zod'
import { type Language, type Phrase, speak } from '#src/platform/i18n/words.ts'
import type { Json, Problem, SignatureVerdict, State, Verdict } from '#src/platform/pades/index.ts'
import { type ProblemCode, problemWords } from '#src/platform/pades/words.ts'
import {
  facts,
  type Html,
  hash,
  html,
  inBoth,
  moments,
  nothing,
  notice,
  type Place,
  person,
  section,
  type VerdictState,
  verdict,
} from '#src/platform/ui/index.ts'
import { stateTexts, stateTitles, verifyWords } from './verify-words.ts'

export interface VerdictReader {
  language: Language
  places: Place[]
}

const shapes: Record<State, VerdictState> = {
  complete: 'complete',
  partial: 'partial',
  unsigned: 'partial',
  altered: 'altered',
  untrusted: 'unknown',
  not_an_agreement: 'unknown',
}

/** The banner: one of six answers, and loudly whether the document is a demonstration. */
export function verdictBanner(found: Verdict, { language }: VerdictReader): Html {
  const { state, signed, of } = found
  const w = speak(verifyWords, language)
  const counts = state === 'partial' ? { signed, of } : {}
  const banner = verdict({
    state: shapes[state],
    title: stateTitles[state][language](signed, of),
    text: stateTexts[state][language],
    language,
    ...counts,
  })
  const demonstration =
    found.demonstration && notice({ kind: 'warning', title: w.demonstration, body: w.demonstrationText })
  return html`${banner}${demonstration}`
}

/** Every problem in words, with its code for experts. */
export function problemsSection({ problems, signatures }: Verdict, { language }: VerdictReader): Html {
  const w = speak(verifyWords, language)
  const ofSignatures = signatures.flatMap((s, i) => s.problems.map((p) => ({ ...p, revision: i + 1 })))
  const distinct = new Map([...problems, ...ofSignatures].map((p) => [`${p.code} ${p.revision} ${p.detail}`, p]))
  if (distinct.size === 0) return nothing
  const items = [...distinct.values()].map(
    (p) =>
      html`<li>${problemText(p, language)}${p.revision !== undefined && html` <span class="muted">(${w.revision(p.revision)})</span>`}</li>`,
  )
  const codes = [...distinct.values()].map(
    (p) => html`<li><code>${p.code}</code>${p.detail && html` ${p.detail}`}</li>`,
  )
  const experts = html`<details><summary>${w.forExperts}</summary><ul class="small muted">${codes}</ul></details>`
  return section({ title: w.problems, body: html`<ul>${items}</ul>${experts}` })
}

const problemText = ({ code }: Problem, language: Language): string =>
  Object.hasOwn(problemWords, code) ? problemWords[code as ProblemCode][language] : code

const stampShape = z.object({
  name: z.object({ latin: z.string(), native: z.string().nullable() }),
  title: z.object({ en: z.string(), zh: z.string() }),
  institution: z.object({ en: z.string(), zh: z.string() }),
})

export interface Signatory {
  name: { latin: string; native: string | null }
  title: Phrase | null
  institution: Phrase | null
}

/** What a document declares of a signatory; files of others may declare anything. */
export function signatoryOf({ stamp, signer }: { stamp: Json; signer: string }): Signatory {
  const found = stampShape.safeParse(stamp)
  return found.success ? found.data : { name: { latin: signer, native: null }, title: null, institution: null }
}

/** Whether the consent behind a signature holds when it is checked once more, in words. */
export interface CheckedAgain {
  text: string
  holds: boolean
}

/** One signature: for whom, when, how, with which certificate. Who signed stands above it. */
export function signatureFacts(s: SignatureVerdict, reader: VerdictReader, again?: CheckedAgain): Html {
  const { language } = reader
  const w = speak(verifyWords, language)
  const { title, institution } = signatoryOf(s)
  const way = s.variant === 'passkey' ? w.passkey : s.variant === 'code' ? w.code : s.variant
  return facts([
    ...(title ? [{ label: w.office, value: inBoth(title, language) }] : []),
    { label: w.university, value: institution ? inBoth(institution, language) : s.party },
    { label: w.signedAt, value: moments(Temporal.Instant.from(s.signedAt), reader) },
    { label: w.way, value: html`${way}${again && html`<br>${again.text}`}`, good: again?.holds },
    { label: w.certificate, value: html`${s.subject}<br>${hash(s.certificate, { language, groups: 4 })}` },
    { label: w.issuer, value: html`${s.issuer} (${s.trusted ? w.trusted : w.notTrusted})`, good: s.trusted },
    { label: w.algorithm, value: s.algorithm },
  ])
}

/** Fields nobody has filled yet. */
export function waitingSection({ waiting }: Verdict, { language }: VerdictReader): Html {
  if (waiting.length === 0) return nothing
  const w = speak(verifyWords, language)
  const items = waiting.map((field) => {
    const { name, institution } = signatoryOf(field)
    return html`<li>${person(name)}${institution && html` <span class="muted">${inBoth(institution, language)}</span>`}</li>`
  })
  return section({ title: w.waiting, body: html`<ul>${items}</ul>` })
}
