/** How a verdict is drawn, in the node and in the browser alike: the same banner, the same words. */
import { colon, type Language, speak } from '#src/platform/i18n/words.ts'
import { stateTexts, stateTitles } from '#src/platform/pades/state-words.ts'
import type { State, Verdict } from '#src/platform/pades/verdict.ts'
import { problemWords } from '#src/platform/pades/words.ts'
import { type Html, html, nothing } from '#src/platform/ui/html.ts'
import { type VerdictState, verdict } from '#src/platform/ui/verdict.ts'
import { checks, type FileVerdict, type PackageVerdict } from './package-verdict.ts'
import { checkWords, packageProblemWords, packageTexts, verifierWords } from './package-words.ts'

const shapes: Record<State, VerdictState> = {
  complete: 'complete',
  partial: 'partial',
  unsigned: 'partial',
  altered: 'altered',
  untrusted: 'unknown',
  not_an_agreement: 'unknown',
}

export function fileVerdict(found: FileVerdict, language: Language): Html {
  const { document } = found
  return html`<div data-state="${found.state}" data-problems="${problemCodes(found).join(' ')}">
    ${banner(found, language)}
    ${found.kind === 'package' && checkList(found, language)}
    ${problemList(found, language)}
    ${signatureList(document, language)}
    ${found.kind === 'package' && rootList(found, language)}
    ${experts(found, language)}
  </div>`
}

/** Every code there is, once: what two verdicts are compared by. */
export function problemCodes(found: FileVerdict): string[] {
  const { problems, signatures } = found.document
  const all = [
    ...problems,
    ...signatures.flatMap((s) => s.problems),
    ...(found.kind === 'package' ? found.problems : []),
  ]
  return [...new Set(all.map(({ code }) => code))].sort()
}

function banner({ kind, state, document }: FileVerdict, language: Language): Html {
  const w = speak(verifierWords, language)
  const { signed, of } = document
  const title = state === 'untrusted' ? w.untrustedTitle : stateTitles[state][language](signed, of)
  const text = kind === 'package' || state === 'untrusted' ? packageTexts[state][language] : stateTexts[state][language]
  const counts = state === 'partial' ? { signed, of } : {}
  return html`${verdict({ state: shapes[state], title, text, language, ...counts })}${
    document.demonstration && html`<p class="demonstration"><strong>${w.demonstration}</strong></p>`
  }`
}

function checkList({ failed }: PackageVerdict, language: Language): Html {
  const w = speak(verifierWords, language)
  const items = checks.map((check) => {
    const bad = failed.includes(check)
    return html`<li class="${bad ? 'check-bad' : 'check-good'}">${checkWords[check][language]}${colon[language]}<strong>${bad ? w.fails : w.fits}</strong></li>`
  })
  return html`<section><h2>${w.checked}</h2><ul class="checks">${items}</ul></section>`
}

function problemList(found: FileVerdict, language: Language): Html {
  const codes = problemCodes(found)
  if (codes.length === 0) return nothing
  const words: Record<string, { en: string; zh: string }> = { ...problemWords, ...packageProblemWords }
  const items = codes.map((code) => html`<li>${words[code]?.[language] ?? code}</li>`)
  return html`<section><h2>${verifierWords.found[language]}</h2><ul>${items}</ul></section>`
}

function signatureList({ signatures, waiting }: Verdict, language: Language): Html {
  if (signatures.length + waiting.length === 0) return nothing
  const w = speak(verifierWords, language)
  const items = signatures.map(
    (s) =>
      html`<li><strong>${s.signer}</strong>, ${w.signed} <time datetime="${s.signedAt}">${s.signedAt.replace('T', ' ').replace('Z', ' UTC')}</time><br><span class="muted">${s.subject}</span></li>`,
  )
  const empty = waiting.map((s) => html`<li><strong>${s.signer}</strong>: ${stateTitles.unsigned[language](0, 1)}</li>`)
  return html`<section><h2>${w.signatures}</h2><ul>${items}${empty}</ul></section>`
}

function rootList({ parties }: PackageVerdict, language: Language): Html {
  const w = speak(verifierWords, language)
  if (parties.length === 0) return nothing
  const all = parties.every(({ given }) => given)
  const items = parties.map(
    ({ name, root }) =>
      html`<li><strong>${name[language]}</strong><br><code>${root?.match(/.{4}/g)?.join(' ')}</code></li>`,
  )
  return html`<section><h2>${w.roots}</h2><p>${all ? w.rootsGiven : w.rootsText}</p><ul>${items}</ul></section>`
}

function experts(found: FileVerdict, language: Language): Html {
  const json = JSON.stringify(found, null, 2)
  return html`<details><summary>${verifierWords.experts[language]}</summary><pre tabindex="0">${json}</pre></details>`
}
