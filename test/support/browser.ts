/** The browser of the tests: one that is installed, else the one that comes inside an npm package. */
import { type Browser, chromium } from 'playwright-core'
import { browserFonts } from './browser-fonts.ts'
import { type FoundBrowser, packagedBrowser } from './packaged-browser.ts'
import { tool } from './tools.ts'

const installed = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']

/** CHROME, then PATH, then the packaged one. */
export function findBrowser(): FoundBrowser {
  const path = process.env.CHROME || installed.map(tool).find((found) => found !== null)
  // Chromium's sandbox does not run as root.
  if (path)
    return {
      path,
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
      env: { ...process.env, FONTCONFIG_FILE: browserFonts() },
    }
  return packagedBrowser()
}

/** A headless browser. Close it in `after`. @throws where the browser cannot be started, with what it said */
export async function launchBrowser(): Promise<Browser> {
  const { path, args, env } = findBrowser()
  return chromium.launch({ executablePath: path, args, env: env as Record<string, string>, headless: true })
}
