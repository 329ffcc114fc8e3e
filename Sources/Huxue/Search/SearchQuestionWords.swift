/// What somebody asks, taken out of the words of a query: 要帶什麼 of 遷入要帶什麼, which no text of law has.
struct SearchQuestionWords: Sendable {
    /// The words without the question, in order; all of them when nothing else was typed.
    let rest: [String]
    /// What is asked; nil when nothing is, or when nothing is named about which it is asked.
    let aspect: SearchAspect?

    init(in words: [Substring]) {
        var rest: [String] = []
        var aspect: SearchAspect?
        for word in words {
            let (left, asked) = Self.read(word)
            aspect = aspect ?? asked
            if !left.isEmpty { rest.append(String(left)) }
        }
        guard !rest.isEmpty else {
            (self.rest, self.aspect) = (words.map(String.init), nil)
            return
        }
        let named = words.count > 1 || rest.first.map { Self.part(in: $0)?.isWhole != true } ?? true
        self.rest = rest
        self.aspect = named ? aspect ?? rest.lazy.compactMap { Self.part(in: $0)?.aspect }.first : nil
    }

    /// A word without the question at its ends, and what that asks.
    ///
    /// What is left of a word is nothing, or two characters at least: a single one names nothing.
    private static func read(_ word: Substring) -> (rest: Substring, aspect: SearchAspect?) {
        var (rest, aspect) = (word, nil as SearchAspect?)
        var isLonger = true
        while isLonger, !rest.isEmpty {
            while let last = rest.last, Self.marks.contains(last) { rest.removeLast() }
            while let first = rest.first, Self.marks.contains(first) { rest.removeFirst() }
            let before = rest
            if let found = endings.longest({ before.suffix($0) }, count: before.count) {
                rest = before.dropLast(found.count)
                aspect = aspect ?? found.aspect
            } else if let found = beginnings.longest({ before.prefix($0) }, count: before.count) {
                rest = before.dropFirst(found.count)
                aspect = aspect ?? found.aspect
            }
            isLonger = rest.count < before.count
        }
        // What is done about it says nothing of it: 辦 of 辦出生要帶什麼.
        if aspect != nil, let verb = doing.first(where: { rest.hasPrefix($0) && fits(rest, without: $0) }) {
            rest = rest.dropFirst(verb.count)
        }
        return (rest, aspect)
    }

    private static func fits(_ word: Substring, without question: String) -> Bool {
        word.count == question.count || word.count >= question.count + 2
    }

    /// Questions as they stand at one end of a word.
    private struct Questions {
        private let aspects: [Substring: SearchAspect?]
        /// In characters.
        private let longest: Int

        init(_ asked: [Asked]) {
            let kept = asked.filter { $0.words.count > 1 || $0.aspect == nil }
            aspects = Dictionary(kept.map { (Substring($0.words), $0.aspect) }) { first, _ in first }
            longest = kept.map(\.words.count).max() ?? 0
        }

        /// The longest of them at the end of a word that `part` cuts from; see `fits`.
        ///
        /// `count`: of the word's characters.
        func longest(_ part: (Int) -> Substring, count: Int) -> (count: Int, aspect: SearchAspect?)? {
            for length in (1...longest).reversed() where length == count || length + 2 <= count {
                if let aspect = aspects[part(length)] { return (length, aspect) }
            }
            return nil
        }
    }

    /// The part of a page that the word names itself: it stands there as a heading, and is looked for like any word.
    private static func part(in word: String) -> (aspect: SearchAspect, isWhole: Bool)? {
        parts.first { word.hasSuffix($0.words) }.map { ($0.aspect, $0.words == word) }
    }

    private static let marks = Set("？?！!。，,()（）「」")

    private static let parts: [(words: String, aspect: SearchAspect)] = [
        ("應備文件", .papers), ("規費", .fee), ("申請期限", .deadline), ("申請人", .applicants), ("受理地點", .place),
        ("辦理步驟", .steps),
    ]

    private typealias Asked = (words: String, aspect: SearchAspect?)

