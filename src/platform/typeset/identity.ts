/** Which program, template and fonts draw a page. Equal identities give equal bytes. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fontHashes } from './fonts.ts'

export interface TypesetterIdentity {
  name: string
  version: string
  /** SHA-256 of the templates, in hex. */
  template: string
  fonts: { file: string; sha256: string }[]
}

const compilerPackage = '@myriaddreamin/typst-ts-node-compiler'

function compilerVersion(): string {
  const manifest = createRequire(import.meta.url).resolve(`${compilerPackage}/package.json`)
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version
}

/** @param templates the sources of all templates a document is made of, in a fixed order */
export function identify(templates: string[]): TypesetterIdentity {
  const template = createHash('sha256').update(JSON.stringify(templates)).digest('hex')
  return { name: 'typst-ts-node-compiler', version: compilerVersion(), template, fonts: fontHashes() }
}
