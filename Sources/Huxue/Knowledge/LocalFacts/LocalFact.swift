/// Something that the law leaves to each office, or says of the office itself; answered once, shown wherever a page asks.
///
/// The code is stored, so never change one.
enum LocalFact: String, CaseIterable, Sendable {
    case address, telephone, hours
    /// Which registrations any office takes, as announced (戶籍法第26條第1款).
    case anyOffice
    /// Which applications for identity cards any office takes, as announced (戶籍法第61條第2項).
    case anyOfficeCards
    /// What proves that one may set up a household (戶籍法施行細則第13條第10款).
    case ownHousehold
    case identityPapers, legalInterest, foreignersMarriage, otherProofs, courtCommissions, processingTimes

    static let lengthLimit = 2000

    /// The fact that a page's text asks for by `{{本所：NAME}}`; nil for any other text between such brackets.
    init?(placeholder text: String) {
        guard let name = LocalFactTerms.name(in: text),
            let found = Self.allCases.first(where: { LocalFactTerms.name(of: $0) == name })
        else { return nil }
        self = found
    }

    /// Whether it says who the office is; the others are rules of procedure.
    var isContact: Bool { [.address, .telephone, .hours].contains(self) }
}

/// The answers that an office has given.
struct LocalFacts: Equatable, Sendable {
    var texts: [LocalFact: String] = [:]

    subscript(fact: LocalFact) -> String? { texts[fact] }

    /// The plain text of a page with the answers where it asks for them.
    ///
    /// `unanswered`: what stands where the office has not answered.
    func filled(_ plainText: String, unanswered: (LocalFact) -> String) -> String {
        MarkdownStandIn.filled(plainText) { placeholder in
            LocalFact(placeholder: placeholder).map { self[$0] ?? unanswered($0) } ?? placeholder
        }
    }

    /// The same as the page shows it.
    ///
    /// `isPublic`: for citizens, who are told to ask; colleagues are told that nobody has answered.
    func filled(_ plainText: String, isPublic: Bool) -> String {
        filled(plainText) { isPublic ? LocalFactTerms.askUs : LocalFactTerms.missing($0) }
    }
}
