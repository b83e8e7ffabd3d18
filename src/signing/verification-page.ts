/** The verification of one agreement: the verdict on our own copy, and everything needed to check it elsewhere. */
import type { Agreement } from '#src/agreements/index.ts'
import { type Institution, keptNotice } from '#src/partners/index.ts'
import { htmlLang, speak } from '#src/platform/i18n/words.ts'
import {
  type Content,
  empty,
  facts,
  type Html,
  hash,
  head,
  html,
  linkButton,
  panel,
  person,
  section,
  type View,
} from '#src/platform/ui/index.ts'
import type { Verification } from './read-verification.ts'
import { roomWords } from './room-words.ts'
import { laterSection, signatoryOf, signatureFacts, waitingSection } from './signature-view.ts'
import { tabTitle } from './tab-title.ts'
import { problemsSection, type VerdictReader, verdictBanner } from './verdict-view.ts'
import { verifyWords } from './verify-words.ts'

export interface VerificationView {
  agreement: Agreement
  title: { en: string; zh: string }
  us: Institution
  partner: Institution
  reader: VerdictReader
  /** The node's address, for the commands. */
  publicUrl: string
  found: Verification | undefined
}

export function verificationPage(view: VerificationView): View {
  const { language } = view.reader
  const other = language === 'en' ? 'zh' : 'en'
  const w = speak(verifyWords, language)
  const over = html`<a href="/agreements/${view.agreement.id}">${speak(roomWords, language).agreement}</a> · ${w.pageTitle}`
  const top = head({ title: view.title[language], second: view.title[other], secondLang: htmlLang[other], over })
  const title = tabTitle(w.pageTitle, view.title[language])
  if (!view.found) return { title, current: 'agreements', body: html`${top}${nothingYet(view)}` }
  const { verdict } = view.found
  const body = html`${top}${verdictBanner(verdict, view.reader)}${keptNotice([view.us, view.partner], language)}${problemsSection(verdict, view.reader)}${signatures(view, view.found)}${waitingSection(verdict, view.reader)}${laterSection(verdict, view.reader)}${otherTools(view)}`
  return { title, current: 'agreements', body, aside: html`${keep(view)}${hashes(view, view.found)}` }
}

function nothingYet({ agreement, reader }: VerificationView): Html {
  const w = speak(verifyWords, reader.language)
  return empty({
    title: w.nothingTitle,
    text: w.nothingText,
    acts: linkButton({ href: `/agreements/${agreement.id}/signing`, label: w.toSigning }),
  })
}

function signatures({ reader }: VerificationView, { verdict, consents }: Verification): Html {
  const w = speak(verifyWords, reader.language)
  const shown = verdict.signatures.map((s) => {
    const holds = consents.get(s.field)
    const again = typeof holds === 'boolean' ? { text: holds ? w.checkedAgain : w.notConfirmed, holds } : undefined
    return section({ level: 3, title: person(signatoryOf(s).name), body: signatureFacts(s, reader, again) })
  })
  return section({ title: w.signatures, body: html`${shown}` })
}

function hashes({ us, partner, reader }: VerificationView, { verdict, partnersHash, session }: Verification): Html {
  const { language } = reader
  const w = speak(verifyWords, language)
  const line = (label: Content, value: Content) => html`<p class="small muted">${label}</p><p>${value}</p>`
  const theirs = partnersHash ? hash(partnersHash, { language, groups: 4, side: 'theirs' }) : w.notStated
  const same = partnersHash === verdict.sha256 && html` · <span class="good">${w.sameAs}</span>`
  const body = html`${line(w.ours(us.short[language]), hash(verdict.sha256, { language, groups: 4, side: 'ours' }))}
    ${line(html`${w.theirs(partner.short[language])}${same}`, theirs)}
    ${line(w.revisionZero, hash(session.documentHash, { language, groups: 4 }))}
    ${line(w.textHash, hash(session.textHash, { language, groups: 4 }))}`
  return panel({ title: w.hashes, body })
}

function keep({ agreement, us, partner, reader }: VerificationView): Html {
  const { language } = reader
  const w = speak(verifyWords, language)
  const at = `/agreements/${agreement.id}`
  const roots = [us, partner].map((i) => html`<li><a href="/roots/${i.ror}.pem">${w.root(i.short[language])}</a></li>`)
  const whole =
    agreement.state === 'concluded' &&
    html`<p><a href="${at}/evidence.zip">${w.evidence}</a></p><p class="muted small">${w.evidenceText}</p>`
  const body = html`${whole}<p>${w.keepText}</p><ul class="stack"><li><a href="${at}/agreement.pdf">${w.agreementPdf}</a></li><li><a href="${at}/revision-0.pdf">${w.revisionZeroPdf}</a></li>${roots}</ul>`
  return panel({ title: w.keep, body })
}

/** Commands of programs that know nothing of us, and of our own. */
function otherTools({ us, partner, reader, found, publicUrl }: VerificationView): Html {
  const w = speak(verifyWords, reader.language)
  const [ours, theirs] = [us, partner].map((i) => `chirograph-root-${i.ror}.pem`)
  const commands = [
    `sha256sum agreement.pdf   # ${found!.verdict.sha256}`,
    'pdfsig agreement.pdf',
    'qpdf --check agreement.pdf',
    `openssl x509 -in ${ours} -noout -subject -fingerprint -sha256`,
    `npm run chirograph -- verify agreement.pdf --trust ${ours} --trust ${theirs}`,
    `curl -H 'Origin: ${publicUrl}' -H 'Accept: application/json' -F file=@agreement.pdf ${publicUrl}/verify`,
  ]
  const roots = found!.roots.map(({ ror, fingerprint }) => ({
    label: w.root((ror === us.ror ? us : partner).short[reader.language]),
    value: hash(fingerprint, { language: reader.language, groups: 5 }),
  }))
  return section({
    title: w.otherTools,
    body: html`${facts(roots)}<pre class="small" tabindex="0"><code>${commands.join('\n')}</code></pre>`,
  })
}
