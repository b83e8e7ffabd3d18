/** Beside the text: both nodes' hashes, what hinders freezing, where the copies or the documents differ. */
import { speak } from '#src/platform/i18n/words.ts'
import {
  actWithReason,
  type Content,
  type Html,
  hash,
  html,
  linkButton,
  notice,
  panel,
  sideDot,
} from '#src/platform/ui/index.ts'
import { documentWords, freezeWords } from './decision-words.ts'
import { fieldsWords, fieldWords } from './field-words.ts'
import type { Hindrance } from './freezing-view.ts'
import type { Negotiation } from './read-negotiation.ts'
import type { Reader } from './reader.ts'

/** Both text hashes as each node computed them, and whether they are the same. */
export function hashesPanel(n: Negotiation, reader: Reader): Content {
  const w = speak(freezeWords, reader.language)
  const { agreement, freezing } = n
  const { language } = reader
  const { ours, theirs } = freezing
  if (!agreement.frozen && !ours && !theirs) return ''
  const line = (side: 'ours' | 'theirs', hex: string | undefined) =>
    hex
      ? html`<p>${hash(hex, { language, groups: 4, side })}</p>`
      : html`<p class="muted small">${sideDot(side)}${w.waitingFor(reader.short[side])}</p>`
  const [mine, other] = agreement.frozen
    ? [agreement.frozen.textHash, agreement.frozen.textHash]
    : [ours?.textHash, theirs?.textHash]
  const same = mine !== undefined && mine === other
  const document =
    agreement.frozen &&
    html`<p class="small muted">${w.ofTheDocument}</p><p>${hash(agreement.frozen.documentHash, { language, groups: 4 })}</p>`
  return panel({
    title: w.compute,
    body: html`${line('ours', mine)}${line('theirs', other)}${same && html`<p class="good">${w.same}</p>`}${document}`,
  })
}

/** What is for us to do about freezing: propose, agree, wait, or do something else first. */
export function freezeActs(n: Negotiation, reader: Reader): Content {
  const w = speak(freezeWords, reader.language)
  const { ours, theirs, hindrances, documentsDiffer } = n.freezing
  if (n.agreement.state !== 'negotiating') return ''
  const box =
    ours && !documentsDiffer && notice({ kind: 'waiting', title: w.weProposed, body: w.weWait(reader.short.theirs) })
  const asked = theirs && !ours && notice({ kind: 'turn', title: w.theyPropose(reader.short.theirs) })
  const proposal = n.may.freeze && proposeDialog(n, reader)
  const first = n.may.seesHindrances && !ours && hindrances.length > 0 && hindranceList(hindrances, n, reader)
  if (!box && !asked && !proposal && !first) return ''
  return html`<section class="panel" data-proposed="${theirs ? 'theirs' : ours ? 'ours' : 'nobody'}">${box}${asked}${proposal}${first}</section>`
}

function proposeDialog(n: Negotiation, reader: Reader): Html {
  const w = speak(freezeWords, reader.language)
  return actWithReason({
    id: 'freeze',
    action: `/agreements/${n.agreement.id}/freeze`,
    open: n.freezing.theirs ? w.agree : w.propose,
    title: w.proposeTitle(n.agreement.version),
    explain: w.proposeText,
    confirm: n.freezing.theirs ? w.agree : w.propose,
    kind: n.freezing.theirs ? 'primary' : 'plain',
    reason: false,
    language: reader.language,
  })
}

function hindranceList(all: Hindrance[], n: Negotiation, reader: Reader): Html {
  const w = speak(freezeWords, reader.language)
  const names = { [n.us.ror]: n.us.short, [n.partner.ror]: n.partner.short }
  const words = (one: Hindrance): string => {
    if (one.kind === 'draft_not_sent') return w.draftFirst
    if (one.kind === 'text_incomplete') return w.missing(fieldsWords(one.fields, reader.language, names))
    return w.unassigned(one.seats.map((seat) => seat || w.someSeat).join(reader.language === 'en' ? ', ' : '、'))
  }
  return html`<h2 class="panel-title">${w.before}</h2><ul class="list small">${all.map((one) => html`<li>${words(one)}</li>`)}</ul>`
}

