/// Exactly what a test showed: never changed once written.
struct QuestionRevision: Hashable, Sendable {
    let id: ID<QuestionRevision>
    let questionID: ID<Question>
    /// 1 for the first revision of a question, then 2, 3 and so on.
    let number: Int
    let type: QuestionType
    let level: QuestionLevel
    /// `*…*` marks emphasis.
    let stem: String
    /// In the order of the file; true-false questions have the two of `QuestionRevision.trueFalseChoices`.
    let choices: [String]
    /// The right choices.
    let key: ChoiceSet
    /// 「…」 marks the words of the law.
    let explanation: String
    let citations: [Citation]
    let createdAt: Moment

    /// 是非題: choice 0 is right when the statement is true.
    static let trueFalseChoices = ["○　正確", "×　錯誤"]
}

/// What scoring needs of a revision.
struct QuestionKey: Hashable, Sendable {
    let type: QuestionType
    /// The right ones.
    let choices: ChoiceSet
    let choiceCount: Int
}

/// A set of a question's choices, by their place in the revision (0 is the first), at most 32.
struct ChoiceSet: Hashable, Sendable, Codable {
    /// Bit n is set when choice n is in the set.
    let bits: UInt32

    static let none = ChoiceSet(bits: 0)

    init(bits: UInt32) {
        self.bits = bits
    }

    init(_ places: some Sequence<Int>) {
        bits = places.reduce(0) { (0..<32).contains($1) ? $0 | 1 << UInt32($1) : $0 }
    }

    var isEmpty: Bool { bits == 0 }
    var count: Int { bits.nonzeroBitCount }
    func contains(_ place: Int) -> Bool { (0..<32).contains(place) && bits & (1 << UInt32(place)) != 0 }
    /// How many choices are in one set and not in the other.
    func differences(from other: ChoiceSet) -> Int { (bits ^ other.bits).nonzeroBitCount }
    /// The places in ascending order.
    var places: [Int] { (0..<32).filter(contains) }

    init(from decoder: any Decoder) throws {
        bits = try decoder.singleValueContainer().decode(UInt32.self)
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(bits)
    }
}
