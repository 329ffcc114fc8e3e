import GRDB

/// What editors do to the topics that all banks share: one who keeps the bank of the whole house may.
enum TopicActions {
    struct Contents: Sendable {
        let topics: [TopicLine]
        let mayChange: Bool
    }

    /// - Throws: `CommonRefusal.forbidden`.
    static func contents(for actor: Actor, in db: Database) throws -> Contents {
        try Policy.requireSomewhere(.editQuestions, for: actor)
        return Contents(
            topics: try TopicLineStore.lines(shownIn: QuestionAccess.scope(for: actor), in: db),
            mayChange: Policy.permitsEverywhere(.editQuestions, for: actor))
    }

    /// What one topic's page shows.
    struct Sheet: Sendable {
        let topic: TopicLine
        /// Those into which it may go.
        let others: [TopicLine]
        /// What else goes by its name and would follow, in words.
        let uses: [String]
    }

    /// - Throws: `CommonRefusal.forbidden`, `.missing`.
    static func sheet(
        _ fileName: String, followers: [any TopicFollower.Type], for actor: Actor, in db: Database
    ) throws -> Sheet {
        try Policy.requireEverywhere(.editQuestions, for: actor)
        let all = try TopicLineStore.lines(in: db)
        guard let topic = all.first(where: { $0.fileName == fileName }) else { throw CommonRefusal.missing }
        return Sheet(
            topic: topic, others: all.filter { $0.fileName != fileName },
            uses: try followers.flatMap { try $0.uses(of: topic.name, in: db) })
    }

    /// Adds a topic without questions, behind all others; returns its file name.
    ///
    /// `prefix`: what its codes begin with; empty for its name.
    /// - Throws: `CommonRefusal.forbidden`, `TopicRefusal`.
    @discardableResult
    static func add(_ name: String, prefix: String, by acting: ActionContext, in db: Database) throws -> String {
        try Policy.requireEverywhere(.editQuestions, for: acting.actor)
        let all = try TopicLineStore.lines(in: db)
        let name = try TopicRules.name(name, beside: all)
        let fileName = try TopicRules.fileName(prefix, of: name, beside: all)
        let lawAsOf = try StatuteStore.dataVersion(in: db)?.published ?? ROCDate.day(of: acting.now)
        try TopicLineStore.insert(name, fileName: fileName, lawAsOf: lawAsOf, in: db)
        try AuditStore.append(.topicAddition, on: name, .words(fileName), by: acting, in: db)
        return fileName
    }

    /// Renames a topic, its questions, drafts of them, and whatever else goes by its name; returns how many questions.
    ///
    /// `seen`: what the editor saw as its name; nil to rename it in any case.
    /// - Throws: `CommonRefusal.forbidden`, `TopicRefusal`.
    @discardableResult
    static func rename(
        _ fileName: String, seen: String? = nil, to name: String, followers: [any TopicFollower.Type],
        by acting: ActionContext, in db: Database
    ) throws -> Int {
        let (topic, all) = try changeable(fileName, seen: seen, by: acting, in: db)
        let name = try TopicRules.name(name, beside: all.filter { $0.fileName != fileName })
        guard name != topic.name else { return 0 }
        try TopicLineStore.rename(topic, to: name, in: db)
        try follow(topic, as: name, followers: followers, by: acting, in: db)
        try AuditStore.append(
            .topicRenaming, on: name, .change(from: .text(topic.name), to: .text(name)), by: acting, in: db)
        return topic.total
    }

    /// Lets a topic change places with the one beside it.
    ///
    /// `neighbour`: the file name of the one that the editor saw there.
    /// - Throws: `CommonRefusal.forbidden`, `TopicRefusal`.
    static func move(
        _ fileName: String, _ way: TopicRules.Way, past neighbour: String, by acting: ActionContext, in db: Database
    ) throws {
        let (topic, all) = try changeable(fileName, seen: nil, by: acting, in: db)
        try arrange(TopicRules.moved(fileName, way, past: neighbour, in: all), of: all, for: topic, by: acting, in: db)
    }

    /// Puts a topic at a place, from 1; a place beyond the ends is the first or the last.
    /// - Throws: `CommonRefusal.forbidden`, `TopicRefusal`.
    static func put(_ fileName: String, at place: Int, by acting: ActionContext, in db: Database) throws {
        let (topic, all) = try changeable(fileName, seen: nil, by: acting, in: db)
        var order = all.map(\.fileName).filter { $0 != fileName }
        order.insert(fileName, at: min(max(0, place - 1), order.count))
        guard order != all.map(\.fileName) else { return }
        try arrange(order, of: all, for: topic, by: acting, in: db)
    }