/** Reopening what is frozen, or taking our own proposal back. */
export function reopenAct(n: Negotiation, reader: Reader): Content {
  if (!n.may.reopen) return ''
  const w = speak(freezeWords, reader.language)
  const open = n.agreement.state === 'negotiating' ? w.takeBack : w.reopen
  return actWithReason({
    id: 'reopening',
    action: `/agreements/${n.agreement.id}/reopening`,
    open,
    title: w.reopenTitle,
    explain: w.reopenText,
    confirm: open,
    reason: { label: w.reason },
    language: reader.language,
  })
}

/** A refused proposal to freeze, with every field in which the copies differ. */
export function refusedNotice(n: Negotiation, reader: Reader): Content {
  const { refused } = n.refused ?? {}
  if (!refused || n.agreement.state !== 'negotiating') return ''
  const w = speak(freezeWords, reader.language)
  const names = { [n.us.ror]: n.us.short, [n.partner.ror]: n.partner.short }
  const fields = refused.fields.map((path) => html`<li>${fieldWords(path, reader.language, names)}</li>`)
  const list = fields.length > 0 ? html`<ul class="list">${fields}</ul>` : html`<p>${w.whole}</p>`
  return notice({
    kind: 'warning',
    title: n.refused?.side === 'ours' ? w.refusedOurs : w.refusedTheirs,
    body: html`<p>${w.refusedText}</p>${list}`,
  })
}

/** Two documents of one text: where they differ, both to look at, and the acceptance. */
export function documentsPanel(n: Negotiation, reader: Reader): Content {
  const { documentsDiffer, comparison, acceptable, base } = n.freezing
  if (!documentsDiffer) return ''
  const w = speak(documentWords, reader.language)
  const at = `/agreements/${n.agreement.id}`
  const arrived = n.freezing.arrived
  const links = html`<div class="row">${linkButton({ href: `${at}/document.pdf`, label: w.ours })}${arrived && linkButton({ href: `${at}/partner-document.pdf`, label: w.theirs })}</div>`
  const state = base === 'ours' ? w.theirTurn(reader.short.theirs) : arrived ? '' : w.notHere
  const accept =
    acceptable &&
    n.may.accept &&
    actWithReason({
      id: 'acceptance',
      action: `${at}/document-acceptance`,
      open: w.accept,
      title: w.acceptTitle,
      explain: w.acceptText,
      confirm: w.accept,
      kind: 'primary',
      reason: false,
      language: reader.language,
    })
  return notice({
    kind: 'warning',
    title: w.title,
    body: html`<p>${w.text(reader.short.theirs)}</p>${comparison && compared(n, reader)}${state && html`<p>${state}</p>`}${links}${accept}`,
  })
}

function compared(n: Negotiation, reader: Reader): Html {
  const w = speak(documentWords, reader.language)
  const { sameText, pages, signedPages } = n.freezing.comparison!
  const share = new Intl.NumberFormat(reader.language === 'en' ? 'en-GB' : 'zh-CN', {
    style: 'percent',
    maximumFractionDigits: 2,
  })
  const differing = (all: typeof pages) => all.filter((page) => page.differing > 0)
  const before = new Map(pages.map((page) => [page.number, page.differing]))
  const only = differing(signedPages).filter((page) => page.differing > (before.get(page.number) ?? 0))
  const list = [
    ...differing(pages).map((page) => html`<li>${w.page(page.number, share.format(page.differing))}</li>`),
    ...only.map((page) => html`<li>${w.signedPage(page.number, share.format(page.differing))}</li>`),
  ]
  const seen = list.length > 0 ? html`<ul class="list">${list}</ul>` : html`<p>${w.samePages}</p>`
  return html`<p><strong>${sameText ? w.sameText : w.otherText}</strong></p>${seen}`
}
