/// Awards as people write them, one a line: `特優，5000 元，記功一次`.
enum ProposalAwardFile {
    static let limit = 20
    static let prizeLimit = 10_000_000

    /// - Throws: `ProposalCallRefusal.unreadableAward` for the first line that cannot be read.
    static func awards(_ text: String) throws(ProposalCallRefusal) -> [ProposalAward] {
        var awards: [ProposalAward] = []
        for line in Form.lines(typed: text) { awards.append(try award(line)) }
        return awards
    }

    private static func award(_ line: String) throws(ProposalCallRefusal) -> ProposalAward {
        let pieces = line.split { "，,、;；".contains($0) }.map { $0.trimmed }.filter { !$0.isEmpty }
        guard let name = pieces.first else { throw .unreadableAward(line) }
        var award = ProposalAward(name: name)
        for piece in pieces.dropFirst() {
            if award.prize == nil, let prize = prize(piece) {
                award.prize = prize
            } else if award.merit == nil, let merit = merit(piece) {
                award.merit = merit
            } else {
                throw .unreadableAward(line)
            }
        }
        return award
    }

    private static func prize(_ piece: String) -> Int? {
        var text = piece
        for word in ["獎金", "新臺幣", "元"] { text = text.replacing(word, with: "") }
        return Form.number(typed: text.trimmed).flatMap { (1...prizeLimit).contains($0) ? $0 : nil }
    }

    private static let kinds: [(word: String, kind: ProposalAward.Merit.Kind)] = [
        ("嘉獎", .commendation), ("記功", .merit),
    ]
    private static let counts: [String: Int] = ["": 1, "一": 1, "1": 1, "二": 2, "兩": 2, "2": 2]

    /// `記功一次` and the like; nil for anything else.
    static func merit(_ piece: String) -> ProposalAward.Merit? {
        for (word, kind) in kinds where piece.hasPrefix(word) {
            let rest = ROCDate.halfWidth(String(piece.dropFirst(word.count))).replacing("次", with: "").trimmed
            return counts[rest].map { ProposalAward.Merit(kind: kind, times: $0) }
        }
        return nil
    }

    /// As `awards` reads it.
    static func text(_ award: ProposalAward) -> String {
        let prize = award.prize.map { "\($0) 元" }
        return [award.name, prize, award.merit.map(words)].compactMap(\.self).joined(separator: "，")
    }

    static func words(_ merit: ProposalAward.Merit) -> String {
        "\(merit.kind == .merit ? "記功" : "嘉獎")\(merit.times == 1 ? "一" : "二")次"
    }
}

extension StringProtocol {
    fileprivate var trimmed: String { String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed()) }
}
