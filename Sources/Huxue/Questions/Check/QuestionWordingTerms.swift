/// Words of stems and explanations that give a key away, or that mean nothing once the choices are shuffled.
///
/// Every text is folded (`LawText.folded`): half width, lower case, without white space.
enum QuestionWordingTerms {
    /// The words by which an explanation names choices by letter, number or place: 選項A, 第二個選項.
    static func labels(inExplanation text: String) -> [String] {
        let words = ["選項", "答案", "解答", "正解"]
        guard words.contains(where: text.contains) else { return [] }
        let found = text.matches(
            of:
                #/
            (?:選項|答案|解答|正解)(?:應?[為是選]|[:「『"\(\[【第])*
            (?:
                [a-i](?![a-z0-9])
            |
                (?:[1-9一二三四五六七八九]|[甲乙丙丁戊己庚辛壬](?![方男女君童父母生先小太]))
                (?=$|[、,。;:\)\]】」』"\.和與及或是為正錯有才皆均都不])
            )
            |
            (?:選項|答案)的?第[1-9一二三四五六七八九](?:個|項)?
                (?=$|[、,。;:\)\]】」』"\.和與及或是為正錯有才皆均都不])
            |
            (?:第|前|後|倒數第)[1-9一二三四五六七八九兩](?:個|項|則)?(?:選項|答案)
            |
            (?:首個|末個|首項|末項|最後一?[個項]?|上一?個|下一?個)(?:選項|答案)
            |
            \(?[甲乙丙丁戊己庚辛壬]\)?選項
            |
            \([1-9a-i]\)選項
            /#)
        return found.map { String($0.output) }
    }

    /// The words by which an explanation judges letters, as those of choices: A正確, 選B, (C).
    static func letters(inExplanation text: String) -> [String] {
        guard text.utf8.contains(where: { (UInt8(ascii: "a")...UInt8(ascii: "i")).contains($0) }) else { return [] }
        let found = text.matches(
            of:
                #/
            (?:^|[^a-z0-9\(\/\-表件案款])
            (
                選擇?[:為「\(]*[a-i](?![a-z0-9案組級型表化])
            |
                \(?[a-i]\)?(?:[、,和與及或]?\(?[a-i]\)?){0,8}
                (?:選項|[一二兩三四五][者項]|項|敘述)?(?:全部|[皆均都才為是])*
                (?:選項|不?正確|錯誤?|[有無]誤|不?對|真|假|非|不?符|不[可得能是])
            |
                \([a-i]\)
            |
                [a-i][.:\)](?=\p{Han})
            )
            |
            ( \([a-i]\) )
            /#)
        return found.map { String($0.output.1 ?? $0.output.2 ?? "") }
    }

    /// Whether the text has this letter by itself: somebody or something is called so.
    static func names(_ letter: Character, in text: String) -> Bool {
        let characters = Array(text)
        return characters.indices.contains { place in
            characters[place] == letter && (place == 0 || !isLatin(characters[place - 1]))
                && (place + 1 == characters.count || !isLatin(characters[place + 1]))
        }
    }

    private static func isLatin(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber)
    }

    /// The letters by themselves in words that were found.
    static func letters(in text: String) -> [Character] {
        "abcdefghi".filter { names($0, in: text) }
    }

    /// Whether a statement asks, apart from questions that it quotes.
    static func asks(_ stem: String) -> Bool {
        var depth = 0
        for scalar in stem.unicodeScalars {
            switch scalar {
            case "「", "『", "\u{201C}": depth += 1
            case "」", "』", "\u{201D}": depth = max(0, depth - 1)
            case "?" where depth == 0: return true
            default: break
            }
        }
        return false
    }

    /// Words that announce the key, with what follows: 答案：A; nil when there are none.
    ///
    /// `right`: the texts of the right choices.
    static func announcement(in stem: String, right: [String]) -> String? {
        for found in stem.matches(of: /(?:答案|解答|正解|ans|answer)(?:應?[為是]|[:(])+/) {
            let rest = stem[found.range.upperBound...]
            let label = rest.prefixMatch(
                of: /[〇×✓✔✕✗vxo]|[a-i](?![a-z0-9])|[1-9](?=$|[)。,.;])|(?:正確|錯誤|[對錯是非])(?=$|[)。,.;])/)
            if let label { return "\(found.output)\(label.output)" }
            if let text = right.first(where: { rest.hasPrefix($0) }) { return "\(found.output)\(text)" }
        }
        return nil
    }

    /// The texts in round, square and such brackets, each with its brackets.
    static func bracketed(in stem: String) -> [(whole: Substring, inside: String)] {
        stem.matches(of: /[(\[【〔{]([^()\[\]【】〔〕{}]*)[)\]】〕}]/).map { ($0.output.0, String($0.output.1)) }
    }

    /// Whether it is how people mark a statement as true or false.
    static func isVerdict(_ text: String) -> Bool {
        [
            "〇", "o", "×", "x", "✓", "✔", "✕", "✗", "v", "t", "f", "對", "錯", "是", "非", "正確", "錯誤", "true", "false",
            "yes", "no",
        ].contains(text)
    }

    /// Whether it is a mark of right or wrong that stands for nothing else.
    static func isMark(_ character: Character) -> Bool { "×✓✔✕✗".contains(character) }

    /// Whether it is a letter or number by which choices are known.
    static func isLabel(_ text: String) -> Bool { text.wholeMatch(of: /[a-i1-9]/) != nil }

    /// Whether these choices carry labels of their own, one after the other: A.…, B.…; (1)…, (2)….
    static func areLabelled(_ choices: [String]) -> Bool {
        guard choices.count > 1 else { return false }
        return ["abcdefghi", "123456789", "甲乙丙丁戊己庚辛壬", "一二三四五六七八九"].contains { order in
            zip(order, choices).allSatisfy { label, choice in
                let rest = choice.drop { $0 == "(" }
                guard rest.first == label else { return false }
                switch rest.dropFirst().first {
                case ")": return true
                case ".": return rest.dropFirst(2).first?.isNumber != true
                // Of persons, what they say or do: 甲：可.
                case ":": return label.isASCII
                default: return false
                }
            }
        }
    }

    /// Words of sweeping statements, which people take for wrong.
    static let sweeping = [
        "一律", "全部", "全數", "任何", "隨時", "必須", "一定", "絕對", "永遠", "完全", "所有", "只要", "從不", "毫無", "一概", "當然",
        "僅能", "只能", "絕不", "不論", "無論", "自由", "任意",
    ]

    /// Words of choices that nobody takes for right.
    static let fillers = [
        "抽籤", "擲筊", "猜拳", "里長", "鄰長", "鄰居", "親友具結", "祖父母協議", "口頭", "自行決定", "看情況", "隨便", "議員", "媒體",
    ]

    /// Both, in this order.
    static let guessed = sweeping + fillers

    static let finder = WordFinder(guessed.map(LawText.folded))
}
