/** Every field that is for our own office alone, and who of the house may read it. `holds-nothing.ts` names all others, with the reason. */

/**
 * `own`: the person themselves (here the officer) · `nobody`: no page · `journal`: who reads the journal · `administrators` ·
 * `officers` · `notes`: officers and who reads the journal · `office`: officers, approvers, administrators, readers, auditors · `writing`:
 * the office and editors · `invited`: the office and the guest themselves · `roles`: whoever has any role.
 */
export type Audience =
  | 'own'
  | 'nobody'
  | 'journal'
  | 'administrators'
  | 'officers'
  | 'notes'
  | 'office'
  | 'invited'
  | 'writing'
  | 'roles'

export interface Field {
  table: string
  column: string
  audience: Audience
  /** Which rows, where not all. */
  where?: string
  /** Where in a JSON column the word is put, as PostgreSQL writes a path. */
  path?: string
  /** Shown by no page: only that nobody sees it can be shown. */
  unseen?: true
}

const field = (audience: Audience, name: string, more: Pick<Field, 'where' | 'path' | 'unseen'> = {}): Field => {
  const [table = '', column = ''] = name.split('.')
  return { table, column, audience, ...more }
}

/** `table: column column`, one table a line. */
const fields = (audience: Audience, text: string): Field[] =>
  text
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [table = '', columns = ''] = line.trim().split(': ')
      return columns.split(' ').map((column) => field(audience, `${table}.${column}`))
    })

const unseen = true as const
/** Nobody else is told what is drafted for the partner without a node. */
const withTongshan = "partner = '0tngshn39'"
const inInk = 'agreement is null'
const officers = "(select id from account where name_latin = 'Zhou Lan')"

const own = (...names: string[]): Field[] =>
  names.map((name) =>
    field('own', name, { where: `${name.startsWith('saved_view') ? 'account' : 'account_id'} = ${officers}` }),
  )

export const internalFields: Field[] = [
  ...fields(
    'office',
    `agreement_publicity: reason
     approval_route: name_en
     approver_duty: label_zh
     ceremony_background: ties_en ties_zh proposed_en proposed_zh
     ceremony_briefing: life_en life_zh
     ceremony_guest_private: remark email
     ceremony_item_note: note
     ceremony_letter: text_en text_zh
     entry_settlement: note
     library_clause: name_en
     library_clause_version: note
     paper_original: signer_latin signer_native title_en title_zh place witness
     proposal: title_en title_zh unit purpose fit resources results interest
     proposal_step: reason
     sign_authority: basis
     stand_in: reason
     template_version: note
     tlog_alarm: settled_reason`,
  ),
  ...fields(
    'officers',
    `person: note email phone assistant basis_note
     due_diligence: answer source`,
  ),
  ...fields(
    'roles',
    `grouping: name_en name_zh source
     noted_activity: title_en title_zh source
     partnership_lead: handover
     partnership_step: reason evidence
     programme: owner_en owner_zh aims_en aims_zh criteria_en criteria_zh benefits_en benefits_zh meetings_en meetings_zh
     programme_step: reason
     programme_target: name_en name_zh
     unit: evidence tags
     unit_pairing: note
     unit_pairing_step: reason`,
  ),
  ...fields('administrators', 'key_act: reason\npartner_root: reason'),
  // Rows of the officer's own.
  ...own('saved_view.name', 'saved_view.query', 'session.browser', 'passkey.name'),
  // Secrets, and what is kept only until it was used: on no page.
  ...['mailed_code.purpose', 'oidc_attempt.code_verifier', 'oidc_identity.subject', 'outbox.last_error'].map((name) =>
    field('nobody', name, { unseen }),
  ),
  field('notes', 'entry_import.name'),
  field('notes', 'entry_import_row.said', { path: '{title}', unseen }),
  field('notes', 'agreement_entry.note'),
  field('notes', 'retention_act.reason'),
  ...['reason_en', 'reason_zh', 'basis_en', 'basis_zh'].map((column) => field('notes', `retention_rule.${column}`)),
  // Offered to everyone who may propose; names are used once.
  field('roles', 'template.name_en', { where: 'id = (select min(id::text)::uuid from template)' }),
  // Titles are told to the partner concerned; who works for another part of the house does not learn of them.
  field('office', 'agreement_entry.title_en', { where: inInk }),
  field('office', 'agreement_entry.fields', { where: inInk }),
  field('office', 'agreement_entry.units', { where: inInk }),
  field('office', 'agreement_entry.obligations', { where: inInk }),
  field('office', 'agreement_entry_file.name'),
  field('office', 'agreement_entry_file.text', { unseen }),
  field('office', 'agreement_entry_text.haystack', {
    where: `entry in (select id from agreement_entry where ${inInk})`,
    unseen,
  }),
  field('office', 'agreement_comment.body', { where: 'internal' }),
  field('office', 'agreement.draft', { path: '{clauses,0,body,en}', where: `${withTongshan} and draft is not null` }),
  field('office', 'agreement.draft', { path: '{title,en}', where: `${withTongshan} and draft is not null` }),
  field('office', 'agreement_class.unit', {
    where: "agreement in (select id from agreement where state = 'drafting')",
  }),
  field('office', 'ceremony_minutes.minutes', { path: '{opening,en}', where: "state = 'draft'" }),
  field('office', 'proposal.answers', { path: '{export_control,measure}' }),
  field('journal', 'journal.detail', { path: '{reason}' }),
  field('journal', 'row_change.after', { path: '{planted}' }),
  field('administrators', 'account.email', { where: "name_latin = 'Nobody Signs In'" }),
  ...['section_en', 'headline_zh', 'summary_en', 'body_en'].map((column) =>
    field('writing', `story.${column}`, { where: 'published_at is null' }),
  ),
  field('writing', 'story_related.publisher'),
  // A guest reads in their own link what they wrote.
  field('invited', 'ceremony_invitation.remark'),
  // Shown at other times than the walk's, or on a printed page only: while a text is reopened, once a node was ended, where a link broke.
  ...[
    'agreement_rejection.reason',
    'ceremony_briefing.points_en',
    'ceremony_briefing.points_zh',
    'ceremony_invitation.email',
  ].map((name) => field('office', name, { unseen })),
  ...['directory_import.file_name', 'hosted_node.reason'].map((name) => field('officers', name, { unseen })),
  field('roles', 'dormancy_decision.reason', { unseen }),
  field('writing', 'story_related.problem', { unseen }),
]
