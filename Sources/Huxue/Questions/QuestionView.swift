/// How a question looks, to an examinee and afterwards; used by the bank and by tests.
enum QuestionView {
    /// A question at its place on a paper.
    struct Placed: Sendable {
        /// From 1.
        let number: Int
        let revision: QuestionRevision
        /// Places of the choices in the revision, in the order in which they are shown.
        let order: [Int]
        /// What it is worth, as text without the unit; nil outside a test.
        let points: String?
        /// Label of the chosen answer: one's own, or an examinee's.
        var chosenWord = "您的答案"
        /// Where the citations of its explanation lead.
        var links = CitationLinks.ministry
    }

    enum Credit: Sendable {
        case full, part, none
    }

    /// The question to be answered: fields `q1` (values are the places shown, from 1) and `flag1`.
    static func fieldset(
        _ placed: Placed, chosen: ChoiceSet = .none, isFlagged: Bool = false, isDisabled: Bool = false,
        isHidden: Bool = false, isFlaggable: Bool = true
    ) -> HTML {
        let number = placed.number
        return """
            <fieldset class="question" id="q\(number)" data-number="\(number)"\(when: isDisabled, " disabled")\
            \(when: isHidden, " hidden")>\
            <legend><span class="number"><span class="visually-hidden">第</span>\(number)\
            <span class="visually-hidden">題</span></span><span class="stem">\(QuestionText.stem(placed.revision.stem))\
            <span class="paper-only">（\(paperWords(placed))）</span></span></legend>
            <div class="question-meta"><span class="soft">\(instruction(placed))</span>\
            \(when: !isDisabled && isFlaggable, flag(number, isFlagged: isFlagged))</div>
            <div class="choices">
            \(each: Array(placed.order.enumerated()), { choice($0.element, key: $0.offset + 1, of: placed, chosen: chosen) })\
            </div></fieldset>

            """
    }

    private static func instruction(_ placed: Placed) -> HTML {
        """
        \(QuestionTerms.name(of: placed.revision.type))\
        \(when: placed.revision.type == .multiple, "　可選多項")\(placed.points.map { "　\($0) 分" })
        """
    }

    /// What a printed paper says behind the stem: `複選，5 分`.
    private static func paperWords(_ placed: Placed) -> String {
        QuestionTerms.name(of: placed.revision.type) + (placed.points.map { "，\($0) 分" } ?? "")
    }

    private static func flag(_ number: Int, isFlagged: Bool) -> HTML {
        """
        <label class="flag"><input type="checkbox" name="flag\(number)" value="1"\(when: isFlagged, " checked")>\
        \(Icon.flag)<span>標記<span class="visually-hidden">第 \(number) 題</span>，稍後再看</span></label>
        """
    }

    private static func choice(_ place: Int, key: Int, of placed: Placed, chosen: ChoiceSet) -> HTML {
        guard placed.revision.choices.indices.contains(place) else { return .empty }
        let type: HTML = placed.revision.type == .multiple ? "checkbox" : "radio"
        return """
            <label class="choice"><input type="\(type)" name="q\(placed.number)" value="\(key)"\
            \(when: chosen.contains(place), " checked")><span class="key">\(key)</span>\
            <span>\(QuestionText.lines(placed.revision.choices[place]))</span></label>

            """
    }

    /// The answered question with the right answer and why; `earned` are points as text without the unit.
    static func review(
        _ placed: Placed, chosen: ChoiceSet, credit: Credit, earned: String, isOpen: Bool = false
    ) -> HTML {
        """
        <details class="review" id="r\(placed.number)"\(when: isOpen, " open")><summary>\
        <span class="number">\(placed.number)</span><span>\(QuestionText.stem(placed.revision.stem))</span>\
        \(badge(credit, chosen: chosen, earned: earned, of: placed))</summary><div>\
        \(answers(placed, chosen: chosen))
        \(reasons(placed.revision, placed.links))</div></details>

        """
    }

    /// An answered question of which nothing but the stem may be shown before a make-up is over or it was reviewed.
    static func withheld(_ placed: Placed, isInReview: Bool = false, isOpen: Bool = false) -> HTML {
        """
        <details class="review" id="r\(placed.number)"\(when: isOpen, " open")><summary>\
        <span class="number">\(placed.number)</span><span>\(QuestionText.stem(placed.revision.stem))</span>\
        \(Component.badge(icon: Icon.clock, isInReview ? "審題後顯示" : "補考後公布"))</summary><div>\
        <p>\(isInReview ? "這一題正在等人審題，答案、詳解與得分要等審題以後才顯示。" : "補考還會用到這一題，答案、詳解與得分要等補考結束後才顯示。")</p>\
        </div></details>

        """
    }

    private static func badge(_ credit: Credit, chosen: ChoiceSet, earned: String, of placed: Placed) -> HTML {
        switch credit {
        case .full: Component.badge(.pass, "答對")
        case .part: Component.badge(.warn, "部分答對，得 \(earned)／\(placed.points ?? "") 分")
        case .none: Component.badge(.fail, chosen.isEmpty ? "未作答" : "答錯")
        }
    }

    /// Every choice, the right and the chosen ones named; `chosen` is nil when nobody has answered.
    static func answers(_ placed: Placed, chosen: ChoiceSet? = nil) -> HTML {
        """
        <ol class="answers">\
        \(each: Array(placed.order.enumerated()), { answer($0.element, key: $0.offset + 1, of: placed, chosen: chosen) })\
        </ol>
        """
    }

    private static func answer(_ place: Int, key: Int, of placed: Placed, chosen: ChoiceSet?) -> HTML {
        guard placed.revision.choices.indices.contains(place) else { return .empty }
        let isRight = placed.revision.key.contains(place)
        let isChosen = chosen?.contains(place) ?? false
        let tone: Tone? = isRight ? .pass : isChosen ? .fail : nil
        let word = placed.chosenWord
        let says = isRight ? (isChosen ? "\(word)，正確" : "正確答案") : isChosen ? word : ""
        return """
            <li\(tone.map { " data-tone=\"\($0.rawValue)\"" as HTML })>\(tone?.icon ?? "<span></span>")<span>\(key)</span>\
            <span>\(QuestionText.lines(placed.revision.choices[place]))</span><span class="says">\(says)</span></li>
            """
    }

    /// 詳解 and the articles it rests on.
    static func reasons(_ revision: QuestionRevision, _ links: CitationLinks) -> HTML {
        """
        <p><b>詳解</b>　\(QuestionText.explanation(revision.explanation))</p>
        <p><b>法源依據</b>　\(each: Array(revision.citations.enumerated()), { citation in
            "\(when: citation.offset > 0, "、")\(CitationViews.link(to: citation.element, links))"
        })</p>
        """
    }
}
