/** Where times of a story are told: our city, and the partner's where there is one. */
import type { Institution } from '#src/partners/index.ts'
import type { Place } from '#src/platform/ui/index.ts'

export const placesOf = ({ us, partner }: { us: Institution; partner: Institution | null }): Place[] =>
  [us, ...(partner ? [partner] : [])].map(({ zone, city }) => ({ zone, city }))
