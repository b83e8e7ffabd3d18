/** Whom to ask for a step of approval. */
import { ourInstitution } from '#src/partners/index.ts'
import type { Db, Tx } from '#src/platform/database/tables.ts'
import { mail } from '#src/platform/mail/index.ts'
import { type Account, accountsWithRole, findAccount } from '#src/platform/people/index.ts'
import type { Following } from '#src/platform/record.ts'
import { deputiesOf, type RouteStep } from '#src/procedures/index.ts'
import type { Bilingual } from './text.ts'
import { mailWords } from './words.ts'

/** Everybody who may decide one of these steps today: by duty, by name, or standing in. Each once. */
async function approversFor(tx: Tx, steps: RouteStep[], at: Temporal.Instant): Promise<string[]> {
  const us = await ourInstitution(tx)
  const day = at.toZonedDateTimeISO(us.zone).toPlainDate()
  const asked = new Set<string>()
  for (const step of steps) {
    const own = await holdersOf(tx, step)
    for (const { id } of own) asked.add(id)
    const deputies = await deputiesOf(
      tx,
      own.map(({ id }) => id),
      day,
    )
    for (const { account, duty } of deputies) if (duty === '' || duty === step.duty) asked.add(account)
  }
  return [...asked]
}

/** Who holds a step by duty or by name. */
export async function holdersOf(db: Db, step: RouteStep): Promise<Account[]> {
  if (step.duty) return accountsWithRole(db, 'approver', step.duty)
  const named = step.account ? await findAccount(db, step.account) : undefined
  return named ? [named] : []
}

/** Mails that ask them. */
export async function askApprovers(
  tx: Tx,
  asked: { id: string; title: Bilingual; steps: RouteStep[]; at: Temporal.Instant },
): Promise<Following[]> {
  const { id, title, steps, at } = asked
  return (await approversFor(tx, steps, at)).map((account) =>
    mail({
      to: { account },
      subject: mailWords.approveSubject(title),
      text: mailWords.approveText(title),
      path: `/agreements/${id}`,
    }),
  )
}
