/// Why an answer of the office was not saved.
enum LocalFactRefusal: Refusal, Hashable {
    case tooLong(LocalFact)
    /// Others have changed the same answers since the form was opened; with what they say now.
    case changedMeanwhile([LocalFact: String])

    var kind: RefusalKind {
        switch self {
        case .tooLong: .invalid
        case .changedMeanwhile: .conflict
        }
    }

    var sentence: String {
        switch self {
        case .changedMeanwhile: "您填寫的時候，別人也改了同樣的項目，沒有儲存。請看過別人的內容，再儲存一次，就以您填的為準。"
        case .tooLong(let fact): "「\(LocalFactTerms.name(of: fact))」超過 \(LocalFact.lengthLimit) 字，沒有儲存。請縮短，細節可以另寫一個條目。"
        }
    }

    /// What is wrong with one answer; nil when nothing is.
    func sentence(on fact: LocalFact) -> String? {
        switch self {
        case .tooLong(fact): sentence
        case .tooLong: nil
        case .changedMeanwhile(let texts):
            texts[fact].map { "「\(LocalFactTerms.name(of: fact))」別人已改為：\($0.isEmpty ? "（空白）" : $0)" }
        }
    }
}
