/** The ids of what we keep, as they stand in addresses and forms. */

/** Whether a text can be an id at all: the database refuses to compare others. */
export const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

const nobodys = '00000000-0000-0000-0000-000000000000'

/** An id as typed; what cannot be one is nobody's, and finds nothing. */
export const idOf = (typed = ''): string => (isId(typed) ? typed : nobodys)
