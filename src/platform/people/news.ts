/** What the rest of the house hears about people. */
import type { Following } from '#src/platform/record.ts'

export type PeopleNews = 'passkey.added' | 'passkey.removed' | 'account.ended'

/** An item of topic `news`, in the order it happened to the account. */
export function newsOfPeople(event: PeopleNews, account: string): Following {
  return { topic: 'news', stream: `people:${account}`, body: { event, account } }
}
