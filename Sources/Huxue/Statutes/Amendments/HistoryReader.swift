/// Reads what an entry of 沿革 says was done, clause by clause.
struct HistoryReader {
    private(set) var acts: [StatuteHistory.Act] = []
    private(set) var effects: [StatuteHistory.EffectRule] = []
    /// Whether every word about articles was understood.
    private(set) var isCertain = true
    private let day: Day?
    private var verb: Verb?

    private enum Verb {
        case enact, amend, add, delete, correct, publish
    }

    /// - Parameter day: of the promulgation, to which 同年 and 公布後六個月 refer.
    init(day: Day?) {
        self.day = day
    }

    mutating func read(_ entry: HistoryScanner) {
        if isDecree(entry.restText) {
            acts.append(.effectSet)
            effects = HistoryEffects.rules(in: entry.restText, day: day)
            return
        }
        var rest = entry.withoutAsides
        while !rest.rest.isEmpty { readClause(rest.upTo(";")) }
    }

    private func isDecree(_ text: String) -> Bool {
        let words = ["制定", "制訂", "訂定", "修正", "增訂", "刪除", "廢止", "勘誤"]
        return ["定自", "定於", "發布自", "公布自", "溯自"].contains(where: text.contains) && text.contains("施行")
            && !text.contains("全文") && !words.contains(where: text.hasPrefix)
    }

    private mutating func readClause(_ clause: HistoryScanner) {
        var scanner = clause
        _ = scanner.take("並", "及", "暨")
        let text = scanner.restText
        guard !text.isEmpty, text != "," else { return }
        if ["遞改", "移列", "改列", "遞移", "條次變更", "調整條次", "改為第"].contains(where: text.contains) {
            acts.append(.renumbered)
            return
        }
        let isAboutEffect = HistoryEffects.words.contains(where: text.contains)
        if isAboutEffect, scanner.comes(Self.verbs.map(\.word)) == nil {
            effects += HistoryEffects.rules(in: text, day: day)
            return
        }
        readActs(&scanner)
        guard !scanner.rest.isEmpty else { return }
        let left = scanner.restText
        if HistoryEffects.words.contains(where: left.contains) {
            effects += HistoryEffects.rules(in: left, day: day)
        } else {
            isCertain = false
        }
    }

    private static let verbs: [(word: String, verb: Verb)] = [
        ("制定", .enact), ("制訂", .enact), ("訂定", .enact), ("訂頒", .enact), ("修正", .amend), ("修訂", .amend),
        ("增訂", .add), ("增列", .add), ("刪除", .delete), ("勘誤", .correct), ("更正", .correct), ("公布", .publish),
        ("發布", .publish), ("頒布", .publish), ("核定", .publish), ("公告", .publish),
    ]

    /// Takes verbs and what they govern, as far as it understands.
    private mutating func readActs(_ scanner: inout HistoryScanner) {
        var objects = 0
        while let step = takeObject(&scanner) { objects += step }
        guard objects == 0 else { return }
        switch verb {
        case .enact: acts.append(.enacted)
        case .amend: acts.append(.amendedSomehow)
        case .publish: acts.append(.enacted)
        case .add, .delete, .correct, nil: isCertain = false
        }
    }

    /// How many objects were taken, none with a verb or a connecting word; nil when nothing more is understood.
    private mutating func takeObject(_ scanner: inout HistoryScanner) -> Int? {
        if scanner.take("廢止", "停止適用") != nil {
            acts.append(.repealed)
        } else if let found = Self.verbs.first(where: { scanner.comes([$0.word]) != nil }) {
            _ = scanner.take(found.word)
            if found.verb != .publish || verb == nil { verb = found.verb }
            return 0
        } else if takesWhole(&scanner) {
            acts.append(verb == .amend ? .rewritten : .enacted)
        } else if scanner.take("名稱") != nil {
            acts.append(.renamed)
        } else if scanner.takeAttachment() {
            acts.append(.attachments([]))
        } else if let unit = scanner.takeUnit() {
            add(unit)
        } else {
            return scanner.take(
                "章名", "節名", "編名", "款名", "目名", "條文", "、", ",", "並", "及", "暨", "與", "令", "於") == nil ? nil : 0
        }
        return 1
    }

    /// 全文 23 條, 總則編全文 152 條.
    private func takesWhole(_ scanner: inout HistoryScanner) -> Bool {
        var copy = scanner
        var length = 0
        while copy.comes(["全文"]) == nil {
            guard length < 6, let next = copy.rest.first, !"、,第".unicodeScalars.contains(next) else { return false }
            copy.skip()
            length += 1
        }
        _ = copy.take("全文")
        if copy.number() != nil { _ = copy.take("條") }
        scanner = copy
        return true
    }

    private mutating func add(_ unit: HistoryScanner.Unit) {
        switch unit {
        case .heading: acts.append(.headings)
        case .attachments(let ranges): acts.append(.attachments(ranges))
        case .articles(let ranges):
            switch verb {
            case .amend: acts.append(.amended(ranges))
            case .add: acts.append(.added(ranges))
            case .delete: acts.append(.deleted(ranges))
            case .correct: acts.append(.corrected(ranges))
            case .enact, .publish, nil: isCertain = false
            }
        }
    }
}
