/** The page of one agreement: its text, whose turn it is, and everything on the way to signature. */
import type { Context } from 'hono'
import { type Phrase, speak, type Words } from '#src/platform/i18n/words.ts'
import type { Refusal } from '#src/platform/refusal.ts'
import {
  actions,
  type Content,
  dialog,
  empty,
  form,
  type Html,
  head,
  html,
  inLanguage,
  linkButton,
  notice,
  page,
  sideDot,
  submit,
  textArea,
} from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { isOfficer } from './access.ts'
import { approvalsPanel, clearedNotice, rejectedNotice } from './approvals-page.ts'
import { chainPanel } from './chain-page.ts'
import { classPanel } from './class-view.ts'
import { clausesShown, textBar } from './clauses-page.ts'
import { clockPanel } from './clock-view.ts'
import { templatePanel } from './departure-page.ts'
import { discussion, type Typed } from './discussion-page.ts'
import { effectNotice, termPanel } from './effect-page.ts'
import { documentsPanel, freezeActs, hashesPanel, refusedNotice, reopenAct } from './freeze-page.ts'
import { historySection, versionsSection } from './history-page.ts'
import { labelsSection } from './labels-view.ts'
import { type Done, doneWords, headWords, textWords } from './negotiation-words.ts'
import { publicityPanel } from './publicity-page.ts'
import type { Negotiation } from './read-negotiation.ts'
import { type Reader, readerOf } from './reader.ts'
import { seatsSection } from './seats-page.ts'
import { terminationNotice } from './termination-page.ts'
import { turnNotice, waitingNotice, waySteps } from './turn-page.ts'
import { registerWords } from './words.ts'

/** What else there is to say on the page: that an act was done, or refused with what was typed. */
export interface Said {
  done?: Done
  problem?: { text: string; status: Refusal['status']; act: string; typed: Typed }
  /** Words for acts of later areas in the history. */
  journalWords: Words
}

export function negotiationPage(c: Context<WebEnv>, n: Negotiation, said: Said): Response {
  const reader = readerOf(n, c.var.language, c.var.now)
  const { problem } = said
  const typedFor = (act: string): Typed => (problem?.act === act ? problem.typed : {})
  const standing = [
    turnNotice(n, reader),
    effectNotice(n, reader),
    terminationNotice(n.terminations, n.chain.root.id, reader),
    waitingNotice(n, reader),
  ].filter(Boolean)
  const where = (place: 'narrow-only' | 'wide-only') =>
    standing.length > 0 && html`<div class="${place}">${standing}</div>`
  const body = html`${said.done && notice({ kind: 'done', title: doneWords[said.done][reader.language], answer: true })}
    ${problem && notice({ kind: 'refusal', answer: true, title: problem.text })}
    ${agreementHead(n, reader, typedFor('versions'))}${where('narrow-only')}
    ${refusedNotice(n, reader)}${rejectedNotice(n, reader)}${documentsPanel(n, reader)}${clearedNotice(n, reader)}
    ${textShown(n, reader)}
    ${seatsSection(n, reader)}
    ${labelsSection(n, reader, typedFor('label'))}
    ${versionsSection(n, reader)}
    ${historySection(n, reader, said.journalWords)}`
  const aside = html`${where('wide-only')}${freezeActs(n, reader)}${waySteps(n, reader)}${chainPanel(n, reader)}${termPanel(n, reader)}
    ${approvalsPanel(n, reader)}${classPanel(n, reader, typedFor('class'))}${clockPanel(n, reader)}${templatePanel(n.departing, n.agreement.id, reader)}${hashesPanel(n, reader)}${publicityPanel(n, reader, typedFor('publicity'))}${reopening(n, reader)}${discussion(n, reader, typedFor('comments'))}`
  return page(c, { title: titleOf(n, reader), current: 'agreements', body, aside }, problem?.status)
}

const reopening = (n: Negotiation, reader: Reader): Content => {
  const act = reopenAct(n, reader)
  return act && html`<div class="panel">${act}</div>`
}

