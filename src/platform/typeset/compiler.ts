/**
 * The typesetting process: takes jobs over its channel, one after the other, and answers each. It is a process and not
 * a thread because a native call that runs too long can only be ended by ending its process. It gets an empty
 * environment, an empty workspace and no way to the network.
 */
import { readFileSync } from 'node:fs'
import { NodeCompiler, type NodeError, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import { fontFiles } from './fonts.ts'
import type { Job, Mark, Outcome } from './messages.ts'

/** A folder that does not exist, so that no path leads anywhere; the files a template sees are held in memory. */
const workspace = '/nonexistent/chirograph'

const fonts = fontFiles().map(({ path }) => readFileSync(path))
const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: fonts }] })

function typeset(job: Job): Outcome {
  compiler.resetShadow()
  compiler.mapShadow(`${workspace}/data.json`, Buffer.from(job.data, 'utf8'))
  const compiled = compiler.compile({ mainFileContent: job.template, resetRead: true })
  const warned = messagesOf(compiled.takeWarnings())
  if (!compiled.result) return failed(messagesOf(compiled.takeDiagnostics()) ?? 'no document')
  // A font that is not there, or a layout that does not settle, would give two nodes different pages.
  if (warned) return failed(warned)
  return exportPdf(compiled.result, job)
}

function messagesOf(found: NodeError | null): string | undefined {
  const messages = (found?.shortDiagnostics ?? []) as { message: string }[]
  return messages.length ? messages.map((d) => d.message).join('; ') : undefined
}

function exportPdf(document: NodeTypstDocument, job: Job): Outcome {
  try {
    const tagged = job.standard === 'a-2a'
    const pdf = compiler.pdf(document, { pdfStandard: job.standard, pdfTags: tagged, creationTimestamp: 0 })
    const marks = compiler.query(document, { selector: '<mark>', field: 'value' }) as Mark[]
    return { done: true, pdf: new Uint8Array(pdf), marks }
  } catch (error) {
    return failed(String((error as Error).message))
  }
}

/** PDF/A lets no missing glyph pass: the message names the text that has none. */
function failed(message: string): Outcome {
  const missing = [...message.matchAll(/the text `\\?"(.+?)\\?"` could not be displayed/g)].map((m) => m[1]!)
  return { done: false, message: message.slice(0, 2000), missing: [...new Set(missing)] }
}

process.on('message', (job: Job) => {
  let outcome: Outcome
  try {
    outcome = typeset(job)
  } catch (error) {
    outcome = failed(String((error as Error).message))
  }
  compiler.evictCache(10)
  process.send!(outcome)
})
process.on('disconnect', () => process.exit(0))
