/** Presidents who consent although a node dies under their hands. */
import { isBroken } from '#src/command/self-test/browser.ts'
import type { Office } from '#src/command/self-test/office.ts'
import {
  answer,
  approveBoth,
  concluded,
  consentAt,
  draftAndSend,
  freeze,
  openSigning,
  type Step,
  sessionPath,
} from '#src/command/self-test/play.ts'

export const bothConsent: Step = {
  name: 'both consent',
  async run({ first, second, agreement }) {
    for (const here of [first, second]) await consentStubbornly(here, agreement)
  },
}

/** From the frozen text to the conclusion, and the whole way there, whichever node dies meanwhile. */
export const signing: Step[] = [approveBoth, openSigning, bothConsent, concluded]
export const whole: Step[] = [draftAndSend, answer, freeze, ...signing]

/** Where the connection breaks, the page says whether the consent was taken. */
export async function consentStubbornly(here: Office, agreement: string): Promise<void> {
  try {
    await consentAt(here, agreement)
  } catch (problem) {
    if (!isBroken(problem)) throw problem
    const page = await (await here.as('president')).open(`${await sessionPath(here, agreement)}/sign`)
    if (page.html.includes('<passkey-assert')) await consentStubbornly(here, agreement)
  }
}
