/** A small PDF of empty landscape pages, for tests that need one from outside. */
export function samplePdf(pages: number): Uint8Array<ArrayBuffer> {
  const objects = ['<</Type/Catalog/Pages 2 0 R>>', '']
  const kids: string[] = []
  for (let n = 0; n < pages; n++) {
    const shade = (n / (pages + 1)).toFixed(2)
    const content = `${shade} g 40 40 ${200 + n * 60} 200 re f`
    kids.push(`${objects.length + 1} 0 R`)
    objects.push(`<</Type/Page/Parent 2 0 R/MediaBox[0 0 960 540]/Contents ${objects.length + 2} 0 R>>`)
    objects.push(`<</Length ${content.length}>>\nstream\n${content}\nendstream`)
  }
  objects[1] = `<</Type/Pages/Count ${pages}/Kids[${kids.join(' ')}]>>`
  let text = '%PDF-1.4\n'
  const offsets = objects.map((object, i) => {
    const at = text.length
    text += `${i + 1} 0 obj\n${object}\nendobj\n`
    return `${String(at).padStart(10, '0')} 00000 n \n`
  })
  const xref = text.length
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`
  text += `trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${xref}\n%%EOF\n`
  return new Uint8Array(Buffer.from(text, 'latin1'))
}