    private static let endings = Questions(
        asking(
            .papers,
            ["需要準備", "要準備", "準備", "需要帶", "應該帶", "要帶", "該帶", "應帶", "需帶", "帶", "需要檢附", "要檢附", "檢附", "要附", "需要", "要"],
            ["什麼", "甚麼", "哪些", "那些"], ["", "證件", "文件", "資料", "東西", "證明", "證明文件"])
            + asking(.fee, ["", "要", "需要", "要收", "收", "要繳", "繳"], ["多少錢", "多少費用", "多少規費", "幾元", "幾塊錢"])
            + asking(.fee, ["費用", "規費", "收費"], ["", "是", "要"], ["多少"])
            + asking(.fee, ["要錢嗎", "要不要錢", "收費嗎", "要收費嗎", "怎麼收費", "如何收費"])
            + asking(
                .deadline, ["", "要在", "應在", "要", "應"],
                within, verbs)
            + asking(.deadline, ["期限", "期限是"], ["多久", "幾天", "多長"])
            + asking(.deadline, ["什麼時候要", "何時要", "最晚什麼時候", "最慢什麼時候", "有沒有期限"], verbs)
            + asking(.applicants, who, verbs) + asking(.applicants, ["誰可以", "誰能", "誰能夠", "什麼人可以", "哪些人可以"])
            + asking(.place, whereTo, ["辦", "去辦", "可以辦", "才能辦"], ["", "理"])
            + asking(.place, whereTo, ["", "申請", "登記", "可以申請"])
            + asking(.place, ["", "要", "在", "去", "到", "要去", "要到"], ["哪個戶政事務所", "哪一個戶政事務所", "哪個戶政", "哪間戶政"], verbs)
            + asking(.steps, how, verbs + ["做", "處理"])
            + asking(.steps, ["要辦", "要做", "該辦", "該做", "應該辦", "需要辦"], ["什麼", "甚麼", "哪些"], ["", "手續", "登記", "事"])
            + asking(nil, ["可以嗎", "是什麼", "怎麼寫", "要多久", "嗎", "呢"]))

    private static let beginnings = Questions(
        asking(.applicants, who, verbs) + asking(.place, whereTo, ["", "可以", "能"], verbs)
            + asking(.deadline, ["", "要在", "應在", "要", "應"], within, verbs)
            + asking(
                .papers, ["", "要", "該", "需要"], ["帶什麼", "準備什麼", "帶哪些", "準備哪些"], ["", "證件", "文件"], ["", "去", "來"], ["辦"])
            + asking(.fee, ["多少錢", "要多少錢"], ["可以", ""], ["辦", "申請"])
            + asking(.steps, how, verbs)
            + asking(.steps, ["我要", "我想", "我想要", "我要去", "我想去", "想要"], ["", "辦", "辦理", "申請"])
            + asking(nil, ["請問", "請教"]))

    private static let doing = ["要辦理", "要申請", "去辦理", "要辦", "去辦", "辦理", "申請", "辦"]
    private static let within = [
        "幾天內", "幾日內", "多久內", "多少天內", "多少日內", "幾天之內", "幾日之內", "多久之內", "幾個月內", "幾天以內", "多久以內",
    ]

    private static let verbs = [
        "", "辦", "辦理", "申請", "登記", "要辦", "要辦理", "要申請", "要登記", "去辦", "要去辦", "來辦", "要來辦", "要",
    ]
    private static let who = ["誰可以", "誰能", "誰能夠", "由誰", "誰來", "誰去", "誰要", "要誰", "誰得", "什麼人可以", "哪些人可以"]
    private static let whereTo = [
        "去哪裡", "要去哪裡", "在哪裡", "要在哪裡", "到哪裡", "要到哪裡", "向哪裡", "哪裡可以", "哪裡", "去哪", "在哪", "到哪", "去那裡", "在那裡", "到那裡",
    ]
    private static let how = ["怎麼", "要怎麼", "該怎麼", "應該怎麼", "怎樣", "如何", "要如何", "該如何", "應如何"]

    /// All sentences of one piece from each list.
    private static func asking(_ aspect: SearchAspect?, _ pieces: [String]...) -> [Asked] {
        pieces.reduce([""]) { begun, next in begun.flatMap { head in next.map { head + $0 } } }.map { ($0, aspect) }
    }
}
