/** Telling values that cannot be stored from a database in trouble. */
import pg from 'pg'

/** Class 22 of SQLSTATE (a zero byte in a text, half a surrogate pair in JSON, no uuid …), and a value that breaks a check. */
const codes = /^22|^23514$/

/** Whether PostgreSQL refused the statement because of a value in it: the same again will always be refused. */
export const isUnstorable = (problem: unknown): boolean =>
  problem instanceof pg.DatabaseError && codes.test(problem.code ?? '')
