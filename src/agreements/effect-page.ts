/** On an agreement's page: how long it lasts and when it takes effect; and, once all have signed, which log it still waits for. */
import { speak } from '#src/platform/i18n/words.ts'
import { type Content, facts, html, moments, notice, panel, sideDot } from '#src/platform/ui/index.ts'
import { waitWords } from './effect-words.ts'
import type { Negotiation } from './read-negotiation.ts'
import type { Reader } from './reader.ts'
import { effectWords, endsWords, noticeWords, termWords } from './term-words.ts'

/** Nothing unless it is signed and not yet in effect. */
export function effectNotice(n: Negotiation, reader: Reader): Content {
  if (n.agreement.state !== 'signed' || !n.effect) return ''
  const w = speak(waitWords, reader.language)
  const line = (side: 'ours' | 'theirs') => {
    const other = reader.short[side === 'ours' ? 'theirs' : 'ours']
    const at = n.effect!.cosigned[side]
    const said = at ? w.cosigned(reader.short[side], other) : w.notCosigned(reader.short[side], other)
    return html`<li>${sideDot(side)}${said}${at && html` ${moments(at, reader)}`}</li>`
  }
  return notice({
    kind: 'waiting',
    title: w.title,
    body: html`<ul class="plain-list">${line('ours')}${line('theirs')}</ul><p>${w.next}</p>`,
    live: true,
  })
}

/** What the shared fields of the shown text say of effect and term. */
export function termPanel(n: Negotiation, { language }: Reader): Content {
  const text = n.shown?.text ?? n.latest?.text
  if (!text) return ''
  const w = speak(termWords, language)
  const rows = [
    { label: w.effect, value: effectWords[text.effect][language] },
    ...(text.term ? [{ label: w.ends, value: endsWords(text.term, language) }] : []),
    ...(text.term ? [{ label: w.notice, value: noticeWords(text.term, language) }] : []),
  ]
  return panel({ title: w.title, body: facts(rows) })
}
