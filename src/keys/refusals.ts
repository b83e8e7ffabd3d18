/** Why an act on keys is refused. */
import { refuser } from '#src/platform/refusal.ts'

export type KeyRefusal = 'root_is_away' | 'key_message_malformed' | 'not_the_partner' | 'list_not_acceptable'
export const refuseKeys = refuser<KeyRefusal>()
