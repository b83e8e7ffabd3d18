/** What people do in browsers of their own on the sample's two nodes: sign in, send forms, add a passkey. */
import assert from 'node:assert/strict'
import type { BrowserContext, Locator, Page } from 'playwright-core'
import { authenticator, type Side, signInAddress } from './two-browsers.ts'

/** A context of its own: cookies and passkeys of one person. */
export function contextOf(side: Side): Promise<BrowserContext> {
  const locale = side.language === 'zh' ? 'zh-CN' : 'en-GB'
  return side.browser.newContext({ locale, viewport: { width: 1440, height: 900 } })
}

/** Signs in as a person of the sample, in a browser of their own and in the side's language. */
export async function signIn(side: Side, part: string): Promise<Page> {
  const page = await (await contextOf(side)).newPage()
  const { url, form } = await signInAddress(side, part)
  await page.goto(url)
  await page.locator(`form[action="${form}"] button`).click()
  await page.waitForURL((at) => !at.pathname.startsWith('/sign-in'))
  return page
}

export interface Sending {
  /** Narrows to the form that holds this, where several go to one address. */
  having?: string
  /** The button to press; the last one unless given. */
  button?: string
}

/** Sends the form with this action, opening the dialog it may stand in. Lists, boxes and fields are filled by name. */
export async function send(
  page: Page,
  action: string,
  typed: Record<string, string> = {},
  { having, button = 'button[type="submit"], button:not([type])' }: Sending = {},
): Promise<void> {
  const all = page.locator(`form[action="${action}"]`)
  const form = (having ? all.filter({ has: page.locator(having) }) : all).first()
  if (!(await form.isVisible())) await page.locator('details', { has: form }).last().locator('summary').first().click()
  for (const [name, value] of Object.entries(typed)) await fill(form.locator(`[name="${name}"]`), value)
  const left = page.waitForResponse((r) => r.request().method() === 'POST')
  await form.locator(button).last().click()
  const answer = await left
  assert.ok(answer.status() < 400, `${action}: ${answer.status()} ${await refusal(page, answer.status())}`)
  await page.waitForLoadState()
}

async function fill(field: Locator, value: string): Promise<void> {
  const kind = await field.first().evaluate((e) => (e instanceof HTMLInputElement ? e.type : e.tagName.toLowerCase()))
  if (kind === 'select') await field.first().selectOption(value)
  else if (kind === 'checkbox' || kind === 'radio') await field.and(field.page().locator(`[value="${value}"]`)).check()
  else await field.first().fill(value)
}

const refusal = async (page: Page, status: number) =>
  status < 400 ? '' : (await page.locator('.notice').allTextContents()).join(' ').replace(/\s+/g, ' ')

/** Adds a passkey of a virtual authenticator to the account signed in on this page. */
export async function addPasskey(page: Page, side: Side): Promise<void> {
  await authenticator(page)
  await page.goto(`${side.node.config.publicUrl}/account`)
  await page.locator('passkey-register form button').click()
  await page.locator('form[action$="/removal"]').first().waitFor({ state: 'attached' })
}
