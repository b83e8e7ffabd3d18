/** Administrators at their browsers: acts on keys take two of them. */
import { addAccount } from '#src/platform/people/index.ts'
import { beginSession } from '#src/platform/people/sessions.ts'
import { type Office, OfficeBrowser } from './office.ts'

/** Another administrator of the office, signed in. */
export async function anotherKeeper(office: Office, now: Temporal.Instant, language: 'en' | 'zh' = 'en') {
  const roles = [{ name: 'administrator' as const, scope: '' }]
  const name = { latin: 'Another Keeper', native: null }
  const email = `keeper-${crypto.randomUUID()}@office.example`
  const { token } = await office.database.db.transaction().execute(async (tx) => {
    const account = await addAccount(tx, { email, name, language, roles, by: { kind: 'node' }, now })
    return beginSession(tx, { account: account.id, method: 'link', browser: 'test', now, sessionDays: 14 })
  })
  return new OfficeBrowser(office, token, language)
}

/** The act that waits for a second administrator, by its address. */
export async function lastAct({ database }: Office): Promise<string> {
  const { id } = await database.db
    .selectFrom('key_act')
    .select('id')
    .where('state', '=', 'proposed')
    .executeTakeFirstOrThrow()
  return `/keys/acts/${id}`
}

/** A form with a file, as a browser sends it. */
export function withFile(values: Record<string, string>, file: string): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(values)) form.set(name, value)
  form.set('file', new File([file], 'chirograph-root.pem'))
  return form
}
