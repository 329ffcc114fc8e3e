import ArgumentParser
import Foundation

struct ProposalAssignCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "assign",
        abstract: "自動分配評審委員；還沒有開始評審的，就開始評審。已經分配的不動，應迴避的不會分到。")

    @Argument(help: "徵件的編號，見網址 /manage/calls/ 後面的數字。")
    var call: String

    @Option(help: "種子，1 到 999999；同一個種子分出來的都一樣。")
    var seed = 1

    @Flag(help: "只試算，不存入。")
    var preview = false

    @Flag(help: "以 JSON 輸出。")
    var json = false

    @OptionGroup var options: DataOptions

    func run() async throws {
        guard let id = ID<ProposalCall>(call) else { throw ProposalCallRefusal.missing }
        let seed = ReviewRules.seed(seed)
        let session = try options.open()
        let isKept = !preview
        let made = try await session.database.write(as: session.acting) { acting, db in
            let visitor = try RankingActions.person(acting)
            return isKept
                ? try ReviewAssignmentActions.assign(id, seed: seed, seen: nil, by: acting, in: db)
                : try ReviewAssignmentActions.preview(id, seed: seed, for: visitor, now: acting.now, in: db)
        }
        guard !json else { return try Console.json(AssignmentRecord(made)) }
        for line in made.lines {
            let reviewers = made.reviewers(of: line.id).map(\.name).joined(separator: "、")
            Console.data(
                ["\(line.id)", line.number.map { "\($0)" } ?? "", line.title, reviewers].joined(separator: "\t"))
        }
        let loads = made.loads.map { "\($0.name) \($0.count)" }.joined(separator: "、")
        Console.say("\(isKept ? "已分配" : "試算，沒有存入")；種子 \(seed)；件數：\(loads)。")
    }
}

/// What `proposals assign --json` prints.
private struct AssignmentRecord: Encodable {
    let call: Int64
    let seed: Int
    let proposals: [Entry]
    /// By name.
    let loads: [Load]

    struct Entry: Encodable {
        let id: Int64
        let number: Int?
        let title: String
        let reviewers: [String]
        /// Those of `reviewers` that this assignment adds.
        let added: [String]
    }

    struct Load: Encodable {
        let name: String
        let reviews: Int
    }

    init(_ made: ReviewAssignment) {
        (call, seed) = (made.call.id.rawValue, made.seed)
        proposals = made.lines.map { line in
            let reviewers = made.reviewers(of: line.id)
            return Entry(
                id: line.id.rawValue, number: line.number, title: line.title, reviewers: reviewers.map(\.name),
                added: reviewers.filter(\.isAdded).map(\.name))
        }
        loads = made.loads.map { Load(name: $0.name, reviews: $0.count) }
    }
}
