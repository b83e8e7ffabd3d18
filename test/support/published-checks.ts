/** Checks of what the public site gives out to machines, by programs and schemas that are not ours. */
import { readFileSync } from 'node:fs'
import { findPackageJSON } from 'node:module'
import { dirname, join } from 'node:path'
import { Ajv } from 'ajv'
import jsonld from 'jsonld'
import {
  RelaxNGValidator,
  XmlBufferInputProvider,
  XmlDocument,
  XsdValidator,
  xmlRegisterInputProvider,
} from 'libxml2-wasm'

const fixture = (name: string): Uint8Array => readFileSync(new URL(`../fixtures/${name}`, import.meta.url))

/** What is wrong with an Atom feed by the grammar of RFC 4287; empty where nothing is. */
export function atomFaults(feed: string): string {
  const grammar = RelaxNGValidator.fromDoc(XmlDocument.fromBuffer(fixture('atom.rng')))
  return faultsOf(() => grammar.validate(XmlDocument.fromString(feed)))
}

/** What is wrong with a sitemap by the protocol's own schema, as the package `sitemap` ships it. */
export function sitemapFaults(sitemap: string): string {
  const schema = readFileSync(join(dirname(findPackageJSON('sitemap', import.meta.url)!), 'schema', 'sitemap.xsd'))
  xmlRegisterInputProvider(
    new XmlBufferInputProvider({ 'sitemap.xsd': schema, 'sitemap-links.xsd': fixture('sitemap-links.xsd') }),
  )
  const whole = XsdValidator.fromDoc(XmlDocument.fromBuffer(fixture('sitemap-pages.xsd')))
  return faultsOf(() => whole.validate(XmlDocument.fromString(sitemap)))
}

function faultsOf(validate: () => void): string {
  try {
    validate()
    return ''
  } catch (problem) {
    return String(problem)
  }
}

const text = { type: 'string', minLength: 1 } as const
const address = { type: 'string', pattern: '^https?://[^ ]+$' } as const
const instant = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z$' } as const
const authors = {
  type: 'array',
  items: { type: 'object', properties: { name: text, url: address }, required: ['name'], additionalProperties: false },
} as const

/** JSON Feed 1.1, as https://www.jsonfeed.org/version/1.1/ describes it; nothing it does not name. */
const jsonFeedSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['version', 'title', 'items'],
  properties: {
    version: { const: 'https://jsonfeed.org/version/1.1' },
    ...{ title: text, description: text, home_page_url: address, feed_url: address, language: text, authors },
    items: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['id'],
        anyOf: [{ required: ['content_html'] }, { required: ['content_text'] }],
        properties: {
          ...{ id: text, url: address, external_url: address, title: text, summary: text, image: address },
          ...{ content_html: text, date_published: instant, date_modified: instant, language: text, authors },
        },
      },
    },
  },
}

export function jsonFeedFaults(feed: string): string {
  const ajv = new Ajv({ allErrors: true, strictRequired: false })
  const valid = ajv.validate(jsonFeedSchema, JSON.parse(feed))
  return valid ? '' : ajv.errorsText()
}

/** The JSON-LD of a page, each block as it stands. */
export const linkedDataOf = (page: string): Record<string, unknown>[] =>
  [...page.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].flatMap(([, json]) => {
    const data = JSON.parse(json!)
    return Array.isArray(data) ? data : [data]
  })

/** The same, expanded by the JSON-LD processor: every name an address, every relative identity a fault. */
export async function expanded(data: Record<string, unknown>): Promise<Record<string, unknown>[]> {
  // The vocabulary's context would be fetched; all it does for us is to put schema.org before each name.
  const documentLoader = async (url: string) => ({
    contextUrl: undefined,
    documentUrl: url,
    document: { '@context': { '@vocab': 'https://schema.org/' } },
  })
  const options = { documentLoader, safe: true } as unknown as jsonld.Options.Expand
  return (await jsonld.expand(data as jsonld.JsonLdDocument, options)) as unknown as Record<string, unknown>[]
}
