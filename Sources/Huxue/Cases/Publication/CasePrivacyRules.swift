/// What in a case study may point to a person, and what is done about it.
enum CasePrivacyRules {
    /// The fields that readers see and people type freely; names of attachments among them.
    static let searched: [CaseField] = [.title, .subject, .service] + CaseField.prose + [.attachments]

    static let reasonLimit = 200

    /// Field by field, each text of a field once.
    ///
    /// `own`: addresses and telephone numbers of the office, which point to nobody.
    static func finds(in form: CaseForm, own: [String] = []) -> [CaseFind] {
        var seen: Set<CaseFind> = []
        return searched.flatMap { field in
            PrivacyRules.findings(in: form[field], own: own).map {
                CaseFind(field: field, kind: $0.kind, text: $0.found, proposal: $0.proposal)
            }
        }.filter { seen.insert($0).inserted }
    }

    /// Those that nobody has waived.
    static func open(in form: CaseForm, own: [String] = [], _ waivers: [CaseWaiver]) -> [CaseFind] {
        finds(in: form, own: own).filter { find in !waivers.contains { $0.covers(find) } }
    }

    /// The form with these redacted; an attachment whose name points to a person is taken out, as its name is its address.
    static func redacted(_ form: CaseForm, _ finds: [CaseFind]) -> CaseForm {
        var form = form
        for field in searched {
            let own = finds.filter { $0.field == field }
            guard !own.isEmpty else { continue }
            if field == .attachments {
                form[field] = form.attachmentNames.filter { name in !own.contains { name.contains($0.text) } }
                    .joined(separator: "\n")
            } else {
                let findings = PrivacyRules.findings(in: form[field]).filter { finding in
                    own.contains { $0.kind == finding.kind && $0.text == finding.found }
                }
                form[field] = PrivacyRules.redacted(form[field], accepting: findings)
            }
        }
        return form
    }

    /// What is written after the check has no number that names one person.
    /// - Throws: `CaseRefusal.namesPerson`.
    static func requireNoNumber(in text: String) throws(CaseRefusal) {
        let found = PrivacyRules.findings(in: text).filter { !$0.kind.isWaivable }
        guard found.isEmpty else { throw .namesPerson(found.map(\.proposal)) }
    }

    /// - Throws: `CaseRefusal.namesPerson` for such a number in any field.
    static func requireNoNumber(in form: CaseForm) throws(CaseRefusal) {
        let found = finds(in: form).filter { !$0.isWaivable }
        guard found.isEmpty else { throw .namesPerson(found.map(\.proposal)) }
    }
}
