/** What a photographer wrote into the file: caption, names, credit, copyright, date (IPTC, XMP, EXIF, in that order of trust). */
import ExifReader from 'exifreader'

export interface PhotoFacts {
  caption: string
  alt: string
  creator: string
  credit: string
  rights: string
  people: string
  /** Local time of the camera as ISO 8601, with its offset where the camera knew it; empty where nobody noted it. */
  takenAt: string
}

type Tag = { value?: unknown; description?: unknown } | undefined
type Group = Record<string, Tag> | undefined

/** Reads what is there. A file without metadata, or with broken metadata, has none: that is no reason to refuse the picture. */
export function photoFacts(bytes: Uint8Array): PhotoFacts {
  const tags = read(bytes)
  const iptc = (name: string) => text(tags.iptc?.[name])
  const xmp = (name: string) => text(tags.xmp?.[name])
  const exif = (name: string) => text(tags.exif?.[name])
  return {
    caption: iptc('Caption/Abstract') || xmp('description') || exif('ImageDescription'),
    alt: xmp('AltTextAccessibility'),
    creator: iptc('By-line') || xmp('creator') || exif('Artist'),
    credit: iptc('Credit') || xmp('Credit'),
    rights: iptc('Copyright Notice') || xmp('rights') || exif('Copyright'),
    people: xmp('PersonInImage'),
    takenAt: taken(exif('DateTimeOriginal') || exif('DateTime'), exif('OffsetTimeOriginal') || exif('OffsetTime')),
  }
}

function read(bytes: Uint8Array): { exif?: Group; iptc?: Group; xmp?: Group } {
  try {
    const copy = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer
    return ExifReader.load(copy, { expanded: true }) as unknown as ReturnType<typeof read>
  } catch {
    return {}
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
const control = /[\u0000-\u0009\u000b-\u001f\u007f]+/g

/** A tag's text; of several values, all, with commas. Control characters have no place in a caption. */
function text(tag: Tag): string {
  const said = typeof tag?.description === 'string' ? tag.description : String(tag?.value ?? '')
  return said.replace(control, ' ').trim().slice(0, 2000)
}

/** `2021:09:23 16:42:10` with `+08:00` becomes `2021-09-23T16:42:10+08:00`. */
function taken(noted: string, offset: string): string {
  const found = /^(\d{4})[:-](\d\d)[:-](\d\d)[ T](\d\d:\d\d(?::\d\d)?)/.exec(noted)
  if (!found) return ''
  const [, year, month, day, time] = found
  const local = `${year}-${month}-${day}T${time}`
  try {
    Temporal.PlainDateTime.from(local)
  } catch {
    return ''
  }
  return /^[+-]\d\d:\d\d$/.test(offset) ? `${local}${offset}` : local
}
