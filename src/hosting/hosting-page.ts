/** The officers' page about a partner without a node: its half here, and its people. */
import type { Context } from 'hono'
import { type Language, speak } from '#src/platform/i18n/words.ts'
import { peopleRefusalWords } from '#src/platform/people/index.ts'
import type { Refusal } from '#src/platform/refusal.ts'
import {
  actions,
  actWithReason,
  type Content,
  facts,
  form,
  type Html,
  head,
  html,
  moments,
  notice,
  page,
  placeOf,
  refusalText,
  section,
  submit,
  textField,
} from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { guestsSection } from './guests-view.ts'
import { type HostedNode, officersActs, suggestLabel } from './hosted-node.ts'
import { inviteSection } from './invite-view.ts'
import type { HostingView } from './read-hosting.ts'
import { hostedStateWords, hostingRefusalWords, hostingWords } from './words.ts'

export interface Told {
  done?: boolean
  refusal?: Refusal
  values?: Partial<Record<string, string>>
  tryIt: boolean
}

export function hostingPage(c: Context<WebEnv>, view: HostingView, told: Told): Response {
  const { language } = c.var
  const w = speak(hostingWords, language)
  const { institution, hosted } = view
  const [first, second] = language === 'en' ? (['en', 'zh'] as const) : (['zh', 'en'] as const)
  const name = institution.name[first] || institution.name[second]
  const over = html`<a href="/partners/${institution.ror}">${name}</a>`
  const body = html`${head({ title: w.title, over, meta: w.intro })}
    ${told.done && notice({ kind: 'done', title: w.done, answer: true })}
    ${told.refusal && notice({ kind: 'refusal', answer: true, title: refusalOf(told.refusal, language) })}
    ${hosted ? running(c, view, hosted, told) : begin(view, told, language)}`
  const aside = html`${notice({ kind: 'note', title: w.honest, body: w.honestText })}`
  return page(c, { title: w.title, current: 'partners', body, aside }, told.refusal?.status)
}

const refusalOf = (refusal: Refusal, language: Language) =>
  refusalText(refusal, { ...peopleRefusalWords, ...hostingRefusalWords }, language)

function begin(view: HostingView, { values = {} }: Told, language: Language): Html {
  const w = speak(hostingWords, language)
  const { institution, pattern, hasNode } = view
  if (hasNode) return notice({ kind: 'note', title: w.ownNode, body: w.ownNodeText })
  if (!pattern) return notice({ kind: 'waiting', title: w.notSetUp, body: w.notSetUpText })
  const label = textField({
    name: 'label',
    label: w.label,
    hint: w.labelHint(pattern),
    value: values.label ?? suggestLabel(institution.short.en),
    required: true,
    maxlength: 40,
  })
  return form({
    action: `/partners/${institution.ror}/hosting`,
    body: html`${label}${actions(submit({ label: w.start }))}`,
  })
}

function running(c: Context<WebEnv>, view: HostingView, hosted: HostedNode, told: Told): Html {
  const { language } = c.var
  const w = speak(hostingWords, language)
  const { address, up } = view
  const isRunning = hosted.state === 'running'
  const rows = [
    { label: w.state, value: hostedStateWords[hosted.state][language] },
    { label: w.address, value: isRunning ? html`<a href="${address!}">${address}</a>` : (address ?? '') },
    { label: w.since, value: moments(hosted.startedAt, { places: [placeOf(c.var.house.zone)], language }) },
    ...(hosted.reason ? [{ label: w.reason, value: hosted.reason }] : []),
    ...(told.tryIt && isRunning
      ? [{ label: w.mailbox, value: html`<a href="${address!}/mailbox">${address}/mailbox</a>` }]
      : []),
  ]
  const people = up && html`${guestsSection(c, view)}${inviteSection(c, view, told)}`
  const waiting = isRunning && !up && notice({ kind: 'waiting', title: w.notUp, body: w.notUpText })
  return html`${section({ title: w.keptByUs, body: html`${facts(rows)}${acts(view, hosted, language)}` })}${waiting}${people}`
}

function acts({ institution }: HostingView, hosted: HostedNode, language: Language): Content {
  const w = speak(hostingWords, language)
  const words = {
    end: { open: w.end, title: w.endTitle, explain: w.endText, kind: 'danger' },
    resume: { open: w.resume, title: w.resume, explain: w.resumeText, kind: 'plain' },
    take_back: { open: w.takeBack, title: w.takeBack, explain: w.takeBackText, kind: 'danger' },
  } as const
  const shown = officersActs(hosted.state).filter((act): act is keyof typeof words => act in words)
  return html`${shown.map((act) =>
    actWithReason({
      id: act,
      action: `/partners/${institution.ror}/hosting/changes`,
      confirm: words[act].open,
      values: { act },
      reason: { label: w.reason },
      language,
      ...words[act],
    }),
  )}`
}
