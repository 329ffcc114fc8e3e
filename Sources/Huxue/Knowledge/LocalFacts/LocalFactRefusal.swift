/// Why an answer of the office was not saved.
enum LocalFactRefusal: Refusal, Hashable {
    case tooLong(LocalFact)

    var kind: RefusalKind { .invalid }

    var sentence: String {
        switch self {
        case .tooLong(let fact): "「\(LocalFactTerms.name(of: fact))」超過 \(LocalFact.lengthLimit) 字，沒有儲存。請縮短，細節可以另寫一個條目。"
        }
    }
}
