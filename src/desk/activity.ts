/** All that is recorded of what happens with partners, from every area that keeps such records. */
import { agreementActivity, agreementSpans } from '#src/agreements/index.ts'
import { ceremonyActivity } from '#src/ceremonies/index.ts'
import { recordOf } from '#src/partners/index.ts'
import { storyActivity } from '#src/stories/index.ts'

export const activity = recordOf([agreementActivity, ceremonyActivity, storyActivity], agreementSpans)