    private static func arrange(
        _ order: [String], of all: [TopicLine], for topic: TopicLine, by acting: ActionContext, in db: Database
    ) throws {
        try TopicLineStore.order(order, in: db)
        let places = [all.map(\.fileName), order].map { ($0.firstIndex(of: topic.fileName) ?? 0) + 1 }
        try AuditStore.append(
            .topicMove, on: topic.name, .change(from: .number(places[0]), to: .number(places[1])), by: acting, in: db)
    }

    /// Puts all questions of a topic behind those of another, and ends it; returns how many questions moved.
    ///
    /// - Throws: `CommonRefusal.forbidden`, `TopicRefusal`.
    @discardableResult
    static func merge(
        _ fileName: String, seen: String? = nil, into target: String, followers: [any TopicFollower.Type],
        by acting: ActionContext, in db: Database
    ) throws -> Int {
        let (topic, all) = try changeable(fileName, seen: seen, by: acting, in: db)
        guard target != fileName else { throw TopicRefusal.intoItself }
        guard let into = all.first(where: { $0.fileName == target }) else { throw TopicRefusal.targetGone }
        try TopicLineStore.move(from: topic.name, to: into.name, in: db)
        try TopicLineStore.delete(topic.name, in: db)
        try follow(topic, as: into.name, followers: followers, by: acting, in: db)
        try AuditStore.append(
            .topicMerger, on: into.name, .change(from: .text(topic.name), to: .text(into.name)), by: acting, in: db)
        return topic.total
    }

    /// Removes a topic without questions.
    /// - Throws: `CommonRefusal.forbidden`, `TopicRefusal`.
    static func remove(
        _ fileName: String, seen: String? = nil, followers: [any TopicFollower.Type], by acting: ActionContext,
        in db: Database
    ) throws {
        let (topic, _) = try changeable(fileName, seen: seen, by: acting, in: db)
        guard topic.total == 0 else { throw TopicRefusal.notEmpty(topic.total) }
        let uses = try followers.flatMap { try $0.uses(of: topic.name, in: db) }
        guard uses.isEmpty else { throw TopicRefusal.inUse(uses) }
        try TopicLineStore.delete(topic.name, in: db)
        try AuditStore.append(.topicRemoval, on: topic.name, by: acting, in: db)
    }

    /// The file name of a topic, for commands.
    /// - Throws: `TopicRefusal.unknown`.
    static func fileName(of name: String, in db: Database) throws -> String {
        let key = LawText.folded(name)
        guard let topic = try TopicLineStore.lines(in: db).first(where: { LawText.folded($0.name) == key }) else {
            throw TopicRefusal.unknown(name)
        }
        return topic.fileName
    }

    /// The topic's name as the bank writes it; empty for empty, which is no topic.
    /// - Throws: `CommonRefusal.forbidden`, `TopicRefusal.unknown`.
    static func name(typed name: String, for actor: Actor, in db: Database) throws -> String {
        guard !name.isEmpty else { return "" }
        try Policy.requireSomewhere(.browseQuestions, for: actor)
        let key = LawText.folded(name)
        guard let known = try TopicStore.names(in: db).first(where: { LawText.folded($0) == key }) else {
            throw TopicRefusal.unknown(name)
        }
        return known
    }

    private static func changeable(
        _ fileName: String, seen: String?, by acting: ActionContext, in db: Database
    ) throws -> (topic: TopicLine, all: [TopicLine]) {
        try Policy.requireEverywhere(.editQuestions, for: acting.actor)
        let all = try TopicLineStore.lines(in: db)
        guard let topic = all.first(where: { $0.fileName == fileName }) else { throw TopicRefusal.gone }
        guard seen == nil || seen == topic.name else { throw TopicRefusal.renamedMeanwhile(topic.name) }
        return (topic, all)
    }

    /// Everything that goes by the name of a topic besides its questions.
    private static func follow(
        _ topic: TopicLine, as name: String, followers: [any TopicFollower.Type], by acting: ActionContext,
        in db: Database
    ) throws {
        try DraftStore.replace([topic.name: name], in: QuestionField.topic, in: db)
        for follower in followers { try follower.follow(topic.name, as: name, by: acting, in: db) }
    }
}
