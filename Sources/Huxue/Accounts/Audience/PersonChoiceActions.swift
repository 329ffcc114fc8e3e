import GRDB

/// People are found for a form by those who may choose them.
enum PersonChoiceActions {
    private static let limit = 12

    /// Those whom `text` may begin, at most twelve; nobody for a text without a letter or digit.
    static func suggestions(
        _ text: String, for actor: Actor, now: Moment, in db: Database
    ) throws -> [PersonChoice] {
        try Policy.requireSomewhere(.choosePeople, for: actor)
        guard text.contains(where: { $0.isLetter || $0.isNumber }), text.utf8.count <= 200 else { return [] }
        return try PersonChoiceStore.suggestions(
            text, scope: Policy.scope(of: .choosePeople, for: actor), today: ROCDate.day(of: now), limit: limit, in: db)
    }

    /// The login of the one person whom `text` means; `text` itself when it is a login, or means nobody or several.
    static func login(meant text: String, for actor: Actor, in db: Database) throws -> String {
        guard !text.isEmpty, try EmployeeStore.member(login: Login.folded(text), in: db) == nil else { return text }
        let people = try PersonChoiceStore.people(
            mentioned: [text], scope: Policy.scope(of: .choosePeople, for: actor), in: db)
        return PersonChoiceRules.person(meant: text, among: people)?.login ?? text
    }
}
