/** The two who judge a file: the command line's function in Node, and the page that opens from a disk. They must say the same. */
import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { problemCodes, verifyFile } from '#src/evidence/index.ts'
import { launchBrowser } from '#test/support/browser.ts'
import { scratch } from '#test/support/scratch.ts'

export interface Said {
  state: string
  /** Codes, in order of the alphabet. */
  problems: string
}

interface Judging {
  /** Roots one knows; without them the package's own are taken. */
  roots?: string[]
  at: Temporal.Instant
}

export interface Judges {
  /** What both say. Fails where they differ. */
  say(name: string, bytes: Uint8Array, judging: Judging): Promise<Said>
  /** Every address the page asked for. */
  asked: string[]
  close(): Promise<void>
}

/** @param verifier the page as it lies in a package */
export async function openJudges(verifier: Uint8Array): Promise<Judges> {
  const file = join(scratch(), 'verifier.html')
  writeFileSync(file, verifier)
  const chromium = await launchBrowser()
  const page = await chromium.newPage()
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.clock.setFixedTime(new Date())
  await page.goto(pathToFileURL(file).href)
  return {
    asked,
    close: () => chromium.close(),
    async say(name, bytes, { roots = [], at }) {
      const found = await verifyFile(bytes, { roots, at })
      const said = { state: found.state, problems: problemCodes(found).join(' ') }
      await page.clock.setFixedTime(new Date(at.epochMilliseconds))
      assert.deepEqual(await inBrowser(page, name, bytes, roots), said, 'the page from the disk says the same as Node')
      return said
    },
  }
}

async function inBrowser(page: Page, name: string, bytes: Uint8Array, roots: string[]): Promise<Said> {
  await page.evaluate(() => document.querySelector('#verdict')?.replaceChildren())
  const given = roots.map((pem, i) => ({
    name: `${i}.pem`,
    mimeType: 'application/x-pem-file',
    buffer: Buffer.from(pem),
  }))
  await page.setInputFiles('#roots', given)
  await page.setInputFiles('#file', { name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) })
  const found = page.locator('[data-state]').first()
  const state = (await found.getAttribute('data-state'))!
  assert.equal(await page.locator(`[data-state="${state}"]`).count(), 2, 'both languages')
  return { state, problems: (await found.getAttribute('data-problems'))! }
}
