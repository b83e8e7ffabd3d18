/** Serves `/assets/…`: styles, fonts, islands and drawings, cached for ever under addresses that change with their content. */

import type { Context } from 'hono'
import { Hono } from 'hono'
import type { WebEnv } from '#src/platform/web.ts'
import { acceptedEncoding, compressed, type Encoding } from './compressed.ts'
import { houseStyle } from './house-style.ts'
import { shelfFile } from './shelf.ts'

interface Served {
  body: string | Uint8Array<ArrayBuffer>
  type: string
  tag: string
  fresh: boolean
}

function find(c: Context<WebEnv>, name: string): Served | undefined {
  if (/^house\.[0-9a-f]{12}\.css$/.test(name)) {
    const { url, css } = houseStyle(c.var.house)
    return { body: css, type: 'text/css; charset=utf-8', tag: url, fresh: url.endsWith(`/${name}`) }
  }
  const found = shelfFile(name)
  return found && { body: found.file.bytes, type: found.file.type, tag: found.file.hash, fresh: found.fresh }
}

/**
 * A page drawn by an earlier or later version of this program may ask for another hash of the same file:
 * it gets the file we have, but nobody is told to keep it.
 */
function serve(c: Context<WebEnv>): Response {
  const served = find(c, c.req.param('name') ?? '')
  if (!served) return c.text('404', 404)
  const tag = `"${served.tag}"`
  c.header('ETag', tag)
  c.header('Cache-Control', served.fresh ? 'public, max-age=31536000, immutable' : 'no-cache')
  const known = c.req.header('if-none-match')?.split(',') ?? []
  if (known.some((one) => one.trim().replace(/^W\//, '') === tag)) return c.body(null, 304)
  c.header('Content-Type', served.type)
  c.header('X-Content-Type-Options', 'nosniff')
  const encoding = isText(served.type) ? acceptedEncoding(c.req.header('accept-encoding')) : undefined
  if (isText(served.type)) c.header('Vary', 'Accept-Encoding')
  if (!encoding) return c.body(served.body)
  c.header('Content-Encoding', encoding)
  // The same file in other bytes: equal, but not byte for byte.
  c.header('ETag', `W/"${served.tag}"`)
  return c.body(small(served, encoding))
}

/** Fonts are compressed already. */
const isText = (type: string): boolean => !type.startsWith('font/')

const packed = new Map<string, Uint8Array<ArrayBuffer>>()

/** Each file is compressed once and kept: there are a few dozen. */
function small({ body, tag }: Served, encoding: Encoding): Uint8Array<ArrayBuffer> {
  const key = `${encoding} ${tag}`
  const known = packed.get(key) ?? compressed(body, encoding)
  packed.set(key, known)
  return known
}

/** The routes below `/assets/`. Need `c.var.house`, for its accent. */
export function assetRoutes(): Hono<WebEnv> {
  return new Hono<WebEnv>().get('/assets/:name', serve)
}
