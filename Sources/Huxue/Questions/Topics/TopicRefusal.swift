/// Why topics were left as they are.
enum TopicRefusal: Refusal, Hashable {
    case badName
    /// By this topic, when differences are left out that people overlook.
    case nameTaken(String)
    case badPrefix
    case prefixTaken(String, topic: String)
    /// Somebody else has removed it, or put it into another one.
    case gone
    /// The topic into which it was to go is gone.
    case targetGone
    /// Somebody else has renamed it; what it is called now.
    case renamedMeanwhile(String)
    /// Somebody else has moved topics.
    case orderChanged
    case intoItself
    /// It has so many questions.
    case notEmpty(Int)
    /// What goes by it, in words.
    case inUse([String])
    case unknown(String)

    var kind: RefusalKind {
        switch self {
        case .badName, .badPrefix, .intoItself: .invalid
        case .nameTaken, .prefixTaken, .gone, .targetGone, .renamedMeanwhile, .orderChanged, .notEmpty, .inUse:
            .conflict
        case .unknown: .missing
        }
    }

    var sentence: String {
        switch self {
        case .badName:
            "主題名稱要有 1 到 \(TopicRules.nameLimit) 個字，不能只有符號，也不能換行；主題沒有變動。請修改名稱後再送出。"
        case .nameTaken(let name):
            "已經有主題「\(name)」（全形與半形、空白、台與臺視為相同），主題沒有變動。請改用別的名稱；要把兩個主題合在一起，請用「併入」。"
        case .badPrefix:
            "代號開頭只能用文字、數字與 - _，以文字或數字開頭，最多 \(TopicRules.prefixLimit) 字；主題沒有變動。請修改後再送出。"
        case .prefixTaken(let prefix, let topic):
            "代號開頭「\(prefix)」是主題「\(topic)」的，主題沒有變動。請改用別的，例如加上一個字。"
        case .gone: "這個主題剛才被別人刪除或併入別的主題了，這一次沒有變動。請看過現在的主題再決定。"
        case .targetGone: "要併入的主題剛才被別人刪除或併入別的主題了，這一次沒有變動。請看過現在的主題再決定。"
        case .renamedMeanwhile(let name): "這個主題剛才被別人改名為「\(name)」，這一次沒有變動。請看過現在的名稱再決定。"
        case .orderChanged: "主題的順序剛才被別人動過，這一次沒有移動。下面是現在的順序，請再按一次。"
        case .intoItself: "主題不能併入自己，主題沒有變動。請選另一個主題。"
        case .notEmpty(let count): "這個主題有 \(count) 題（含草稿與已停用的），沒有刪除。請把它併入別的主題，或先把試題改到別的主題。"
        case .inUse(let uses): "這個主題還有用到的地方：\(uses.joined(separator: "；"))。主題沒有刪除；請先改那些，或把它併入別的主題。"
        case .unknown(let name): "題庫沒有主題「\(name)」。huxue questions topics 會列出全部主題。"
        }
    }

    /// The field of a form that it is about; nil for none.
    var field: String? {
        switch self {
        case .badName, .nameTaken: "name"
        case .badPrefix, .prefixTaken: "prefix"
        case .intoItself, .targetGone: "into"
        case .gone, .renamedMeanwhile, .orderChanged, .notEmpty, .inUse, .unknown: nil
        }
    }
}
