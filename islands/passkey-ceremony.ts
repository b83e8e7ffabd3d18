/** What the passkey elements share: options from the server, the browser's own question, the answer into the form. */

type Kind = 'create' | 'get'
// The options as JSON; the browser checks them, so their inside is of no interest here.
type Options = Record<string, unknown>

/** Lets a passkey answer the form inside `element` when it is sent. */
export function passkeyAnswers(element: HTMLElement, kind: Kind): void {
  const form = element.querySelector('form')
  form?.addEventListener('submit', (event) => {
    event.preventDefault()
    void answer(form, kind)
  })
}

async function answer(form: HTMLFormElement, kind: Kind): Promise<void> {
  const status = form.querySelector('[role=status]')!
  const buttons = form.querySelectorAll('button')
  const say = (words: string | undefined, wrong: boolean) => {
    status.textContent = words ?? ''
    status.classList.toggle('bad', wrong)
  }
  if (!globalThis.isSecureContext || !navigator.credentials || !globalThis.PublicKeyCredential)
    return say(form.dataset.unsupported, true)
  for (const button of buttons) button.disabled = true
  say(form.dataset.waiting, false)
  try {
    const credential = await ask(kind, await options(form))
    form.querySelector<HTMLInputElement>('input[name=response]')!.value = JSON.stringify(credential)
    form.submit()
  } catch (error) {
    for (const button of buttons) button.disabled = false
    say(words(form, error), true)
    buttons[0]?.focus()
  }
}

function words(form: HTMLFormElement, error: unknown): string | undefined {
  if (error instanceof Told) return error.message
  const name = error instanceof DOMException ? error.name : ''
  if (name === 'NotAllowedError' || name === 'AbortError') return form.dataset.cancelled
  if (name === 'InvalidStateError') return form.dataset.present
  if (name === 'NotSupportedError' || name === 'SecurityError') return form.dataset.unsupported
  return form.dataset.failed
}

/** A refusal the server put in words. */
class Told extends Error {}

async function options(form: HTMLFormElement): Promise<Options> {
  const inline = form.querySelector('script[type="application/json"]')
  if (inline) return JSON.parse(inline.textContent)
  const fields = new URLSearchParams()
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') fields.append(name, value)
  const headers = { accept: 'application/json' }
  const answered = await fetch(form.dataset.options!, { method: 'POST', body: fields, headers })
  const json = answered.headers.get('content-type')?.startsWith('application/json') ? await answered.json() : {}
  if (answered.ok) return json
  throw json.message ? new Told(json.message) : new Error(`options: ${answered.status}`)
}

async function ask(kind: Kind, json: Options): Promise<unknown> {
  const { credentials } = navigator
  const asked =
    kind === 'create'
      ? credentials.create({ publicKey: creation(json) })
      : credentials.get({ publicKey: request(json) })
  const credential = (await asked) as PublicKeyCredential | null
  if (!credential) throw new DOMException('', 'NotAllowedError')
  return typeof credential.toJSON === 'function' ? credential.toJSON() : written(credential)
}

function creation(json: Options): PublicKeyCredentialCreationOptions {
  const parse = PublicKeyCredential.parseCreationOptionsFromJSON
  if (parse) return parse.call(PublicKeyCredential, json as unknown as PublicKeyCredentialCreationOptionsJSON)
  const user = json.user as { id: string }
  return {
    ...json,
    challenge: bytes(json.challenge as string),
    user: { ...user, id: bytes(user.id) },
    excludeCredentials: described(json.excludeCredentials),
  } as unknown as PublicKeyCredentialCreationOptions
}

function request(json: Options): PublicKeyCredentialRequestOptions {
  const parse = PublicKeyCredential.parseRequestOptionsFromJSON
  if (parse) return parse.call(PublicKeyCredential, json as unknown as PublicKeyCredentialRequestOptionsJSON)
  return {
    ...json,
    challenge: bytes(json.challenge as string),
    allowCredentials: described(json.allowCredentials),
  } as unknown as PublicKeyCredentialRequestOptions
}

const described = (list: unknown) =>
  ((list ?? []) as { id: string }[]).map((credential) => ({ ...credential, id: bytes(credential.id) }))

/** What `toJSON` gives, for browsers and password managers whose credentials lack it. */
function written(credential: PublicKeyCredential): unknown {
  const { response } = credential
  const made = response as AuthenticatorAttestationResponse & AuthenticatorAssertionResponse
  const optional = (buffer: ArrayBuffer | null | undefined) => (buffer ? text(buffer) : undefined)
  return {
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment ?? undefined,
    clientExtensionResults: credential.getClientExtensionResults(),
    response: {
      clientDataJSON: text(response.clientDataJSON),
      attestationObject: optional(made.attestationObject),
      transports: made.getTransports?.(),
      authenticatorData: optional(made.authenticatorData),
      signature: optional(made.signature),
      userHandle: optional(made.userHandle),
    },
  }
}

function bytes(base64url: string): Uint8Array<ArrayBuffer> {
  const binary = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(binary, (character) => character.charCodeAt(0))
}

function text(buffer: ArrayBuffer): string {
  const binary = String.fromCharCode(...new Uint8Array(buffer))
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}
