/** Fonts for the browser of the tests: the machine's own, and those our PDFs are set in, so that every machine draws Chinese. */
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fontFiles } from '#src/platform/typeset/fonts.ts'

/**
 * Writes a configuration of fontconfig and names it.
 * @param packaged a configuration for machines that have none
 * @returns the value of FONTCONFIG_FILE
 */
export function browserFonts(packaged?: string): string {
  const machine = ['/etc/fonts/fonts.conf', packaged].find((path) => path && existsSync(path))
  const folders = [...new Set(fontFiles().map(({ path }) => dirname(path)))]
  const home = join(tmpdir(), `chirograph-fonts-${process.getuid?.() ?? 'all'}`)
  const lines = [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">',
    '<fontconfig>',
    machine ? `<include ignore_missing="yes">${machine}</include>` : '',
    ...folders.map((folder) => `<dir>${folder}</dir>`),
    `<cachedir>${join(home, 'cache')}</cachedir>`,
    '</fontconfig>',
    '',
  ]
  mkdirSync(join(home, 'cache'), { recursive: true })
  // Several test processes may do this at once: first aside, then in place.
  const file = join(home, 'fonts.conf')
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, lines.join('\n'))
  renameSync(draft, file)
  return file
}
