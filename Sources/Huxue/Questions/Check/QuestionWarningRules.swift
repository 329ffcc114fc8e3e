/// What helps people to guess, found in each question by itself and in the bank as a whole.
enum QuestionWarningRules {
    /// Fewer questions than this show no habit.
    private static let leastQuestions = 5
    /// In so many questions a sweeping word is a habit.
    private static let leastSweeping = 3
    /// In so many questions a filler is a habit.
    private static let leastFillers = 2
    /// In so many questions a whole choice that is always wrong is a filler, whatever it says.
    private static let leastRepeated = 4

    /// Warnings of single questions in the order of the files, then those of the whole bank.
    ///
    /// Retired questions do not count.
    static func warnings(of readings: [QuestionReading]) -> [QuestionWarning] {
        let questions = readings.filter(\.isDrawn)
        return questions.flatMap(warnings(ofOne:))
            + habits(of: questions.map(QuestionHabit.init)).map { QuestionWarning($0) }
    }

    /// Those of a question by itself.
    static func warnings(ofOne question: QuestionReading) -> [QuestionWarning] {
        privateCharacters(in: question) + warnings(of: question)
    }

    /// Those of a whole bank.
    static func habits(of questions: [QuestionHabit]) -> [QuestionWarning.Kind] {
        words(in: questions) + repeatedChoices(in: questions) + answers(of: questions) + statements(of: questions)
    }

    // MARK: One question

    private static func privateCharacters(in question: QuestionReading) -> [QuestionWarning] {
        let texts =
            [(QuestionField.stem, question.stem ?? "", question.stemLine)]
            + zip(QuestionField.choices, question.choices).map { ($0, $1.text, $1.line) }
            + [(.explanation, question.explanation ?? "", question.explanationLine)]
        return texts.flatMap { field, text, line in
            InvisibleText.privateCharacters(in: text).map {
                QuestionWarning(.privateCharacter($0.scalar, in: field), of: question, line: line)
            }
        }
    }

    private static func warnings(of question: QuestionReading) -> [QuestionWarning] {
        guard question.type != .trueFalse else { return [] }
        var warnings = question.choices.compactMap { choice -> QuestionWarning? in
            let kind: QuestionWarning.Kind? =
                if ChoiceTerms.namesOthers(choice.text) {
                    .labelsInChoice(choice.text)
                } else if ChoiceTerms.sumsUpOthers(choice.text) { .fixedChoice(choice.text) } else { nil }
            return kind.map { QuestionWarning($0, of: question, line: choice.line) }
        }
        if let text = keyInStem(of: question) {
            warnings.append(QuestionWarning(.keyInStem(text), of: question, line: question.stemLine))
        }
        if let choice = longestIsRight(in: question) {
            warnings.append(QuestionWarning(.longestIsRight(choice.text), of: question, line: choice.line))
        }
        return warnings
    }

    private static func keyInStem(of question: QuestionReading) -> String? {
        guard let stem = question.stem.map(QuestionWordingRules.comparable) else { return nil }
        let right = question.folded(right: true).map(QuestionWordingRules.comparable)
        let wrong = question.folded(right: false).map(QuestionWordingRules.comparable)
        guard !right.isEmpty, !wrong.isEmpty, right.allSatisfy({ $0.count > 1 && stem.contains($0) }),
            !wrong.contains(where: stem.contains)
        else { return nil }
        return question.answer
    }

    /// The right choice when all right ones are half as long again as any wrong one, and by six characters.
    private static func longestIsRight(in question: QuestionReading) -> QuestionReading.Line? {
        let wrong = question.folded(right: false).map(\.count).max() ?? 0
        guard wrong > 0, let right = question.folded(right: true).map(\.count).min(), right * 2 >= wrong * 3,
            right >= wrong + 6
        else { return nil }
        return question.choices(right: true).first
    }

    // MARK: The whole bank

    private static func words(in questions: [QuestionHabit]) -> [QuestionWarning.Kind] {
        let right = questions.reduce(into: Set<Int>()) { $0.formUnion($1.rightWords) }
        var codes: [Int: [String]] = [:]
        for question in questions {
            for place in question.wrongWords.subtracting(right) { codes[place, default: []].append(question.code) }
        }
        return QuestionWordingTerms.guessed.enumerated().compactMap { place, word in
            let (codes, isSweeping) = (codes[place] ?? [], place < QuestionWordingTerms.sweeping.count)
            guard codes.count >= (isSweeping ? leastSweeping : leastFillers) else { return nil }
            return isSweeping ? .sweepingWord(word, codes: codes) : .filler(word, codes: codes)
        }
    }

    /// Whole choices that are wrong in many questions and right in none.
    ///
    /// Numbers are left out: the same amounts and periods are offered again and again, and rightly so.
    private static func repeatedChoices(in questions: [QuestionHabit]) -> [QuestionWarning.Kind] {
        var codes: [String: [String]] = [:]
        var typed: [String: String] = [:]
        var right: Set<String> = []
        for question in questions {
            right.formUnion(question.right)
            for choice in question.wrong {
                codes[choice.folded, default: []].append(question.code)
                typed[choice.folded] = choice.typed
            }
        }
        let told = QuestionWordingTerms.fillers
        let fillers = codes.filter { text, codes in
            codes.count >= leastRepeated && !right.contains(text) && !told.contains(where: text.contains)
                && !text.unicodeScalars.contains { $0.properties.numericType != nil }
                && !ChoiceTerms.sumsUpOthers(text) && !ChoiceTerms.namesOthers(text)
        }
        return fillers.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.map {
            .filler(typed[$0.key] ?? $0.key, codes: $0.value)
        }
    }

    private static func answers(of questions: [QuestionHabit]) -> [QuestionWarning.Kind] {
        let counts = questions.filter { $0.type == .multiple }.compactMap(\.keyCount)
        let most = Dictionary(grouping: counts) { $0 }.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }
        guard counts.count >= leastQuestions, let most, most.value.count * 5 >= counts.count * 4 else { return [] }
        return [.sameNumberOfAnswers(most.key, count: most.value.count, total: counts.count)]
    }

    private static func statements(of questions: [QuestionHabit]) -> [QuestionWarning.Kind] {
        let answers = questions.compactMap(\.isTrue)
        let count = answers.count { $0 }
        let (answer, most) = count * 2 >= answers.count ? (true, count) : (false, answers.count - count)
        guard answers.count >= leastQuestions, most * 5 > answers.count * 3 else { return [] }
        return [.oneSided(answer, count: most, total: answers.count)]
    }
}
