/** A refusal: the answer "no" to a well-formed request, with a typed reason that has words in both languages. */

export type RefusalDetails = Record<string, string | number | boolean | null | string[]>

export class Refusal extends Error {
  readonly reason: string
  readonly details: RefusalDetails
  /** HTTP status to answer with: 409 by default; 403 and 404 for matters of access, 422 for bad input. */
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 422 | 429 | 503

  constructor(reason: string, details: RefusalDetails = {}, status: Refusal['status'] = 409) {
    super(`refused: ${reason}`)
    this.reason = reason
    this.details = details
    this.status = status
  }
}

/** Makes an area's `refuse`, so that a reason outside the area's own list does not compile. */
export function refuser<Reason extends string>() {
  return (reason: Reason, details?: RefusalDetails, status?: Refusal['status']): never => {
    throw new Refusal(reason, details, status)
  }
}
