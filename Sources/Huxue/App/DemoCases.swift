import Foundation
import GRDB
import Yams

/// Case studies of the demo, by the actions that real people use, at moments in the past.
struct DemoCases {
    let session: CommandSession

    /// Inside the resources folder.
    static let file = "samples/demo-cases.yaml"

    private struct Comment: Decodable {
        /// A login.
        let by: String
        let text: String
    }

    private struct Entry: Decodable {
        let title: String
        let kind: String
        let subject: String
        let service: String
        /// A login.
        let author: String
        /// Before today.
        let days: Int
        let until: CaseState
        let mustRead: Bool?
        let events: String
        let handling: String
        let improvement: String
        let doubt: String?
        let conclusion: String?
        let citations: [String]
        let comments: [Comment]?
        /// A conclusion that is proposed in the discussion.
        let proposal: String?
    }

    /// Does nothing where there are case studies already.
    func bringIn() throws {
        let entries = try YAMLDecoder().decode([Entry].self, from: session.resources().data(Self.file))
        let now = session.clock.now()
        try session.database.writeAndWait { db in
            guard try CaseStore.count(where: "1", in: db) == 0, let root = try UnitStore.root(in: db) else { return }
            for entry in entries { try bring(entry, unit: "\(root.id)", now: now, in: db) }
        }
    }

    private func bring(_ entry: Entry, unit: String, now: Moment, in db: Database) throws {
        func at(_ login: String, _ hours: Int) throws -> ActionContext {
            let time = min(now, now.adding(minutes: (hours - entry.days * 24) * 60))
            guard let visitor = try SessionStore.visitor(login: login, now: time, in: db) else {
                throw CommonRefusal.missing
            }
            return ActionContext(actor: visitor.actor, origin: CommandSession.origin, now: time)
        }
        guard let author = try EmployeeStore.member(login: entry.author, in: db) else { return }
        let form = CaseForm([
            .title: entry.title, .kind: entry.kind, .subject: entry.subject, .service: entry.service,
            .events: entry.events, .handling: entry.handling, .improvement: entry.improvement,
            .doubt: entry.doubt ?? "",
            .citations: entry.citations.joined(separator: "、"),
            .lawAsOf: ROCDate.plain(ROCDate.day(of: now).adding(days: -entry.days)),
            .authors: "\(author.choice.text) 100%",
        ])
        let written = try CaseEditActions.Written(
            form, over: 0, key: "", isSubmitted: true, names: StatuteDirectoryStore.names(in: db))
        let id = try CaseEditActions.add(written, by: at(entry.author, 0), in: db).id
        guard entry.until != .submitted else { return }
        let checker = DemoTerms.knowledgeEditor
        try CaseStateActions.perform(.pass(unit: unit), on: id, by: at(checker, 30), in: db)
        for (place, comment) in (entry.comments ?? []).enumerated() {
            try CaseDiscussionActions.comment(
                comment.text, on: id, answering: nil, by: at(comment.by, 50 + place * 5), in: db)
        }
        if let proposal = entry.proposal {
            try CaseDiscussionActions.propose(proposal, for: id, by: at(entry.author, 70), in: db)
        }
        guard entry.until != .discussion, let conclusion = entry.conclusion else { return }
        try CaseStateActions.perform(.conclude(conclusion, revision: 1), on: id, by: at(checker, 80), in: db)
        guard entry.until == .published else { return }
        let published = try at(checker, 90)
        let readBy = ROCDate.day(of: published.now).adding(days: 14)
        try CaseStateActions.perform(
            .publish(unit: unit, readBy: entry.mustRead == true ? ROCDate.plain(readBy) : "", revision: 2), on: id,
            by: published, in: db)
    }
}
