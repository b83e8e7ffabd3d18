/** What waits for a second person: what it is about, and the buttons of whoever may decide. */
import type { Context } from 'hono'
import { colon, comma, speak } from '#src/platform/i18n/words.ts'
import { dateWords } from '#src/platform/time.ts'
import { actButton, actWithReason, type Html, html, notice } from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { mayConfirm } from './access.ts'
import type { RetentionAct } from './act-store.ts'
import type { RetentionView } from './read-retention.ts'
import { kindWords, retentionWords } from './words.ts'

export function decisionPart(c: Context<WebEnv>, act: RetentionAct, view: RetentionView): Html {
  const { language, house } = c.var
  const w = speak(retentionWords, language)
  const at = `/retention/acts/${act.id}`
  const second = mayConfirm(view.visitor.account, act)
  const confirm = actWithReason({
    id: `confirm-${act.kind}`,
    action: `${at}/confirm`,
    open: w.confirm,
    title: w.confirm,
    explain: w.confirmExplain,
    confirm: w.confirm,
    reason: false,
    language,
  })
  const acts =
    view.mayForget &&
    html`${second && confirm}${actButton({ action: `${at}/withdraw`, label: w.withdraw, kind: 'quiet' })}`
  const proposed = w.proposedBy(act.proposed_by_name, dateWords(act.proposed_at, house.zone, language))
  return notice({
    kind: 'turn',
    title: html`${w.waiting}${colon[language]}<a href="/retention/${act.kind}">${kindWords[act.kind][language]}</a>`,
    body: html`<p>${w.records(act.records.length)}${comma[language]}${proposed}${language === 'en' ? '. ' : '。'}${act.reason}</p>${!second && view.mayForget && html`<p>${w.ownProposal}</p>`}`,
    acts,
  })
}
