/** One agreement, as far as it is public: what it is called on each side, between whom, since when, and how to check it. */
import type { PublicAgreement } from '#src/agreements/index.ts'
import { speak } from '#src/platform/i18n/words.ts'
import { dateWords } from '#src/platform/time.ts'
import {
  type Content,
  cut,
  type Html,
  hash,
  html,
  inLanguage,
  linkButton,
  type PublicView,
  person,
} from '#src/platform/ui/index.ts'
import { at, pathOf } from './addresses.ts'
import { bothNames, plain } from './entries.ts'
import type { Reading } from './home-page.ts'
import { agreementData } from './linked-data.ts'
import type { Around } from './read-site.ts'
import { standingLine, standingText } from './standing-line.ts'
import { agreementWords, pageWords } from './words.ts'

export interface AgreementView extends Around {
  agreement: PublicAgreement
}

export function agreementPage(v: AgreementView, r: Reading): PublicView {
  const { language, house } = r
  const { agreement } = v
  const w = speak(agreementWords, language)
  const day = dateWords(agreement.concludedAt, house.zone, language)
  const title = plain(agreement.title, language)
  const names = pageWords.and[language](agreement.parties.map(({ name }) => plain(name, language)))
  const partner = v.partners.find(({ ror }) => ror === agreement.partner)
  const over = html`${partner && html`<a href="${at(language, pathOf.partner(partner.ror))}">${inLanguage(partner.short, language)}</a> · `}${w.over}`
  const demonstration = agreement.demonstration && html`<span>${w.demonstration}</span>`
  const body = html`<header class="title-head"><p class="title-over">${over}</p><h1>${bothNames(agreement.title, language, 'opening-names')}</h1><p class="title-meta">${standingLine(agreement, r)}<span>${w.signedByAll}</span>${demonstration}</p></header>
    ${parties(v, r)}
    <div class="beside-page"><div>${hashes(agreement, r)}</div><aside class="beside-notes">${verifying(agreement, r)}</aside></div>`
  return {
    title,
    description: `${w.description(title, names, day)} ${sentence(standingText(agreement, r), language)}`,
    path: pathOf.agreement(agreement.id),
    current: 'partners',
    body,
    data: agreementData(agreement, r),
  }
}

const sentence = (text: string, language: Reading['language']): string =>
  language === 'en' ? `${text[0]!.toUpperCase()}${text.slice(1)}.` : `${text}。`

/** The two halves with the cut between them, in the order of the text. */
function parties(v: AgreementView, r: Reading): Html {
  const [first, second] = v.agreement.parties
  return html`<div class="halves">${half(v, first!, r)}${cut()}${half(v, second!, r)}</div>`
}

function half(v: AgreementView, party: PublicAgreement['parties'][number], { language }: Reading): Html {
  const w = speak(agreementWords, language)
  const ours = party.ror === v.us.ror
  const known = v.partners.some(({ ror }) => ror === party.ror)
  const name = bothNames(party.name, language)
  const title = known ? html`<a href="${at(language, pathOf.partner(party.ror))}">${name}</a>` : name
  const type =
    (party.type.en || party.type.zh) && html`<div><dt>${w.type}</dt><dd>${inLanguage(party.type, language)}</dd></div>`
  const signed = seats(v.agreement, party.ror, language)
  return html`<section class="halves-side ${ours ? 'side-ours' : 'side-theirs'}"><h2>${title}</h2>${(type || signed) && html`<dl class="note-facts">${type}${signed && html`<div><dt>${w.signatories}</dt><dd>${signed}</dd></div>`}</dl>`}</section>`
}

function seats({ seats }: PublicAgreement, ror: string, language: Reading['language']): Content {
  const signed = seats?.filter(({ party }) => party === ror) ?? []
  if (signed.length === 0) return ''
  return html`${signed.map(({ name, title }) => html`<p>${person(name)}<span class="list-note">${inLanguage(title, language)}</span></p>`)}`
}

function hashes(agreement: PublicAgreement, { language }: Reading): Html {
  const w = speak(agreementWords, language)
  const row = (label: string, value: string) => html`<div><dt>${label}</dt><dd>${hash(value, { language })}</dd></div>`
  return html`<section class="part"><div class="part-head"><h2>${w.hashesTitle}</h2></div><p class="reading">${w.hashes}</p><dl class="note-facts wide">${row(w.textHash, agreement.textHash)}${row(w.documentHash, agreement.documentHash)}</dl></section>`
}

function verifying(agreement: PublicAgreement, { language }: Reading): Html {
  const w = speak(agreementWords, language)
  const file =
    agreement.seats &&
    html`<p><a href="${at(language, pathOf.document(agreement.id))}" type="application/pdf">${w.document}</a></p><p><a href="/public-evidence/${agreement.id}.zip" type="application/zip">${w.evidence}</a></p>`
  return html`<section class="note"><h2>${w.verifyTitle}</h2><p>${w.verifyText}</p>${file}<p class="row">${linkButton({ href: '/verify', label: w.verify })}</p></section>`
}
