import GRDB

/// Keeps what drafts of exams ask for consistent with topics of the bank.
///
/// A published exam has its questions already, and keeps the names of its time.
enum ExamTopicStore: TopicFollower {
    static func uses(of topic: String, in db: Database) throws -> [String] {
        let titles = try drafts(askingFor: topic, in: db).map(\.plan.title)
        return [ExamUnitTerms.obstacle(drafts: titles)].compactMap { $0 }
    }

    static func follow(_ topic: String, as name: String, by acting: ActionContext, in db: Database) throws {
        for exam in try drafts(askingFor: topic, in: db) {
            try ExamStore.setBlueprint(
                BlueprintLine.renamed(topic, as: name, in: exam.plan.blueprint), of: exam.id, in: db)
        }
    }

    private static func drafts(askingFor topic: String, in db: Database) throws -> [Exam] {
        try ExamStore.all(within: .everywhere, in: db).filter { exam in
            exam.state == .draft && exam.plan.blueprint.contains { $0.topic == topic }
        }
    }
}
