/** Verification: of one of our agreements, and of any document anybody brings. */
import { type Context, Hono } from 'hono'
import { findPublicAgreement } from '#src/agreements/index.ts'
import { newestLists, ownRoots } from '#src/keys/index.ts'
import { institutions } from '#src/partners/index.ts'
import { fingerprint } from '#src/platform/keys/index.ts'
import { verifyDocument } from '#src/platform/pades/index.ts'
import { toBase64 } from '#src/platform/tlog/base64.ts'
import { page, placeOf } from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { seeSigning } from './access.ts'
import type { SigningParts } from './parts.ts'
import { frozenTitle, readVerification } from './read-verification.ts'
import { voidOf } from './read-void.ts'
import { verificationPage } from './verification-page.ts'
import { type KnownRoot, type VerifyView, verifyPage, voidNotice } from './verify-page.ts'
import { verifyWords } from './verify-words.ts'

const largest = 20 * 1024 * 1024
/** Documents held in memory at one time; whoever comes beyond that is asked to come again. */
const atOnce = 4

export function verifyRoutes(parts: SigningParts): Hono<WebEnv> {
  const { db, publicUrl } = parts
  const routes = new Hono<WebEnv>()
  let underWay = 0

  routes.get('/agreements/:id/verification', async (c) => {
    const seen = await seeSigning(db, c.var.visitor, c.req.param('id'))
    const { agreement, us, partner } = seen
    const found = await readVerification(parts, seen, c.var.now)
    const places = [us, partner].map(({ zone, city }) => ({ zone, city }))
    const reader = { language: c.var.language, places }
    const title = await frozenTitle(db, agreement)
    return page(c, verificationPage({ agreement, title, us, partner, reader, publicUrl, found }))
  })

  routes.get('/verify', async (c) => page(c, verifyPage(await readVerify(parts, c))))

  routes.get('/verify/:agreement{[0-9a-f]{8}-[0-9a-f-]{27}}', async (c) => {
    const agreement = await findPublicAgreement(db, c.req.param('agreement'))
    const printed = { agreement, site: !c.var.house.keptBy }
    return page(c, verifyPage({ ...(await readVerify(parts, c)), printed }))
  })

  // What a browser needs to judge by itself; all of it is public.
  routes.get('/verify/trust.json', async (c) => {
    const { lists, ...known } = await believed(parts)
    return c.json({ ...known, lists: lists.map(toBase64) })
  })

  routes.get('/verify/ended.json', async (c) => {
    const document = c.req.query('document') ?? ''
    const ended = /^[0-9a-f]{64}$/.test(document) ? await voidOf(db, document) : undefined
    const { reader } = await readVerify(parts, c)
    return c.json({ notice: ended ? String(voidNotice(ended, reader)) : '' })
  })

  routes.post('/verify', async (c) => {
    if (underWay >= atOnce) return answer(c, parts, verifyWords.busy[c.var.language], 503)
    underWay++
    try {
      return await verifySent(c, parts)
    } finally {
      underWay--
    }
  })

  return routes
}

async function verifySent(c: Context<WebEnv>, parts: SigningParts): Promise<Response> {
  const { file } = await c.req.parseBody()
  const w = verifyWords
  if (!(file instanceof File) || file.size === 0) return answer(c, parts, w.noFile[c.var.language], 422)
  if (file.size > largest) return answer(c, parts, w.tooLarge[c.var.language], 413)
  const known = { ...(await believed(parts)), at: c.var.now }
  const bytes = new Uint8Array(await file.arrayBuffer())
  const judged = await parts.judgePackage(bytes, known, c.var.language)
  const verdict = judged ? judged.document : await verifyDocument(bytes, known)
  if (wantsJson(c)) return c.json(judged ? judged.found : verdict)
  const ended = verdict.signatures.length > 0 ? await voidOf(parts.db, verdict.revisionZeroSha256) : undefined
  const found = { verdict, drawn: judged?.drawn, fileName: file.name.slice(0, 200), ...(ended && { ended }) }
  return page(c, verifyPage({ ...(await readVerify(parts, c)), found }))
}

async function believed(parts: SigningParts) {
  const roots = (await trustedRoots(parts)).map(({ institution, pem }) => ({ pem, party: institution.ror }))
  return { roots, stampRoots: parts.stampRoots ?? [], lists: await newestLists(parts.db) }
}

const wantsJson = (c: Context<WebEnv>) => c.req.header('accept')?.includes('application/json') ?? false

async function answer(
  c: Context<WebEnv>,
  parts: SigningParts,
  error: string,
  status: 413 | 422 | 503,
): Promise<Response> {
  if (wantsJson(c)) return c.json({ message: error }, status)
  return page(c, verifyPage({ ...(await readVerify(parts, c)), error }), status)
}

async function readVerify(parts: SigningParts, c: Context<WebEnv>): Promise<VerifyView> {
  const roots = await trustedRoots(parts)
  const known: KnownRoot[] = roots.map(({ institution, pem }) => ({ institution, fingerprint: fingerprint(pem) }))
  const places = known.slice(0, 2).map(({ institution: { zone, city } }) => (city.en ? { zone, city } : placeOf(zone)))
  return { reader: { language: c.var.language, places }, known }
}

/** Our own root, and those of the universities this node is paired with. */
async function trustedRoots({ db, rootOf }: SigningParts) {
  const all = await Promise.all(
    (await institutions(db)).map(async (institution) => ({
      institution,
      pem: institution.ours ? await ownRoots(db) : await rootOf(db, institution.ror),
    })),
  )
  return all.filter((r): r is typeof r & { pem: string } => r.pem !== undefined)
}
