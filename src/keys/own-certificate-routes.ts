/** The page about certificates of one's own, and what is proposed there. */
import { type Context, Hono } from 'hono'
import { Refusal } from '#src/platform/refusal.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { requireKeyKeeper } from './access.ts'
import type { OwnKind } from './own-certificate.ts'
import { ownCertificatePage } from './own-certificate-page.ts'
import { findOwnCertificate } from './own-certificate-store.ts'
import type { KeyParts } from './parts.ts'
import { proposeKeyAct } from './propose-key-act.ts'
import { type OwnForm, readOwnCertificate } from './read-own-certificate.ts'
import { refuseKeys } from './refusals.ts'

export function ownCertificateRoutes({ db, house }: KeyParts): Hono<WebEnv> {
  const routes = new Hono<WebEnv>()
  const { module, service } = house.sources ?? {}
  const ways: OwnKind[] = ['pkcs12', ...(module ? (['pkcs11'] as const) : []), ...(service ? (['csc'] as const) : [])]

  routes.get('/keys/own-certificates', (c) => {
    requireKeyKeeper(c.var.visitor)
    return ownCertificatePage(c, { ways, typed: {} })
  })

  routes.post('/keys/own-certificates', async (c) => {
    const keeper = requireKeyKeeper(c.var.visitor)
    const form = await ownForm(c)
    try {
      // The key is tried before the transaction begins: a module or a service may take its time.
      const proposal = await readOwnCertificate(house, form)
      await db.transaction().execute((tx) => proposeKeyAct(tx, house, keeper, { ...proposal, at: c.var.now }))
      return c.redirect('/keys', 303)
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal
      return ownCertificatePage(c, { ways, typed: typedOf(form), refusal })
    }
  })

  routes.post('/keys/own-certificates/end', async (c) => {
    const keeper = requireKeyKeeper(c.var.visitor)
    const body = await c.req.parseBody()
    const [name, reason] = [String(body.name ?? ''), String(body.reason ?? '')]
    await db.transaction().execute(async (tx) => {
      const row = (await findOwnCertificate(tx, name, c.var.now)) ?? refuseKeys('certificate_unknown', {}, 404)
      const proposal = { kind: 'choose_signer' as const, about: row.name, reason, detail: { name: row.name } }
      await proposeKeyAct(tx, house, keeper, { ...proposal, at: c.var.now })
    })
    return c.redirect('/keys', 303)
  })

  return routes
}

const largest = 200_000
const fields = ['kind', 'reason', 'passphrase', 'token', 'id', 'pin', 'credential', 'clientId', 'clientSecret'] as const

async function ownForm(c: Context<WebEnv>): Promise<OwnForm> {
  const body = await c.req.parseBody()
  const text = Object.fromEntries(fields.map((name) => [name, String(body[name] ?? '').slice(0, 2000)]))
  const sent =
    body.file instanceof File && body.file.size <= largest ? await body.file.arrayBuffer() : new ArrayBuffer()
  return { ...(text as Record<(typeof fields)[number], string>), file: new Uint8Array(sent) }
}

/** Given back with a refusal; what is secret is typed again. */
const typedOf = ({ kind, reason, token, id, credential, clientId }: OwnForm) => ({
  ...{ kind, reason, token, id, credential, clientId },
})
