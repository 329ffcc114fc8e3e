/// Whether words in running text are the whole name of a statute, judged by what stands beside them.
///
/// A short name is often the tail of a longer one (移民法 in 入出國及移民法), and that may be a name nobody has entered.
enum StatuteNameBounds {
    /// Whether a name may begin at `index`.
    ///
    /// `nameBefore` is where the last name or reference ended, for lists of them.
    static func mayBegin(at index: Int, in scalars: [Unicode.Scalar], nameBefore: Int?) -> Bool {
        guard index > 0 else { return true }
        let before = scalars[..<index]
        guard let last = before.last, isIdeograph(last) else { return true }
        if leads.contains(last) || leadWords.contains(where: { ends(before, with: $0) }) { return true }
        guard joints.contains(last) else { return false }
        guard index > 1, nameBefore != index - 1 else { return true }
        let beforeJoint = scalars[index - 2]
        return !isIdeograph(beforeJoint) || listed.contains(beforeJoint)
    }

    /// Whether a name in 法 may end before `index`: not in 民法院 or 民法人.
    static func mayEnd(at index: Int, in scalars: [Unicode.Scalar]) -> Bool {
        index >= scalars.count || !continuations.contains(scalars[index])
    }

    /// Whether words of which the last stands before `end` look like the name of a statute or the like.
    static func looksLikeName(endingAt end: Int, in scalars: [Unicode.Scalar]) -> Bool {
        StatuteAbbreviation.endings.contains { ends(scalars[..<end], with: $0) }
            || documents.contains { ends(scalars[..<end], with: $0) }
    }

    /// What the name that ends before `end` may be, and where it begins: good enough to tell a person.
    static func guess(endingAt end: Int, in scalars: [Unicode.Scalar]) -> (name: String, start: Int) {
        var start = end
        while start > 0, end - start < 40, isIdeograph(scalars[start - 1]), !stops(at: start, in: scalars) {
            start -= 1
        }
        if start == end { start = max(0, end - 1) }
        return (String(String.UnicodeScalarView(scalars[start..<end])), start)
    }

    /// Whether it says 修正前 in the clause up to `index`, or 原 or 修正之 right before it.
    static func isDated(before index: Int, in scalars: [Unicode.Scalar]) -> Bool {
        if dating.contains(where: { ends(scalars[..<index], with: $0) }) { return true }
        var clause = scalars[..<index].suffix(40)
        if let comma = clause.lastIndex(where: { ",;。:、\n".unicodeScalars.contains($0) }) {
            clause = clause[(comma + 1)...]
        }
        return formerly.contains { word in clause.indices.contains { clause[$0...].starts(with: word.unicodeScalars) } }
    }

    /// Whether 前 at `index` speaks of time: 施行前條文 is no 前條.
    static func endsInTime(before index: Int, in scalars: [Unicode.Scalar]) -> Bool {
        ["目", "日", "年", "施行", "修正", "現行", "先", "從"].contains { ends(scalars[..<index], with: $0) }
    }

    static func ends(_ text: ArraySlice<Unicode.Scalar>, with ending: String) -> Bool {
        text.suffix(ending.unicodeScalars.count).elementsEqual(ending.unicodeScalars)
    }

    private static func stops(at index: Int, in scalars: [Unicode.Scalar]) -> Bool {
        let before = scalars[..<index]
        guard let last = before.last else { return true }
        if "依照據違反受除以至到逾指".unicodeScalars.contains(last) { return true }
        if ["適用", "準用", "援用", "從事", "視同", "應用", "修正之", "修正前之", "當於", "罹患"].contains(where: { ends(before, with: $0) }) {
            return true
        }
        return joints.contains(last) && index > 1 && listed.contains(scalars[index - 2])
    }

    static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
        (0x3400...0x9FFF).contains(scalar.value) || scalar.value >= 0xF900 && scalar.value < 0xFB00
            || scalar.value >= 0x20000
    }

    // All of these are in folded form: 査 for 查.
    private static let leads = Set(
        "依照據按以為由於就對從在是非有無受除含指稱的之了把將請另又惟而故且並係到至自後前讓被若則即如因見看引參款條項段者時該逾".unicodeScalars)
    private static let leadWords = [
        "適用", "準用", "援用", "引用", "應用", "我國", "現行", "違反", "規定", "所定", "修正", "辦理", "符合", "具備", "不合", "査", "閲", "視同",
        "中華民國", "但", "使", "經", "屬",
    ]
    /// In names as well as between them.
    private static let joints = Set("及與和暨或".unicodeScalars)
    /// What stands before a joint that is between names.
    private static let listed = Set("條項款目定段書一二三四五六七八九十".unicodeScalars)
    private static let continuations = Set("院人律定官庭警規令系務制治學醫".unicodeScalars)
    private static let documents = [
        "協定", "協議", "議定書", "公報", "注意事項", "須知", "綱要", "原則", "基準", "作業規定", "草案", "法典", "憲章", "契約", "規約", "規章",
        "計畫", "方案", "命令",
    ]
    private static let dating = ["原", "舊", "舊有", "原有", "修正之", "修正後之", "修正後", "修正公布之", "增訂之", "變更前之"]
    private static let formerly = ["修正前", "修正施行前", "修正公布前", "修正發布前", "廢止前"]
}
