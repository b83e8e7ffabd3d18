/** How one signature of a document is shown, and the fields nobody has filled yet. */
import { z } from 'zod'
import { bracketed, type Phrase, speak } from '#src/platform/i18n/words.ts'
import type { Json, SignatureVerdict, StampVerdict, Verdict } from '#src/platform/pades/index.ts'
import { problemWords } from '#src/platform/pades/words.ts'
import { facts, type Html, hash, html, inBoth, moments, nothing, person, section } from '#src/platform/ui/index.ts'
import type { VerdictReader } from './verdict-view.ts'
import { verifyWords } from './verify-words.ts'

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
    {
      label: w.issuer,
      value: html`${s.issuer}${bracketed[language](s.trusted ? w.trusted : w.notTrusted)}`,
      good: s.trusted,
    },
    { label: w.algorithm, value: s.algorithm },
    { label: w.timeStamp, value: stampLine(s.timeStamp, reader) },
    { label: w.level, value: html`<span data-level="${s.level}">${s.level}</span>` },
  ])
}

const commonName = (subject: string) => /(?:^|, )CN=([^,]+)/.exec(subject)?.[1] ?? subject

/** When and by whom, and whether it counts. */
function stampLine(stamp: StampVerdict | null, reader: VerdictReader): Html {
  const w = speak(verifyWords, reader.language)
  if (!stamp) return html`<span class="muted">${w.noTimeStamp}</span>`
  const when = stamp.at && html`${moments(Temporal.Instant.from(stamp.at), reader)}<br>`
  return html`${when}${w.stampedBy(commonName(stamp.authority))}${!stamp.trusted && html` <span class="bad">(${w.stampNotCounted})</span>`}`
}

/** The time-stamps over the whole document, and what else is worth knowing. */
export function laterSection({ timeStamps, notes, level }: Verdict, reader: VerdictReader): Html {
  const w = speak(verifyWords, reader.language)
  const rows = timeStamps.map((stamp) => ({
    label: w.timeStamp,
    value: html`${stampLine(stamp, reader)}${stamp.until && html`<br><span class="muted">${w.lasts} ${moments(Temporal.Instant.from(stamp.until), reader)}</span>`}`,
    good: stamp.trusted,
  }))
  const stamps =
    rows.length > 0 &&
    section({
      title: w.forLater,
      body: html`<div data-stamps="${level}"><p class="muted small">${w.forLaterText}</p>${facts(rows)}</div>`,
    })
  const distinct = [...new Set(notes.map(({ code }) => problemWords[code][reader.language]))]
  const worth =
    distinct.length > 0 &&
    section({ title: w.notes, body: html`<ul>${distinct.map((text) => html`<li>${text}</li>`)}</ul>` })
  return html`${stamps}${worth}`
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
