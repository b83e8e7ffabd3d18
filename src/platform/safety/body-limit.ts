/** How much one request may send. */

import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { refuse } from '#src/platform/people/refusals.ts'
import type { WebEnv } from '#src/platform/web.ts'

export interface BodyLimit {
  /** Paths that begin so. */
  path: string
  bytes: number
}

const usual = 1_048_576

/** Refuses larger bodies with `body_too_large`, also where they come in pieces without a stated length. 1 MB unless a path has its own limit. */
export function limitBodies(limits: BodyLimit[]): MiddlewareHandler<WebEnv> {
  const guards = limits
    .toSorted((a, b) => b.path.length - a.path.length)
    .map(({ path, bytes }) => ({ path, guard: upTo(bytes) }))
  const otherwise = upTo(usual)
  return (c, next) => (guards.find((g) => c.req.path.startsWith(g.path))?.guard ?? otherwise)(c, next)
}

function upTo(bytes: number): MiddlewareHandler<WebEnv> {
  const most = bytes >= usual ? `${Math.floor(bytes / usual)} MB` : `${Math.ceil(bytes / 1024)} KB`
  return bodyLimit({ maxSize: bytes, onError: () => refuse('body_too_large', { most }, 413) })
}
