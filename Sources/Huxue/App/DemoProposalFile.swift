import Foundation
import Yams

/// A call of the demo with its proposals, as `Resources/samples/demo-proposals` has them.
struct DemoProposalFile: Decodable, Sendable {
    struct Remark: Decodable, Sendable {
        var toAuthors = ""
        var toPanel = ""
        let feasibility: String
        let benefit: String

        enum CodingKeys: CodingKey { case toAuthors, toPanel, feasibility, benefit }

        init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            toAuthors = try fields.decodeIfPresent(String.self, forKey: .toAuthors) ?? ""
            toPanel = try fields.decodeIfPresent(String.self, forKey: .toPanel) ?? ""
            feasibility = try fields.decode(String.self, forKey: .feasibility)
            benefit = try fields.decode(String.self, forKey: .benefit)
        }
    }

    struct Report: Decodable, Sendable {
        /// After the decision.
        let days: Int
        let percent: Int
        let words: String

        init(from decoder: any Decoder) throws {
            var list = try decoder.unkeyedContainer()
            (days, percent, words) = (
                try list.decode(Int.self), try list.decode(Int.self), try list.decode(String.self)
            )
        }
    }

    struct Task: Decodable, Sendable {
        let title: String
        let section: String
        /// A login.
        let person: String?
        /// In days after the decision.
        let due: Int
        let progress: [Report]?
    }

    struct Effect: Decodable, Sendable {
        let minutes: Int
        let cases: Int
        let words: String
        let page: String?
    }

    struct Entry: Decodable, Sendable {
        let title: String
        let kind: String
        let novelty: String
        /// Shares in per cent, by login; the first has begun it.
        let authors: [(login: String, share: Int)]
        let problem: String
        let idea: String
        let method: String
        let cost: String
        let benefit: String
        let minutes: Int?
        let cases: Int?
        let citations: [String]
        /// Of the rubric's criteria.
        let points: [Int]?
        let remarks: [Remark]?
        let outcome: ProposalOutcome?
        let award: Int?
        let reasons: String?
        let notes: String?
        let tasks: [Task]?
        let effect: Effect?

        enum CodingKeys: String, CodingKey {
            case title, kind, novelty, authors, problem, idea, method, cost, benefit, minutes, cases, citations, points
            case remarks, outcome, award, reasons, notes, tasks, effect
        }

        private struct Login: CodingKey {
            let stringValue: String
            var intValue: Int? { nil }
            init?(stringValue: String) { self.stringValue = stringValue }
            init?(intValue: Int) { nil }
        }

        init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            func text(_ key: CodingKeys) throws -> String { try fields.decode(String.self, forKey: key) }
            (title, kind, novelty) = (try text(.title), try text(.kind), try text(.novelty))
            (problem, idea, method) = (try text(.problem), try text(.idea), try text(.method))
            (cost, benefit) = (try text(.cost), try text(.benefit))
            let shares = try fields.nestedContainer(keyedBy: Login.self, forKey: .authors)
            authors = try shares.allKeys.map { ($0.stringValue, try shares.decode(Int.self, forKey: $0)) }
                .sorted { ($0.1, $1.0) > ($1.1, $0.0) }
            minutes = try fields.decodeIfPresent(Int.self, forKey: .minutes)
            cases = try fields.decodeIfPresent(Int.self, forKey: .cases)
            citations = try fields.decode([String].self, forKey: .citations)
            points = try fields.decodeIfPresent([Int].self, forKey: .points)
            remarks = try fields.decodeIfPresent([Remark].self, forKey: .remarks)
            outcome = try fields.decodeIfPresent(ProposalOutcome.self, forKey: .outcome)
            award = try fields.decodeIfPresent(Int.self, forKey: .award)
            reasons = try fields.decodeIfPresent(String.self, forKey: .reasons)
            notes = try fields.decodeIfPresent(String.self, forKey: .notes)
            tasks = try fields.decodeIfPresent([Task].self, forKey: .tasks)
            effect = try fields.decodeIfPresent(Effect.self, forKey: .effect)
        }
    }

    let title: String
    let place: String?
    /// A login.
    let chair: String?
    let guests: String?
    let remarks: String?
    let proposals: [Entry]

    init(reading data: Data) throws {
        self = try YAMLDecoder().decode(Self.self, from: data)
    }

    enum CodingKeys: CodingKey { case title, place, chair, guests, remarks, proposals }
}
