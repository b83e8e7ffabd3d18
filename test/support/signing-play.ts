/** What people do in a signing session, as the pages let them. */
import assert from 'node:assert/strict'
import type { AgreementText } from '#src/agreements/index.ts'
import type { Office } from './office.ts'
import { approvedAgreement, type Pair } from './postman.ts'

export interface Play {
  agreement: string
  /** `/signing/…`, the same on both nodes. */
  room: string
  session: string
}

/** An approved agreement whose session the first office's officer has just opened; the partner knows of it. */
export async function openedSession(pair: Pair, change: Partial<AgreementText> = {}): Promise<Play> {
  return openedOn(pair, await approvedAgreement(pair, change))
}

/** The session of an agreement both sides have approved. */
export async function openedOn(pair: Pair, agreement: string): Promise<Play> {
  const officer = await pair.hust.browser('officer')
  const day = pair.now.toZonedDateTimeISO('Asia/Shanghai').toPlainDate().add({ days: 7 })
  const answer = await officer.post(`/agreements/${agreement}/signing-sessions`, {
    date: day.toString(),
    time: '18:00',
  })
  assert.equal(answer.status, 303, await answer.text())
  const room = answer.headers.get('location')!
  assert.match(room, /^\/signing\/[0-9a-f]{64}$/)
  await pair.deliver()
  return { agreement, room, session: room.slice('/signing/'.length) }
}

/** The signatory opens the document and answers the passkey prompt. @returns the answer to the consent, not yet looked at */
export async function consent(office: Office, { room }: Play): Promise<Response> {
  const signatory = await office.browser('signatory')
  await signatory.read(`${room}/sign`)
  const options = await signatory.post(`${room}/consent/options`)
  if (options.status !== 200) return options
  const response = JSON.stringify(office.passkey.assert(await options.json(), office.publicUrl))
  return signatory.post(`${room}/consent`, { response })
}

/** Both signatories consent, and all messages arrive. */
export async function signTogether(pair: Pair, play: Play): Promise<void> {
  for (const office of [pair.hust, pair.queenMary]) assert.equal((await consent(office, play)).status, 303)
  await pair.deliver()
}

/** The newest code mailed to an office's signatory. */
export async function mailedCode({ database: { db } }: Office): Promise<string> {
  const mails = await db.selectFrom('mailbox').select('body_text').orderBy('id', 'desc').execute()
  const code = mails.map((m) => /^\d{4} ?\d{4}$/m.exec(m.body_text)?.[0]).find(Boolean)
  assert.ok(code, 'no code was mailed')
  return code
}
