/** One university's people in the self-test, each with a browser of their own on their own node. */
import type { RunningNode } from '#src/main.ts'
import type { Db } from '#src/platform/database/tables.ts'
import { listAccounts, trySignInPath } from '#src/platform/people/index.ts'
import { type Browser, openBrowser, type Page } from './browser.ts'

export interface Office {
  /** The node's public address. */
  site: string
  /** Where the other node reaches it. */
  address: string
  db: Db
  /** The browser of the person with this part in the sample, e.g. `officer`; signed in when first asked for. */
  as(part: string): Promise<Browser>
  /** Opens a page as this person again and again until it is as wanted. @throws after `patience` milliseconds, with what was wanted */
  until(part: string, path: string, wanted: (page: Page) => boolean, what: string): Promise<Page>
}

export type OfficeParts = Pick<Office, 'site' | 'address' | 'db'> & {
  emails: Record<string, string>
  patience?: number
  patient?: boolean
}

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))

export function openOffice({ site, address, db, emails, patience = 90_000, patient = false }: OfficeParts): Office {
  const browsers = new Map<string, Browser>()
  const as = async (part: string): Promise<Browser> => {
    const known = browsers.get(part)
    if (known) return known
    const account = (await listAccounts(db)).find((a) => a.account.email === emails[part])
    if (!account) throw new Error(`nobody here is ${part}`)
    const browser = openBrowser(site, patient)
    const path = trySignInPath(account.account.id)
    await browser.send(await browser.open(path), path)
    browsers.set(part, browser)
    return browser
  }
  return {
    site,
    address,
    db,
    as,
    async until(part, path, wanted, what) {
      const browser = await as(part)
      const end = performance.now() + patience
      for (;;) {
        const page = await browser.open(path)
        if (wanted(page)) return page
        if (performance.now() > end)
          throw new Error(`${site}: waited ${patience / 1000} s in vain for ${what} on ${path}`)
        await pause(25)
      }
    },
  }
}

/** The office of a running node of the sample. */
export function officeOf({ config, db }: RunningNode, emails: Record<string, string>): Office {
  return openOffice({ site: config.publicUrl, address: config.federationUrl, db, emails })
}
