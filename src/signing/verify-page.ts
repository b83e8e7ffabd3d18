/** The public page on which anybody can verify a document. */
import type { Institution } from '#src/partners/index.ts'
import { speak } from '#src/platform/i18n/words.ts'
import type { Verdict } from '#src/platform/pades/index.ts'
import {
  actions,
  errorSummary,
  facts,
  fileField,
  form,
  type Html,
  hash,
  head,
  html,
  inBoth,
  moments,
  nothing,
  notice,
  person,
  section,
  submit,
  type View,
} from '#src/platform/ui/index.ts'
import { type Printed, printedNotice } from './printed-notice.ts'
import type { Ending } from './session.ts'
import { laterSection, signatoryOf, signatureFacts, waitingSection } from './signature-view.ts'
import { problemsSection, type VerdictReader, verdictBanner } from './verdict-view.ts'
import { verifyWords, voidWords } from './verify-words.ts'

export interface KnownRoot {
  institution: Institution
  /** SHA-256 of the certificate, in hexadecimal. */
  fingerprint: string
}

export interface VerifyView {
  reader: VerdictReader
  known: KnownRoot[]
  /** `drawn`: the verdict on a whole evidence package. `ended`: this node knows that the signing of this document ended without conclusion. */
  found?: { verdict: Verdict; drawn?: Html | undefined; fileName: string; ended?: Ending }
  error?: string
  /** Where somebody comes from the code printed on an agreement. */
  printed?: Printed
}

export function verifyPage({ reader, known, found, error, printed }: VerifyView): View {
  const w = speak(verifyWords, reader.language)
  const result = found
    ? html`${found.ended && voidNotice(found.ended, reader)}${found.drawn ?? verdictSections(found.verdict, reader)}`
    : nothing
  const body = html`${head({ title: w.title, meta: found ? html`<span translate="no">${found.fileName}</span>` : undefined })}
    ${printed && printedNotice(printed, reader)}
    ${found && html`<div data-earlier>${result}</div>`}${here(reader, fileForm(reader, error), found !== undefined)}
    ${knownRoots(known, reader)}`
  return { title: w.title, kind: 'plain', current: 'verify', body }
}

/** With scripts the browser judges the file itself; without, the form sends it. */
function here({ language }: VerdictReader, asked: Html, again: boolean): Html {
  const w = speak(verifyWords, language)
  const inner = html`<section aria-live="polite" aria-label="${w.verdict}" data-result></section><p data-lead>${w.intro}</p>${asked}`
  return html`<verify-here judge="/verify/judge.js" trust="/verify/trust.json" ended="/verify/ended.json" working="${w.working}" failed="${w.failed}" lead="${w.lead}">${again ? section({ title: w.another, body: inner }) : html`<div class="stack">${inner}</div>`}</verify-here>`
}

/** Whatever the signatures are worth by themselves: our log says that they were not to count. */
export function voidNotice({ kind, at }: Ending, reader: VerdictReader): Html {
  const { language } = reader
  const w = speak(verifyWords, language)
  const stop = language === 'en' ? '. ' : '。'
  const body = html`${voidWords[kind][language]}: ${moments(at, reader)}${stop}${w.voidText}`
  return notice({ kind: 'warning', title: w.voidTitle, body })
}

function verdictSections(verdict: Verdict, reader: VerdictReader): Html {
  const { language } = reader
  const w = speak(verifyWords, language)
  const shown = verdict.signatures.map((s) =>
    section({ level: 3, title: person(signatoryOf(s).name), body: signatureFacts(s, reader) }),
  )
  const signatures =
    verdict.state !== 'not_an_agreement' &&
    section({ title: w.signatures, body: shown.length > 0 ? html`${shown}` : html`<p>${w.noSignature}</p>` })
  const hashes = facts([
    { label: w.sha256, value: hash(verdict.sha256, { language, groups: 8 }) },
    ...(verdict.revisionZeroSha256
      ? [{ label: w.revisionZero, value: hash(verdict.revisionZeroSha256, { language, groups: 8 }) }]
      : []),
  ])
  return html`${verdictBanner(verdict, reader)}${problemsSection(verdict, reader)}${signatures}${waitingSection(verdict, reader)}${laterSection(verdict, reader)}${hashes}`
}

function fileForm({ language }: VerdictReader, error: string | undefined): Html {
  const w = speak(verifyWords, language)
  const field = fileField({
    name: 'file',
    label: w.file,
    hint: w.fileHint,
    accept: 'application/pdf,.pdf,application/zip,.zip',
    required: true,
    error,
  })
  const errors = errorSummary({ language, errors: error ? [{ field: 'file', message: error }] : [] })
  return html`${errors}${form({ action: '/verify', multipart: true, body: html`${field}${actions(submit({ label: w.check }))}` })}`
}

function knownRoots(known: KnownRoot[], { language }: VerdictReader): Html {
  const w = speak(verifyWords, language)
  const rows = known.map(({ institution, fingerprint }) => ({
    label: inBoth(institution.name, language),
    value: html`<a href="/roots/${institution.ror}.pem">${w.root(institution.short[language])}</a><br>${hash(fingerprint, { language, groups: 5 })}`,
  }))
  return section({ title: w.trusts, body: html`<p class="muted small">${w.trustsText}</p>${facts(rows)}` })
}
