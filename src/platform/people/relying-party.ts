/** This node as WebAuthn knows it. */

export interface RelyingParty {
  /** Host of the public URL: a passkey made here works here only. */
  rpId: string
  origin: string
}

export function relyingParty(publicUrl: string): RelyingParty {
  const url = new URL(publicUrl)
  return { rpId: url.hostname, origin: url.origin }
}

/** The account behind a passkey's user handle, and back: the 16 bytes of its id. */
export const userHandle = (account: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(Buffer.from(account.replaceAll('-', ''), 'hex'))
