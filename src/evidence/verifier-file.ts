/** `verifier.html`: one file that judges packages without any network, put together once and kept. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { verifierWords } from './package-words.ts'

const root = join(import.meta.dirname, '..', '..')
let made: Promise<string> | undefined

/** @returns the whole page */
export function verifierFile(): Promise<string> {
  made ??= make()
  return made
}

/** Our own code with all it needs, for browsers, with what judges nothing left out. */
export async function bundled(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, entry)],
    absWorkingDir: root,
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    charset: 'ascii',
    // Browsers that have no Temporal yet take it from here; the others keep their own.
    banner: { js: '"use strict";' },
    inject: [join(root, 'node_modules', 'temporal-polyfill', 'global.js')],
    legalComments: 'none',
    logLevel: 'silent',
  })
  return outputFiles[0]!.text
}

const style = (name: string) =>
  readFileSync(join(import.meta.dirname, '..', 'platform', 'ui', 'styles', `${name}.css`), 'utf8')

const ownStyle = `
body { margin: 0 auto; max-width: 52rem; padding: 2rem 1.25rem 4rem; background: var(--paper); color: var(--ink); font: 1rem/1.6 Georgia, "Times New Roman", "Liberation Serif", "DejaVu Serif", var(--serif); }
h1 { font-size: 1.9rem; font-weight: 400; line-height: 1.25; margin: 0 0 1rem; }
h2 { font-size: 1.2rem; margin: 1.75rem 0 0.5rem; }
label { display: block; font-weight: 600; margin-top: 1.25rem; }
input { font: inherit; margin-top: 0.35rem; max-width: 100%; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
ul { padding-left: 1.25rem; }
code, pre { font-family: var(--mono); font-size: 0.85rem; overflow-wrap: anywhere; }
pre { overflow-x: auto; max-height: 24rem; }
.muted, .hint { color: var(--muted); }
.drop { border: 1.5px dashed var(--edge); padding: 0.5rem 1.25rem 1.25rem; margin-bottom: 1.5rem; }
.checks { list-style: none; padding: 0; }
.checks li { padding: 0.35rem 0; border-bottom: 1px solid var(--hairline); }
.check-good strong { color: var(--good); }
.check-bad strong { color: var(--bad); }
#verdict > div + div { border-top: 1px solid var(--hairline); margin-top: 2.5rem; padding-top: 2.5rem; }
`

async function make(): Promise<string> {
  const w = verifierWords
  // Nothing in a script may end the element it stands in.
  const script = (await bundled('verifier-script.ts')).replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--')
  const both = ({ en, zh }: { en: string; zh: string }) => `${en} <span lang="zh-CN">${zh}</span>`
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'">
<title>${w.title.en} ${w.title.zh}</title>
<style>${style('tokens')}${style('verdict')}${ownStyle}</style>
</head>
<body>
<main>
<h1>${both(w.title)}</h1>
<p>${w.lead.en}</p>
<p lang="zh-CN">${w.lead.zh}</p>
<div class="drop">
<label for="file">${both(w.file)}</label>
<input id="file" type="file" accept=".zip,.pdf">
<p class="hint">${both(w.drop)}</p>
<label for="roots">${both(w.rootFiles)}</label>
<input id="roots" type="file" accept=".pem,.crt,.cer" multiple aria-describedby="roots-hint">
<p class="hint" id="roots-hint">${both(w.rootHint)}</p>
</div>
<div id="verdict" role="region" aria-live="polite" aria-label="${w.checked.en} ${w.checked.zh}"></div>
</main>
<script>${script}</script>
</body>
</html>
`
}
