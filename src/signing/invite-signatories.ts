/** Writes to our signatories that a session is open and waits for them. */
import { type Agreement, findVersion, signatories } from '#src/agreements/index.ts'
import type { Tx } from '#src/platform/database/tables.ts'
import { mail } from '#src/platform/mail/index.ts'
import { queue } from '#src/platform/record.ts'
import type { Session } from './session.ts'
import { mailWords } from './words.ts'

export async function inviteSignatories(tx: Tx, agreement: Agreement, session: Session): Promise<void> {
  const { title } = (await findVersion(tx, agreement.id, agreement.version))!.text
  const invited = await signatories(tx, agreement.id)
  const letters = invited.map(({ account }) =>
    mail({
      to: { account },
      subject: mailWords.signSubject(title),
      text: mailWords.signText(title),
      path: `/signing/${session.id}/sign`,
    }),
  )
  if (letters.length > 0) await queue(tx, session.openedAt, letters)
}
