/** The files every page needs (styles, fonts, islands, drawings), read once, each under an address that carries its content's hash. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { cutFile } from './cut.ts'
import { markFile } from './mark.ts'

export interface ShelfFile {
  type: string
  bytes: Uint8Array<ArrayBuffer>
  hash: string
  url: string
}

/** The stylesheets in their order: later ones may rely on earlier ones. */
const styles = [
  'fonts',
  'tokens',
  'base',
  'layout',
  'text',
  'form',
  'table',
  'list',
  'tree',
  'notice',
  'parallel',
  'room',
  'verdict',
  'stage',
  'stage-signing',
  'backstage',
  'plan',
  'story',
  'around',
  'logs',
  'print',
]

/** The stylesheets of the public site, and no more: whoever reads a story loads nothing of the office. */
const publicStyles = [
  'public-fonts',
  'tokens',
  'base',
  'layout',
  'text',
  'form',
  'notice',
  'story',
  'public',
  'public-lists',
  'print',
  'public-print',
]

const fontPackages: [string, string[]][] = [
  ['source-serif-4', ['latin-opsz-normal', 'latin-ext-opsz-normal', 'latin-wght-italic', 'latin-ext-wght-italic']],
  ['source-serif-4', ['latin-wght-normal', 'latin-ext-wght-normal']],
  ['source-sans-3', ['latin-wght-normal', 'latin-ext-wght-normal', 'latin-wght-italic']],
]

const types: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
}

/** Puts a file on a shelf: `styles.css` with hash `ab…` lies at `/assets/styles.ab….css`. */
function put(shelf: Map<string, ShelfFile>, name: string, content: string | Uint8Array): void {
  const bytes = new Uint8Array(typeof content === 'string' ? new TextEncoder().encode(content) : content)
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12)
  const [, stem, ending] = /^(.+)\.([a-z0-9]+)$/.exec(name) ?? []
  shelf.set(name, { type: types[ending!]!, bytes, hash, url: `/assets/${stem}.${hash}.${ending}` })
}

function address(shelf: Map<string, ShelfFile>, name: string): string {
  const file = shelf.get(name)
  if (!file) throw new Error(`no asset is called ${name}`)
  return file.url
}

function putFonts(shelf: Map<string, ShelfFile>): void {
  const display = 'chirograph-display-latin.woff2'
  put(shelf, display, readFileSync(join(import.meta.dirname, 'fonts', display)))
  for (const [font, cuts] of fontPackages)
    for (const cut of cuts) {
      const name = `${font}-${cut}.woff2`
      put(shelf, name, readFileSync(fileURLToPath(import.meta.resolve(`@fontsource-variable/${font}/files/${name}`))))
    }
}

function putStyles(shelf: Map<string, ShelfFile>, whole: string, names: string[]): void {
  const sheets = names.map((name) => readFileSync(join(import.meta.dirname, 'styles', `${name}.css`), 'utf8'))
  const linked = sheets
    .join('\n')
    .replace(/url\("asset:([^"]+)"\)/g, (_, name: string) => `url("${address(shelf, name)}")`)
  put(shelf, whole, linked)
}

/** Strips the types of an island and of what it imports, and puts the hashed addresses into its import lines. */
function putIsland(shelf: Map<string, ShelfFile>, folder: string, name: string): void {
  if (shelf.has(`${name}.js`)) return
  const stripped = stripTypeScriptTypes(readFileSync(join(folder, `${name}.ts`), 'utf8'), { mode: 'strip' })
  const linked = stripped.replace(/(\bfrom\s+|\bimport\s+)'\.\/([a-z-]+)\.ts'/g, (_, lead: string, other: string) => {
    putIsland(shelf, folder, other)
    return `${lead}'${address(shelf, `${other}.js`)}'`
  })
  put(shelf, `${name}.js`, linked)
}

function fill(): { files: Map<string, ShelfFile>; islands: string[] } {
  const files = new Map<string, ShelfFile>()
  const folder = resolve(import.meta.dirname, '..', '..', '..', 'islands')
  const islands = readdirSync(folder)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.endsWith('.d.ts'))
    .map((file) => file.slice(0, -3))
  put(files, 'mark.svg', markFile)
  put(files, 'cut.svg', cutFile)
  putFonts(files)
  putStyles(files, 'chirograph.css', styles)
  putStyles(files, 'public.css', publicStyles)
  for (const name of islands) putIsland(files, folder, name)
  return { files, islands }
}

const { files, islands } = fill()

/** The file an address under `/assets/` means, or undefined. `fresh` is false where the address carries another content's hash. */
export function shelfFile(name: string): { file: ShelfFile; fresh: boolean } | undefined {
  const [, stem, hash, ending] = /^([a-z0-9-]+)\.([0-9a-f]{12})\.([a-z0-9]+)$/.exec(name) ?? []
  const file = files.get(`${stem}.${ending}`)
  return file && { file, fresh: file.hash === hash }
}

/**
 * The address of one of our files: `asset('mark.svg')` is `/assets/mark.3f….svg`.
 * @throws Error for a name that is not on the shelf: a mistake of the page's author
 */
export function asset(name: string): string {
  return address(files, name)
}

/** The islands whose element stands in a piece of HTML: an island is called like its element. */
export function islandsIn(html: string): string[] {
  return islands.filter((name) => new RegExp(`<${name}[\\s>]`).test(html))
}
