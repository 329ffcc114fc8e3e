extension QuestionWarning: CustomStringConvertible {
    /// As problems are printed: `questions/birth.yaml:12: …`; `題庫：…` when it is about the whole bank.
    var description: String {
        guard let file, let line else { return "題庫：\(kind.sentence)" }
        return "\(file):\(line): \(kind.sentence)"
    }
}

extension QuestionWarning.Kind {
    var sentence: String {
        switch self {
        case .privateCharacter(let scalar, let field):
            InvisibleText.sentence(onPrivate: scalar, in: QuestionFieldTerms.name(of: field)) + "。"
        case .fixedChoice(let text): "選項「\(text)」說的是其他選項，出題時留在所寫的位置，不會打亂。建議放在最後，或改寫成具體的選項。"
        case .labelsInChoice(let text): "選項「\(text)」以代號指稱其他選項，這一題的選項出題時都不會打亂順序。建議改成複選題。"
        case .keyInStem(let text): "題幹裡有正確選項的文字「\(text)」，錯誤選項的文字卻一個也沒有，容易猜中。"
        case .longestIsRight(let text): "正確選項「\(text)」比錯誤選項長得多，容易猜中。"
        case .sweepingWord(let word, let codes):
            "「\(word)」只出現在錯誤的選項或敘述（\(codes.count) 題），正確的一次也沒有，容易猜中：\(Self.list(codes))。"
        case .filler(let text, let codes):
            "「\(text)」在 \(codes.count) 題的選項裡都是錯的，等於少了一個選項：\(Self.list(codes))。"
        case .sameNumberOfAnswers(let number, let count, let total):
            "複選題 \(total) 題裡有 \(count) 題恰好有 \(number) 個正確答案，容易猜中。"
        case .oneSided(let answer, let count, let total):
            "是非題 \(total) 題裡有 \(count) 題的答案是\(answer ? "正確" : "錯誤")，超過六成，容易猜中。"
        }
    }

    private static func list(_ codes: [String]) -> String {
        codes.prefix(10).joined(separator: "、") + (codes.count > 10 ? " 等" : "")
    }
}
