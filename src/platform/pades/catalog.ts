/** What revision 0 is made of, where the one who writes it and the one who reads it must agree. */

/** The keys a document's catalog may hold. */
export const catalogKeys = [
  'Type',
  'Pages',
  'Metadata',
  'OutputIntents',
  'Lang',
  'StructTreeRoot',
  'MarkInfo',
  'ViewerPreferences',
  'Outlines',
  'AcroForm',
  'Chirograph',
]

/** Flags of a field: printed, and not to be moved by hand (ISO 32000-1, 12.5.3, bits 3 and 8). */
export const printedAndLocked = 132
