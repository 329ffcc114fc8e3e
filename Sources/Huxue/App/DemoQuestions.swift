import GRDB

/// Questions of the demo that people are writing: drafts of two authors, one that came back from its reviewer and waits
/// for him again, and the bank of a section with one in use.
struct DemoQuestions {
    let session: CommandSession
    private let seal = QuestionSealActions(sources: [])

    init(session: CommandSession) {
        self.session = session
    }

    /// Of a question in a file each, inside the resources folder.
    static let folder = "samples/demo-questions"

    /// Who writes and reviews.
    private struct People {
        let writer: Visitor
        /// Of a section's bank.
        let second: Visitor
        let reviewer: Visitor
    }

    /// Does nothing where the bank has not the topics of these questions, or the office not its people.
    func write() throws {
        let names = try session.database.readAndWait { try StatuteDirectoryStore.names(in: $0) }
        let files = try Dictionary(
            uniqueKeysWithValues: DemoTerms.questions.map { name in (name, try file(name, names)) })
        let now = session.clock.now()
        try session.database.writeAndWait { [self] db in
            let topics = try Set(TopicStore.names(in: db))
            guard files.values.allSatisfy({ $0.topicName.map(topics.contains) ?? false }),
                let people = try people(now, in: db)
            else { return }
            func at(_ days: Int, _ visitor: Visitor) -> ActionContext {
                ActionContext(
                    actor: visitor.actor, origin: CommandSession.origin, now: now.adding(minutes: -days * 24 * 60))
            }
            func add(_ name: String, submitted: Bool = false, by acting: ActionContext) throws -> String {
                try QuestionEditActions.add(
                    written(files[name], of: nil, isSubmitted: submitted, in: db), by: acting, in: db)
            }
            let checked = try add("documents-checked", submitted: true, by: at(20, people.second))
            try review(checked, in: db, by: at(18, people.writer))
            let birthplace = try add("birthplace-1", submitted: true, by: at(12, people.writer))
            try QuestionReviewActions.answer(
                birthplace, .choices(ChoiceSet([1])), remark: DemoTerms.remark, shown: 1, seal: seal,
                by: at(9, people.reviewer), in: db)
            let revised = try QuestionStore.question(code: birthplace, in: db)
            try QuestionEditActions.save(
                written(files["birthplace-2"], of: revised, isSubmitted: true, in: db), seal: seal,
                by: at(7, people.writer), in: db)
            _ = try add("death-date", by: at(5, people.writer))
            _ = try add("oral-application", by: at(2, people.writer))
            _ = try add("household-book", by: at(1, people.second))
        }
    }

    private func file(_ name: String, _ names: StatuteNames) throws -> QuestionFile {
        let data = try session.resources().data("\(Self.folder)/\(name).yaml")
        let file = QuestionFile(reading: Array(data), path: name, names: names, code: "")
        guard file.problems.isEmpty else { throw QuestionProblems(problems: file.problems) }
        return file
    }

    private func people(_ now: Moment, in db: Database) throws -> People? {
        let people = try [DemoTerms.writer, DemoTerms.second, DemoTerms.reviewer].compactMap {
            try SessionStore.visitor(login: $0, now: now, in: db)
        }
        return people.count == 3 ? People(writer: people[0], second: people[1], reviewer: people[2]) : nil
    }

    private func written(
        _ file: QuestionFile?, of question: Question?, isSubmitted: Bool, in db: Database
    ) throws -> QuestionEditActions.Written {
        guard let file else { throw CommonRefusal.missing }
        let opened = try question.map {
            QuestionFileActions.Opened(question: $0, number: try QuestionRevisionStore.current($0, in: db).number)
        }
        let reason = question == nil ? "" : DemoTerms.revised
        return try QuestionFileActions.written(
            file, of: opened, over: nil, reason: reason, isSubmitted: isSubmitted, stems: QuestionStemStore.all(in: db),
            in: db)
    }

    /// Somebody answers right and approves.
    private func review(_ code: String, in db: Database, by acting: ActionContext) throws {
        let sheet = try QuestionReviewActions.sheet(code, seal: seal, by: acting, in: db)
        try QuestionReviewActions.answer(
            code, .choices(sheet.revision.key), remark: "", shown: sheet.revision.number, seal: seal, by: acting,
            in: db)
        try QuestionReviewActions.approve(code, remark: "", seal: seal, by: acting, in: db)
    }
}
