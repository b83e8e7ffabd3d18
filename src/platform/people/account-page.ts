/** One's own account. */
import type { Context } from 'hono'
import { speak } from '#src/platform/i18n/words.ts'
import {
  actButton,
  actions,
  actWithReason,
  type Content,
  dialog,
  facts,
  form,
  head,
  html,
  linkButton,
  moments,
  page,
  person,
  placeOf,
  radios,
  section,
  submit,
  table,
  textField,
} from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { browserName } from './browser-name.ts'
import { passkeyForm } from './passkey-form.ts'
import type { Passkey } from './passkeys.ts'
import { type ApprovalStep, roleNames } from './people-config.ts'
import type { ListedSession } from './sessions.ts'
import { accountWords, methodWords } from './words.ts'

export interface AccountView {
  passkeys: Passkey[]
  sessions: ListedSession[]
  approvalSteps: ApprovalStep[]
}

export function accountPage(c: Context<WebEnv>, view: AccountView): Response {
  const w = speak(accountWords, c.var.language)
  const { account } = c.var.visitor!
  const body = html`${head({ title: person(account.name), over: w.title })}
    ${whoIAm(c, view)}
    ${section({ title: w.passkeys, note: w.passkeysNote, id: 'passkeys', body: passkeyPart(c, view.passkeys) })}
    ${section({ title: w.sessions, id: 'sessions', body: sessionPart(c, view.sessions) })}
    ${visitorHasRole(c) && section({ title: w.reminders, note: w.remindersNote, id: 'reminders', body: linkButton({ href: '/account/reminders', label: w.remindersOpen }) })}
    ${section({ title: w.language, id: 'language', body: languagePart(c) })}`
  return page(c, { title: w.title, body })
}

const visitorHasRole = (c: Context<WebEnv>): boolean => c.var.visitor!.roles.length > 0

function whoIAm(c: Context<WebEnv>, { approvalSteps }: AccountView): Content {
  const { language, visitor } = c.var
  const w = speak(accountWords, language)
  return facts([
    { label: w.email, value: visitor!.account.email },
    { label: w.roles, value: roleNames(visitor!.roles, approvalSteps, language) || w.noRoles },
  ])
}

const when = (c: Context<WebEnv>, at: Temporal.Instant): Content =>
  moments(at, { places: [placeOf(c.var.house.zone)], language: c.var.language })

function passkeyPart(c: Context<WebEnv>, passkeys: Passkey[]): Content {
  const { language } = c.var
  const w = speak(accountWords, language)
  const columns = [{ label: w.name, head: true }, { label: w.added }, { label: w.lastUsed }, { label: w.act }]
  const rows = passkeys.map((key) => [
    html`<span translate="no">${key.name}</span>`,
    when(c, key.createdAt),
    key.lastUsedAt ? when(c, key.lastUsedAt) : w.never,
    passkeyActs(c, key),
  ])
  const list = table({ caption: w.passkeys, captionHidden: true, columns, rows, empty: w.noPasskeys })
  const name = textField({
    name: 'name',
    id: 'f-new-passkey',
    label: w.addName,
    hint: w.addHint,
    maxlength: 100,
    language,
  })
  const add = passkeyForm({
    island: 'passkey-register',
    action: '/account/passkeys',
    options: { url: '/account/passkeys/options' },
    label: w.add,
    kind: passkeys.length === 0 ? 'primary' : 'plain',
    body: name,
    language,
  })
  return html`${list}${add}`
}

function passkeyActs(c: Context<WebEnv>, { id, name }: Passkey): Content {
  const { language } = c.var
  const w = speak(accountWords, language)
  const field = textField({
    name: 'name',
    id: `f-name-${id}`,
    label: w.name,
    value: name,
    required: true,
    maxlength: 100,
  })
  const rename = dialog({
    id: `rename-${id}`,
    open: html`${w.rename} <span class="visually-hidden">${name}</span>`,
    kind: 'quiet',
    title: w.rename,
    body: form({
      action: `/account/passkeys/${id}/name`,
      body: html`${field}${actions(submit({ label: w.save }))}`,
    }),
    language,
  })
  const remove = actWithReason({
    id: `remove-${id}`,
    action: `/account/passkeys/${id}/removal`,
    open: html`${w.remove} <span class="visually-hidden">${name}</span>`,
    title: w.removeTitle(name),
    explain: w.removeText,
    confirm: w.remove,
    reason: false,
    language,
  })
  return html`<div class="row">${rename}${remove}</div>`
}

function sessionPart(c: Context<WebEnv>, sessions: ListedSession[]): Content {
  const { language, visitor } = c.var
  const w = speak(accountWords, language)
  const columns = [
    { label: w.browser, head: true },
    { label: w.method },
    { label: w.since },
    { label: w.seen },
    { label: w.act },
  ]
  const rows = sessions.map((session) => [
    browserName(session.browser),
    methodWords[session.method][language],
    when(c, session.since),
    when(c, session.lastSeenAt),
    session.id === visitor!.session.id
      ? html`<strong>${w.thisOne}</strong>`
      : actButton({
          action: `/account/sessions/${session.id}/ending`,
          label: w.end,
          kind: 'quiet',
          describe: browserName(session.browser),
        }),
  ])
  const list = table({ caption: w.sessions, captionHidden: true, columns, rows })
  const others = sessions.length > 1 && actButton({ action: '/account/other-sessions/ending', label: w.endOthers })
  return html`${list}${others}`
}

function languagePart(c: Context<WebEnv>): Content {
  const w = speak(accountWords, c.var.language)
  const choice = radios({
    name: 'language',
    legend: w.language,
    hint: w.languageHint,
    value: c.var.visitor!.account.language,
    options: [
      { value: 'en', label: html`<span lang="en">English</span>` },
      { value: 'zh', label: html`<span lang="zh-CN">简体中文</span>` },
    ],
  })
  return form({
    action: '/account/language',
    body: html`${choice}${actions(submit({ label: w.save, kind: 'plain' }))}`,
  })
}
