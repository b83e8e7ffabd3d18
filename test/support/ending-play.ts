/** What presidents say about ending an agreement, through the front doors of two nodes. */
import { isBroken } from '#src/command/self-test/browser.ts'
import type { Office } from '#src/command/self-test/office.ts'
import { expectOk } from '#src/command/self-test/play.ts'

/** Says it with the passkey; where the connection breaks, the page tells whether it was taken. */
export async function sayAtEnd(
  here: Office,
  agreement: string,
  fields: Record<string, string>,
  taken: RegExp,
): Promise<void> {
  const at = `/agreements/${agreement}/termination`
  try {
    const president = await here.as('president')
    const options = JSON.parse(expectOk(await president.post(`${at}/options`, fields), 'termination options').html)
    const response = JSON.stringify(president.passkey.assert(options, here.site))
    expectOk(await president.post(at, { ...fields, response }), 'termination')
  } catch (problem) {
    if (!isBroken(problem)) throw problem
    const page = await (await here.as('president')).open(at)
    if (!taken.test(page.html)) await sayAtEnd(here, agreement, fields, taken)
  }
}

/** The one there is, as a side's page names it once it has arrived there. */
export async function terminationAt(here: Office, agreement: string): Promise<string> {
  const at = `/agreements/${agreement}/termination`
  const page = await here.until('president', at, ({ html }) => answerable.test(html), 'the notice')
  return answerable.exec(page.html)![1]!
}

const answerable = /name="termination" value="([0-9a-f-]{36})"/
