/// Something wrong at one place of a rubric, and what to do about it.
struct RubricProblem: Hashable, Sendable {
    let place: RubricPlace
    let kind: Kind

    enum Kind: Hashable, Sendable {
        case noText
        case tooLong(limit: Int)
        case severalLines
        case turns(String)
        /// Not a decimal of at most two places.
        case notANumber
        case totalNotInRange(ClosedRange<Int>)
        case noCriteria
        case tooManyCriteria(limit: Int)
        case sameName(as: Int)
        case weightNotPositive
        case tooLarge(limit: Points)
        case noScale
        case twoScales
        case rangeEmpty(from: Points)
        case stepNotPositive
        case stepDoesNotDivide(from: Points, to: Points, step: Points)
        case levelCount(ClosedRange<Int>)
        case levelUnreadable
        case notAscending(after: Points)
        case tooFine
        case badCode
        case usedCode(String)
        case unit(UnitRefusal)
    }

    init(_ place: RubricPlace, _ kind: Kind) {
        (self.place, self.kind) = (place, kind)
    }
}

extension RubricProblem {
    /// What to do about it, without a full stop.
    var sentence: String {
        let name = place.name
        return switch kind {
        case .noText: "請填寫\(name)"
        case .tooLong(let limit): "\(name)最多 \(limit) 個字，請縮短"
        case .severalLines: "\(name)只能寫在一行，請刪除換行與看不見的字元"
        case .turns(let text): InvisibleText.sentence(onTurnsIn: text, in: name) ?? ""
        case .notANumber: "\(name)請填不小於 0 的數，小數最多兩位，例如 12.5"
        case .totalNotInRange(let range): "滿分請填 \(range.lowerBound) 到 \(range.upperBound) 的整數"
        case .noCriteria: "還沒有評分項目，請至少加一項"
        case .tooManyCriteria(let limit): "評分項目最多 \(limit) 項，請合併相近的"
        case .sameName(let first): "\(name)與第 \(first) 項相同（全形、半形、大小寫與空白不計），請改成分得出來的名稱"
        case .weightNotPositive: "\(name)要大於 0；這一項不計分時，請刪除這一項"
        case .tooLarge(let limit): "\(name)最多 \(limit.text)，請改小"
        case .noScale: "\(name)還沒有填，請填分數的範圍，或逐級寫出分數與說明"
        case .twoScales: "\(name)同時有分數範圍與分級，請只留一種"
        case .rangeEmpty(let from): "\(name)要大於最低分 \(from.text)"
        case .stepNotPositive: "\(name)要大於 0，例如 1 或 0.5"
        case .stepDoesNotDivide(let from, let to, let step):
            "從 \(from.text) 分每次加 \(step.text) 分，到不了 \(to.text) 分，請改\(name)或最高分"
        case .levelCount(let range): "\(name)請寫 \(range.lowerBound) 到 \(range.upperBound) 級"
        case .levelUnreadable: "\(name)請寫成「分數：說明」，例如「3：有可行的作法，細節待補」"
        case .notAscending(let points): "\(name)的分數要大於前一級的 \(points.text) 分，請由低到高排列"
        case .tooFine: "權重與最高分的組合太零碎，總分無法精確計算；請讓各項的最高分相同或成倍數，權重用整數"
        case .badCode: "代號請用英文小寫、數字與連字號（-），以字母開頭，最多 64 個字"
        case .usedCode(let code): "這個單位已經有代號「\(code)」的評分表，請換一個代號"
        case .unit(let refusal): refusal.sentence
        }
    }
}

extension RubricPlace {
    var name: String {
        switch self {
        case .unit: "單位"
        case .code: "代號"
        case .title: "評分表名稱"
        case .total: "滿分"
        case .criteria: "評分項目"
        case .criterion(let number, let part): "第 \(number) 項的\(part.label)"
        case .level(let number, let criterion): "第 \(criterion) 項的第 \(number) 級"
        }
    }
}

extension RubricPart {
    var label: String {
        switch self {
        case .name: "名稱"
        case .guide: "說明"
        case .weight: "權重"
        case .scale: "計分方式"
        case .from: "最低分"
        case .to: "最高分"
        case .step: "級距"
        case .levels: "分級"
        case .comment: "評語"
        }
    }
}

/// Something wrong in a rubric's file, on its line; the first is 1.
struct RubricFileProblem: Hashable, Sendable {
    let line: Int
    let kind: Kind

    enum Kind: Hashable, Sendable {
        case yaml(String)
        case rubric(RubricProblem)
        case field(YAMLFieldProblem)
    }

    var sentence: String {
        switch kind {
        case .yaml(let sentence): sentence
        case .rubric(let problem): problem.sentence + "。"
        case .field(let problem): problem.sentence
        }
    }
}

extension RubricFileProblem: CustomStringConvertible {
    var description: String { "第 \(line) 行：\(sentence)" }
}
