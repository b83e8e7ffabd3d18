/** From draft to conclusion with everybody acting as soon as their own page lets them, whatever the other side still waits for. */
import type { Office } from '#src/command/self-test/office.ts'
import { concluded, draftAndSend, fill, hasForm, hasLink, type Stage } from '#src/command/self-test/play.ts'
import { consentStubbornly } from './stubborn-consent.ts'

export async function playEagerly(on: Stage): Promise<void> {
  await Promise.all([firstSide(on), secondSide(on)])
  await concluded.run(on)
}

async function firstSide(on: Stage): Promise<void> {
  const { first, agreement, approvers } = on
  const at = `/agreements/${agreement}`
  await draftAndSend.run(on)
  const officer = await first.as('officer')
  await first.until('officer', at, hasLink(`${at}/edit`), 'the second version')
  await fill(officer, at, `${at}/freeze`, {}, 'propose to freeze')
  await approve(first, at, approvers.first)
  await first.until('officer', `${at}/signing`, hasForm(`${at}/signing-sessions`), 'both approvals')
  await fill(officer, `${at}/signing`, `${at}/signing-sessions`, {}, 'open the session')
  await consentStubbornly(first, agreement)
}

async function secondSide({ second, agreement, approvers }: Stage): Promise<void> {
  const at = `/agreements/${agreement}`
  const officer = await second.as('officer')
  await second.until('officer', '/agreements', hasLink(at), 'the first version')
  const said = { body: 'Once a year is what we can keep.', readers: 'both', clause: '' }
  await fill(officer, at, `${at}/comments`, said, 'comment')
  const words = { do: 'save', clause_4_body_en: 'Once a year.', clause_4_body_zh: '每年一次。' }
  await fill(officer, `${at}/edit`, `${at}/draft`, words, 'save the draft')
  await fill(officer, at, `${at}/versions`, { note: '' }, 'send the version')
  await second.until('officer', at, (page) => page.html.includes('data-proposed="theirs"'), 'the proposal to freeze')
  await fill(officer, at, `${at}/freeze`, {}, 'agree to freeze')
  await approve(second, at, approvers.second)
  await consentStubbornly(second, agreement)
}

async function approve(here: Office, at: string, parts: string[]): Promise<void> {
  for (const part of parts) {
    await here.until(part, at, hasForm(`${at}/approvals`), `the text to approve as ${part}`)
    await fill(await here.as(part), at, `${at}/approvals`, {}, `approve as ${part}`)
  }
}
