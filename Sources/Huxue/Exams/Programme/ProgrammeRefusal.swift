enum ProgrammeRefusal: Refusal, Equatable {
    /// Parts of the form did not arrive.
    case incomplete
    case noSuchYear
    case tooManyLines(limit: Int)
    case countNotInRange(line: Int)
    case unknownValue(line: Int)
    case sameLineTwice(line: Int)

    var kind: RefusalKind { .invalid }

    /// The line of the form that it concerns, from 1.
    var line: Int? {
        switch self {
        case .incomplete, .noSuchYear, .tooManyLines: nil
        case .countNotInRange(let line), .unknownValue(let line), .sameLineTwice(let line): line
        }
    }

    var sentence: String {
        switch self {
        case .incomplete: "表單不完整，年度計畫沒有變動。請重新整理頁面後再填一次。"
        case .noSuchYear: "年度請填民國年，例如 115。年度計畫沒有變動。"
        case .tooManyLines(let limit): "一個年度最多 \(limit) 項，年度計畫沒有變動。"
        case .countNotInRange(let line): "第 \(line) 項的次數請填 1 到 99；不要這一項時，把次數留空白。年度計畫沒有變動。"
        case .unknownValue(let line): "第 \(line) 項的種類或期別不在清單內，請重新選擇。年度計畫沒有變動。"
        case .sameLineTwice(let line): "第 \(line) 項與前面的項目種類與期別相同，請合併成一項。年度計畫沒有變動。"
        }
    }
}
