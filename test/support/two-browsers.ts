/** The sample's two nodes, and a browser for each: journeys as people make them. */
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { sampleNodes } from '#cast/nodes.ts'
import { accounts } from '#cast/people.ts'
import { freePort } from '#src/command/self-test/free-port.ts'
import { startSample } from '#src/command/try.ts'
import { readConfig } from '#src/config.ts'
import type { RunningNode } from '#src/main.ts'
import { listAccounts, trySignInPath } from '#src/platform/people/index.ts'
import { launchBrowser } from './browser.ts'

export interface Side {
  node: RunningNode
  browser: Browser
  context: BrowserContext
  language: 'en' | 'zh'
}

export interface TwoBrowsers {
  /** In 简体中文. */
  hust: Side
  /** In English. */
  queenMary: Side
  close(): Promise<void>
}

export async function openTwoBrowsers(): Promise<TwoBrowsers> {
  const folder = mkdtempSync(join(tmpdir(), 'chirograph-journey-'))
  const ports: [number, number] = [await freePort(), await freePort()]
  const nodes = await startSample(sampleNodes({ folder, ports }).map((environment) => readConfig(environment)))
  const browser = await launchBrowser()
  const side = async (node: RunningNode, language: 'en' | 'zh', locale: string): Promise<Side> => {
    return { node, browser, context: await browser.newContext({ locale }), language }
  }
  return {
    hust: await side(nodes[0]!, 'zh', 'zh-CN'),
    queenMary: await side(nodes[1]!, 'en', 'en-GB'),
    async close() {
      await browser.close()
      for (const node of nodes) await node.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The page from which `try` lets one sign in as a person of the sample. */
export async function signInAddress({ node, language }: Side, part: string): Promise<{ url: string; form: string }> {
  const { config, db } = node
  const email = accounts[config.institution.ror]!.find((p) => p.key === part)!.email
  const account = (await listAccounts(db)).find((a) => a.account.email === email)!.account.id
  const form = trySignInPath(account)
  return { url: `${config.publicUrl}${form}?language=${language}`, form }
}

/** Signs in as a person of the sample, in the side's language; whoever was signed in before is signed out. */
export async function as(side: Side, part: string): Promise<Page> {
  const page = await side.context.newPage()
  const { url, form } = await signInAddress(side, part)
  await page.goto(url)
  await page.locator(`form[action="${form}"] button`).click()
  await page.waitForURL((at) => !at.pathname.startsWith('/sign-in'))
  return page
}

/** Opens a page again and again until it holds what is waited for. */
export async function until(page: Page, path: string, selector: string): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    await page.goto(new URL(path, page.url()).href)
    if ((await page.locator(selector).count()) > 0) return
    await page.waitForTimeout(100)
  }
  assert.fail(`waited in vain for ${selector} on ${path}`)
}

/** A virtual authenticator that holds discoverable passkeys and verifies its user. */
export async function authenticator(page: Page): Promise<void> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  const options = {
    protocol: 'ctap2',
    transport: 'internal',
    hasResidentKey: true,
    hasUserVerification: true,
    isUserVerified: true,
  } as const
  await cdp.send('WebAuthn.addVirtualAuthenticator', { options: { ...options, automaticPresenceSimulation: true } })
}
