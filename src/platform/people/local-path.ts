/** Where to go after signing in: only ever to a page of this node. */

/** The path if it leads to a page of this node, else '/'. Refuses other hosts in every spelling a browser would follow. */
export function localPath(path: string | undefined): string {
  if (!path?.startsWith('/') || path.length > 1000) return '/'
  const here = 'http://here.invalid'
  const url = URL.canParse(path, here) ? new URL(path, here) : undefined
  if (url?.origin !== here || path.startsWith('//')) return '/'
  const local = url.pathname + url.search + url.hash
  return local.startsWith('//') ? '/' : local
}