function titleOf(n: Negotiation, { language }: Reader): string {
  const title: Phrase = n.shown?.text.title ?? n.latest?.text.title ?? { en: '', zh: '' }
  return title[language] || title.en || title.zh || registerWords.untitled[language]
}

function agreementHead(n: Negotiation, reader: Reader, typed: Typed): Html {
  const w = speak(textWords, reader.language)
  const title = n.shown?.text.title ?? { en: '', zh: '' }
  const [first, second] = reader.language === 'en' ? (['en', 'zh'] as const) : (['zh', 'en'] as const)
  const lang = { en: 'en', zh: 'zh-CN' }
  const version =
    n.shown?.name === 'draft' ? w.draft : n.shown ? w.versionOf(n.shown.name, n.agreement.version) : w.notSentTitle
  return head({
    title: title[first] || title[second] || registerWords.untitled[reader.language],
    titleLang: title[first] ? lang[first] : title[second] ? lang[second] : undefined,
    second: title[first] && title[second] ? title[second] : undefined,
    secondLang: lang[second],
    over: html`<a href="/partners/${n.partner.ror}">${inLanguage(n.partner.name, reader.language)}</a> · ${version}`,
    meta: labelsLine(n, reader),
    acts: headActs(n, reader, typed),
  })
}

/** "HUST calls it …, no. …", for both sides. */
function labelsLine(n: Negotiation, reader: Reader): Content {
  const w = speak(textWords, reader.language)
  const lines = (['ours', 'theirs'] as const).flatMap((side) => {
    const label = n.labels[side]
    if (!label) return []
    const { language } = reader
    const named = label.title[language] || label.title.en || label.title.zh
    return html`<span>${sideDot(side)}${w.calls(reader.short[side], named, label.reference)}</span>`
  })
  return lines.length > 0 ? html`<span class="row">${lines}</span>` : ''
}

function headActs(n: Negotiation, reader: Reader, typed: Typed): Content {
  const w = speak(headWords, reader.language)
  const { agreement, shown } = n
  const at = `/agreements/${agreement.id}`
  const settled = agreement.frozen !== null
  const query = !settled && shown ? `?version=${shown.name}` : ''
  const ready = ['approved', 'signing', 'signed', 'concluded'].includes(agreement.state)
  const signed = agreement.state === 'signed' || agreement.state === 'concluded'
  const pdf =
    (settled || shown) && linkButton({ href: `${at}/document.pdf${query}`, label: settled ? w.print : w.draftPdf })
  return html`${pdf}
    ${n.may.edit && linkButton({ href: `${at}/edit`, label: w.edit })}
    ${n.may.send && sendDialog(n, reader, typed)}
    ${['frozen', 'approved'].includes(agreement.state) && isOfficer(n.visitor) && linkButton({ href: `/ceremonies/new?agreement=${agreement.id}`, label: w.ceremony })}
    ${signed && linkButton({ href: `${at}/verification`, label: w.verification })}
    ${ready && linkButton({ href: `${at}/signing`, label: signed ? w.signed : w.signing, kind: 'primary' })}`
}

function sendDialog(n: Negotiation, reader: Reader, typed: Typed): Html {
  const w = speak(headWords, reader.language)
  const withdraws = n.freezes.length > 0 && html`<p>${w.sendWithdraws}</p>`
  const note = textArea({
    name: 'note',
    label: w.note,
    value: typed.note,
    rows: 3,
    maxlength: 4000,
    language: reader.language,
    wide: true,
  })
  return dialog({
    id: 'send',
    open: w.send,
    kind: 'primary',
    title: w.sendTitle(n.agreement.version + 1),
    language: reader.language,
    body: form({
      action: `/agreements/${n.agreement.id}/versions`,
      body: html`<p>${w.sendText(reader.short.theirs)}</p>${withdraws}${note}${actions(submit({ label: w.send }))}`,
    }),
  })
}

function textShown(n: Negotiation, reader: Reader): Content {
  const w = speak(textWords, reader.language)
  if (!n.shown) return empty({ title: w.notSentTitle, text: w.notSentText })
  return html`${textBar(n, n.shown, reader)}${clausesShown(n, n.shown, reader)}`
}
