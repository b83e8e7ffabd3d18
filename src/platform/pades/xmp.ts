/** XMP metadata without dates: a document made alike on two nodes has no moment of its own; the signatures do. */

const dated = [/<xmp:(CreateDate|ModifyDate|MetadataDate)>[^<]*<\/xmp:\1>/g, /<xmpMM:History>.*?<\/xmpMM:History>/gs]

/** Removes creation and modification dates and the history, which must not disagree with an /Info that is left out. */
export function withoutDates(xmp: Uint8Array): Uint8Array {
  const original = Buffer.from(xmp).toString('utf8')
  return Buffer.from(
    dated.reduce((xml, pattern) => xml.replace(pattern, ''), original),
    'utf8',
  )
}
