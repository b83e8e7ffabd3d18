/** The pages of signing in. */
import type { Context } from 'hono'
import { speak } from '#src/platform/i18n/words.ts'
import type { Refusal } from '#src/platform/refusal.ts'
import {
  actButton,
  actions,
  type Content,
  form,
  head,
  hidden,
  html,
  linkButton,
  notice,
  page,
  person,
  refusalText,
  section,
  submit,
  table,
  textField,
} from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import type { ListedAccount } from './accounts.ts'
import { passkeyForm } from './passkey-form.ts'
import { type ApprovalStep, roleNames } from './people-config.ts'
import { peopleRefusalWords } from './refusal-words.ts'
import { trySignInPath } from './try-path.ts'
import { peopleWords, signInWords } from './words.ts'

export interface SignInView {
  /** Local path to go to afterwards. */
  next: string
  /** Whether the university's own sign-in is set up. */
  oidc: boolean
  /** Under try-it: whom one may be. */
  tryPeople: ListedAccount[]
  approvalSteps: ApprovalStep[]
  /** Why the last attempt came to nothing. */
  refusal?: Refusal
}

/** All the ways in. */
export function signInPage(c: Context<WebEnv>, view: SignInView): Response {
  const w = speak(signInWords, c.var.language)
  const body = html`${head({ title: w.title, over: c.var.house.name[c.var.language] })}
    ${refused(c, view)}
    ${passkeyPart(c, view)}
    ${section({ title: w.byLink, body: linkForm(c, view) })}
    ${universityPart(c, view)}
    ${tryPart(c, view)}`
  return page(c, { title: w.title, kind: 'plain', body }, view.refusal?.status ?? 200)
}

function refused(c: Context<WebEnv>, { refusal }: SignInView): Content {
  if (!refusal) return ''
  const w = speak(signInWords, c.var.language)
  return notice({
    kind: 'refusal',
    answer: true,
    title: w.refusedTitle,
    body: refusalText(refusal, peopleRefusalWords, c.var.language),
  })
}

function passkeyPart(c: Context<WebEnv>, { next }: SignInView): Content {
  const { language } = c.var
  const w = speak(signInWords, language)
  return passkeyForm({
    island: 'passkey-sign-in',
    action: '/sign-in/passkey',
    options: { url: '/sign-in/passkey/options' },
    label: w.byPasskey,
    kind: 'big',
    values: { next },
    body: html`<p class="muted">${w.byPasskeyHint}</p>`,
    language,
  })
}

function linkForm(c: Context<WebEnv>, { next }: SignInView): Content {
  const w = speak(signInWords, c.var.language)
  const email = textField({
    name: 'email',
    type: 'email',
    label: w.email,
    hint: w.emailHint,
    required: true,
    autocomplete: 'email',
    maxlength: 254,
  })
  return form({
    action: '/sign-in/link',
    body: html`${hidden({ next })}${email}${actions(submit({ label: w.sendLink, kind: 'plain' }))}`,
  })
}

function universityPart(c: Context<WebEnv>, { oidc, next }: SignInView): Content {
  if (!oidc) return ''
  const w = speak(signInWords, c.var.language)
  const href = `/sign-in/oidc?next=${encodeURIComponent(next)}`
  return section({ title: w.byUniversity, body: linkButton({ href, label: w.university }) })
}

function tryPart(c: Context<WebEnv>, { tryPeople, approvalSteps, next }: SignInView): Content {
  if (tryPeople.length === 0) return ''
  const { language } = c.var
  const w = speak(signInWords, language)
  const p = speak(peopleWords, language)
  const rows = tryPeople.map(({ account, roles }) => [
    person(account.name),
    roleNames(roles, approvalSteps, language) || p.none,
    actButton({ action: trySignInPath(account.id), label: w.enter, values: { next }, describe: account.name.latin }),
  ])
  const columns = [{ label: p.person, head: true }, { label: p.roles }, { label: p.act }]
  return section({
    title: w.tryTitle,
    note: w.tryNote,
    body: table({ caption: w.tryTitle, captionHidden: true, columns, rows }),
  })
}

/** The same words whether or not the address is known. */
export function linkSentPage(c: Context<WebEnv>): Response {
  const w = speak(signInWords, c.var.language)
  const body = html`${head({ title: w.sentTitle })}<div class="stack"><p>${w.sentText}</p>
    <div class="actions">${linkButton({ href: '/sign-in', label: w.back })}</div></div>`
  return page(c, { title: w.sentTitle, kind: 'plain', body })
}

/** The button a mailed link leads to: opening a link signs nobody in. */
export function linkPage(c: Context<WebEnv>, token: string): Response {
  const w = speak(signInWords, c.var.language)
  const enter = actButton({ action: `/sign-in/link/${encodeURIComponent(token)}`, label: w.enter, kind: 'big' })
  return page(c, {
    title: w.linkTitle,
    kind: 'plain',
    body: html`${head({ title: w.linkTitle })}<div class="stack"><p>${w.linkText}</p>${enter}</div>`,
  })
}

/** The button the try-it console's links lead to. */
export function tryPage(c: Context<WebEnv>, { account, roles }: ListedAccount, steps: ApprovalStep[]): Response {
  const { language } = c.var
  const w = speak(signInWords, language)
  const meta = roleNames(roles, steps, language)
  const enter = actButton({ action: trySignInPath(account.id), label: w.tryAs(account.name.latin), kind: 'big' })
  const body = html`${head({ title: person(account.name), over: w.tryTitle, meta })}<div class="stack"><p>${w.tryNote}</p>${enter}</div>`
  return page(c, { title: w.tryAs(account.name.latin), kind: 'plain', body })
}
