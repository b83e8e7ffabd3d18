/** The node cannot start, for a reason the administrator can act on. Shown as one sentence, without a stack. */
export class CannotStart extends Error {}
