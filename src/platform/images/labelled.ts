/** Writes caption, names, credit, copyright and description into a file that leaves the house, as IPTC Photo Metadata in XMP. */
import { clean } from './renditions.ts'

/** Pixels across of what the press takes away: a full page in print. */
const widest = 4000

export interface PhotoLabel {
  caption: { en: string; zh: string }
  alt: { en: string; zh: string }
  headline: string
  creator: string
  credit: string
  rights: string
  people: string[]
  /** ISO 8601, or empty. */
  takenAt: string
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }
/** XML 1.0 knows no control characters, not even escaped. */
const escaped = (text: string) =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replace(/[&<>"']/g, (c) => escapes[c]!)

/** `x-default` is what programs show that know no languages: English, else Chinese. */
function alternatives(tag: string, said: { en: string; zh: string }): string {
  const first = said.en || said.zh
  if (first === '') return ''
  const lines = [['x-default', first], ...(said.en ? [['en', said.en]] : []), ...(said.zh ? [['zh-CN', said.zh]] : [])]
  const items = lines.map(([lang, text]) => `<rdf:li xml:lang="${lang}">${escaped(text!)}</rdf:li>`)
  return `<${tag}><rdf:Alt>${items.join('')}</rdf:Alt></${tag}>`
}

const simple = (tag: string, said: string) => (said === '' ? '' : `<${tag}>${escaped(said)}</${tag}>`)

function list(tag: string, kind: 'Seq' | 'Bag', said: string[]): string {
  const items = said.filter(Boolean).map((one) => `<rdf:li>${escaped(one)}</rdf:li>`)
  return items.length > 0 ? `<${tag}><rdf:${kind}>${items.join('')}</rdf:${kind}></${tag}>` : ''
}

/** The XMP packet of a label. */
export function xmpOf(label: PhotoLabel): string {
  const rights = { en: label.rights, zh: '' }
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/">${[
    alternatives('dc:description', label.caption),
    alternatives('Iptc4xmpCore:AltTextAccessibility', label.alt),
    simple('photoshop:Headline', label.headline),
    list('dc:creator', 'Seq', [label.creator]),
    simple('photoshop:Credit', label.credit),
    alternatives('dc:rights', rights),
    list('Iptc4xmpExt:PersonInImage', 'Bag', label.people),
    simple('photoshop:DateCreated', label.takenAt),
  ].join('')}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`
}

/** A large copy of the picture with a label written into it; whatever metadata was there before is gone. @returns a JPEG */
export async function labelled(picture: Uint8Array, label: PhotoLabel): Promise<Uint8Array> {
  return clean(picture, widest).jpeg({ quality: 90, mozjpeg: true }).withXmp(xmpOf(label)).toBuffer()
}
