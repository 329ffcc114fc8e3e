/// Words for what the check of the bank finds.
enum BankCheckTerms {
    static func name(of kind: BankFinding.Kind) -> String {
        switch kind {
        case .sameStem: "題幹相同"
        case .likeStem: "題幹相近"
        case .answerInStem: "題幹說出答案"
        case .keyInStem: "題幹有正確選項的文字"
        case .longestIsRight: "正確選項特別長"
        case .sweepingWord: "絕對的字眼總是錯"
        case .filler: "湊數的選項"
        case .sameNumberOfAnswers: "複選題答案個數都一樣"
        case .oneSided: "是非題答案偏一邊"
        case .labelInExplanation: "詳解用代號說選項"
        case .labelledChoices: "選項自己帶代號"
        case .labelsInChoice: "選項指稱別的代號"
        case .fixedChoice: "以上皆是、以上皆非"
        case .statementAsks: "是非題是問句"
        case .privateCharacter: "造字"
        }
    }

    /// What to do about it.
    static func advice(on kind: BankFinding.Kind) -> String {
        switch kind {
        case .sameStem: "留下一題，其餘停用，或改寫題幹，讓每一題問的不同。"
        case .likeStem: "看看是不是同一題。問的相同就停用一題；問的不同，題幹要讓人一眼看出不同在哪裡。"
        case .answerInStem: "刪去題幹裡說出答案的文字。"
        case .keyInStem: "改寫題幹，或讓錯誤選項也用到題幹的文字。"
        case .longestIsRight: "把正確選項寫短，或把錯誤選項寫得一樣完整。"
        case .sweepingWord: "改寫幾題，讓這個字眼也出現在正確的選項或敘述裡，或換個說法。"
        case .filler: "換成同仁真的會弄錯的選項。"
        case .sameNumberOfAnswers: "改幾題的答案個數，讓人猜不到要選幾個。"
        case .oneSided: "把幾題改寫成相反的敘述，正確與錯誤各約一半。"
        case .labelInExplanation: "選項的順序會打亂，請寫出選項的文字，不要寫代號。"
        case .labelledChoices: "刪去選項文字裡的代號。"
        case .labelsInChoice: "改成複選題，或把內容寫出來；這樣的題目選項不會打亂。"
        case .fixedChoice: "放在最後一個，或改寫成具體的選項。"
        case .statementAsks: "改成一句敘述，或改成單選題。"
        case .privateCharacter: "請改用標準字，別的電腦才看得到。"
        }
    }

    /// What was found; the questions stand beside it.
    static func sentence(_ finding: BankFinding) -> String {
        switch finding.detail {
        case .sameStem: "\(finding.codes.count) 題的題幹相同（標點、全形半形與空白不計）。"
        case .likeStem(let percent): "題幹相近 \(percent)%。"
        case .warning(.sweepingWord(let word, let codes)):
            "「\(word)」在 \(codes.count) 題裡出現在錯誤的選項或敘述，正確的一次也沒有。"
        case .warning(.filler(let text, let codes)): "「\(text)」在 \(codes.count) 題的選項裡都是錯的，等於少了一個選項。"
        case .warning(let warning): warning.sentence
        case .problem(let problem): problem.sentence
        }
    }
}
