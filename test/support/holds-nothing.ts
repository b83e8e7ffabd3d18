/**
 * Columns that can hold words and need no word hidden in them, each with the reason. Columns with a list of allowed values, hashes and
 * references are known by their constraints and not named here. `classified.test.ts` compares this with the database.
 */
const list = (text: string): string[] =>
  text
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [table = '', columns = ''] = line.trim().split(': ')
      return columns.split(' ').map((column) => `${table}.${column}`)
    })

export const holdsNothing: Record<string, string[]> = {
  'A key, a code, an address or a number of the program’s own: nobody writes words in it.': list(`
    agreement: frozen_text_hash frozen_document_hash
    agreement_approval: step text_hash seats_hash
    agreement_class: currency
    agreement_comment: clause
    agreement_document: sha256
    agreement_freeze: text_hash document_hash
    agreement_pin: seat
    agreement_rejection: step
    agreement_signatory: seat
    agreement_type: key
    agreement_version: text_hash
    approval_route: kinds unit
    approver_duty: key
    ceremony: convenor
    ceremony_briefing: guest
    ceremony_commitment: item by_party
    ceremony_guest_private: guest
    ceremony_invitation: guest
    ceremony_item_note: item
    ceremony_minutes: hash
    ceremony_thanks: guest
    commitment_step: act from_state to_state by_party
    file: sha256 type
    hosted_node: label database
    inbox: kind about
    entry_import_partner: ror
    grouping_member: ror
    institution: ror country zone website kept_by
    journal: actor_id subject_kind subject_id act
    key_act: about
    lost_message: kind about refused
    live_revision: topic
    migration: name sha256
    outbox: topic stream
    outside_list: address last_error
    own_address: address site
    partnership: since
    partnership_step: act from_state to_state
    passkey: credential_id rp_id origin transports
    peer: address site accent fingerprint
    peer_move: address site
    programme: areas currency
    programme_step: act to_state
    proposal: currency
    proposal_step: act state
    rate_limit: key
    reminder_choice: zone
    reminder_told: key
    retention_act: records
    role: scope kinds
    row_change: record key
    saved_view: page
    sign_authority: kinds currency
    sign_in_link: next
    oidc_attempt: next
    oidc_identity: issuer
    signing_consent: seat
    signing_crl: sha256
    signing_preservation: previous_sha256
    signing_reading: seat
    signing_revision: seat sha256 previous_sha256
    signing_revocation: serial
    signing_session: text_hash document_hash seats_hash
    stage: leader item
    stage_caption: party
    stage_mark: seat
    stage_note: party
    stage_slides: item party
    stand_in: duty
    story: slug
    story_edition: content_hash
    story_offer: content_hash
    stranger_refusal: reason
    tlog: origin
    tlog_alarm: institution
    tlog_cosignature: origin cosigner
    tlog_event: event about_kind about_id
    tlog_introduction: sha256
    tlog_partner_event: event about_kind about_id
    tlog_stamp: origin
    unit: strengths wishes
    unit_pairing: disciplines
    unit_pairing_step: act to_state
    webauthn_challenge: purpose`),
  'A name of somebody who did something in their office, shown beside what they did.': list(`
    account: name_latin name_native
    agreement_approval: by_name for_name
    agreement_comment: by_name
    agreement_entry_file: by_name
    agreement_freeze: by_name
    agreement_publicity: by_name
    agreement_rejection: by_name for_name
    agreement_reopening: by_name
    agreement_version: by_name
    ceremony_commitment: by_name to_name marked_by
    ceremony_invitation: name
    ceremony_minutes: ours_by theirs_by asked_by
    ceremony_sheet: confirmed_by asked_by
    commitment_step: by_name
    directory_import: by_name
    due_diligence: by_name
    dormancy_decision: by_name
    noted_activity: by_name
    entry_settlement: by_name
    entry_import: began_by_name done_by_name undone_by_name
    hosted_node: changed_by
    journal: actor_name
    key_act: proposed_by_name decided_by_name
    library_clause_version: by_name
    paper_check: by_name
    paper_original: by_name
    partner_root: decided_by_name
    partnership_step: by_name
    peer: proposed_by confirmed_by
    person: name_latin name_native
    programme_step: by_name
    proposal_step: by_name
    retention_act: proposed_by_name decided_by_name
    retention_rule: changed_by_name
    signing_certificate: holder name_latin title_en
    signing_ending: by_name
    signing_question: by_name
    signing_session: opened_by_name
    stage_caption: by_name
    stage_mark: by_name
    stage_note: by_name
    story: editors
    story_approval: by_name
    story_mention: decided_by
    story_offer: by_name answered_by
    story_photo: approved_by
    story_photo_permission: given_by noted_by
    template_version: by_name
    tlog_alarm: settled_by
    unit_pairing_step: by_name`),
  'Part of what both universities hold: it crosses to the partner by its purpose.': list(`
    agreement_approval: cleared_because
    agreement_document: comparison
    agreement_entry: title_zh reference their_title their_type their_reference
    agreement_freeze: refused
    agreement_label: title_en title_zh type_en type_zh reference
    agreement_pin: pin
    agreement_reopening: reason
    agreement_termination: reason refused
    agreement_termination_consent: statement assertion
    agreement_version: text note
    ceremony: title_en title_zh items meeting reason
    ceremony_commitment: words_en words_zh
    ceremony_minutes: asked
    ceremony_record: items
    ceremony_sheet: sheet asked
    commitment_step: reason
    exchanged: envelope answer proof
    signing_consent: statement assertion
    signing_ending: reason
    signing_question: reason
    stage: slide actual
    stage_caption: text
    stage_note: text
    stage_slides: name pages problem
    story_offer: content words
    tlog_alarm: proof
    tlog_partner_event: facts
    inbox: answer_body answer_headers
    outbox: body`),
  'Published by its purpose: registries of institutions, posts of public life, published stories and what is written beside photographs.':
    list(`
    directory_institution: ror name name_zh kinds country subdivision city website domains identifiers
    directory_name: name language kinds folded terms
    directory_relation: other label
    directory_term: term
    institution: name_en name_zh short_en short_zh city_en city_zh haystack former
    institution_fact: label_en label_zh value_en value_zh source
    post: unit_en unit_zh title_en title_zh source
    unit: name_en name_zh
    programme: name_en name_zh
    story: section_zh headline_en summary_zh body_zh
    story_edition: content terms_en terms_zh
    story_heard: url_en url_zh headline_en headline_zh
    story_mention: source target title problem
    story_note: note_en note_zh
    story_photo: caption_en caption_zh alt_en alt_zh creator credit rights people taken_at
    story_related: url title`),
  'A key that is public, a certificate, a signature or a line of a log: made to be shown.': list(`
    agreement_log_proof: proof
    own_certificate: name certificate between root
    own_key: name public
    partner_crl: authority
    partner_root: certificate old
    peer: key root_certificate
    root_announcement: authority certificate old signature
    signing_authority: certificate
    signing_certificate: certificate
    tlog: verifier_key
    tlog_checkpoint: note
    tlog_cosignature: line
    tlog_event: facts
    tlog_peer: log_key witness_key mirror_key stamp_certificate
    tlog_stamp_authority: certificate`),
  'Half of a pair, or worked out from planted columns: what shows it shows the other, where the word is.': list(`
    agreement_entry_text: terms
    agreement_rejection: label_en label_zh
    agreement_route: name_en name_zh steps
    agreement_type: name_en name_zh
    approval_route: name_zh steps
    approver_duty: label_en
    library_clause: name_zh
    library_clause_version: heading body
    person: terms joined
    template: name_zh
    template_version: title clauses
    ceremony_invitation: told
    row_change: before
    key_act: detail
    entry_import: settings`),
  'Kept for a moment to be compared, never read out: what a signer is asked, what a code is for.': list(`
    mailed_code: payload
    oidc_attempt: state nonce
    peer_nonce: nonce
    webauthn_challenge: payload`),
  'Letters as they went to the person they name; the page that lists them exists in the try-out only, which says that all may read it.':
    list(`
    mailbox: to_name to_address subject body_text
    mailbox_attachment: name`),
}
