/** What a refusal says, for a person at a terminal. */
import { hostingRefusalWords } from '#src/hosting/index.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { refusalText } from '#src/platform/ui/index.ts'

/** Does the act. @returns why it was refused, or undefined where it was done */
export async function refusalOf(act: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await act()
    return undefined
  } catch (problem) {
    if (!(problem instanceof Refusal)) throw problem
    return refusalText(problem, hostingRefusalWords, 'en')
  }
}
