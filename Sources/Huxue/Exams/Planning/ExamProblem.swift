/// Something wrong in one field of an exam's plan.
struct ExamProblem: Hashable, Sendable {
    let field: ExamField
    let kind: Kind

    enum Kind: Hashable, Sendable {
        case noTitle
        case titleTooLong(limit: Int)
        case titleHasControls
        case titleTurns(String)
        case notAMoment
        case closesTooEarly(opens: Moment)
        case notInRange(ClosedRange<Int>, unit: String)
        case unknownValue(String)
        case blueprintEmpty
        case cellNotInRange(limit: Int)
        case tooManyQuestions(limit: Int)
        case nobodyChosen
        case tooManyEntries(limit: Int)
        case unit(UnitRefusal)
        case unitNotHere(String)
        case positionNotHere(String)
        case personNotHere(String)
        case severalOfName(String, [PersonChoice])
        case misnamed(PersonChoice, name: String)
    }
}

extension ExamProblem {
    init(_ field: ExamField, _ kind: Kind) {
        self.init(field: field, kind: kind)
    }

    init(_ stranger: AudienceStranger) {
        switch stranger {
        case .unit(let name): self.init(.examinees, .unitNotHere(name))
        case .position(let name): self.init(.positions, .positionNotHere(name))
        case .employee(let text): self.init(.employees, .personNotHere(text))
        case .excepted(let text): self.init(.except, .personNotHere(text))
        case .namesakes(let name, let people, let field):
            self.init(field == "except" ? .except : .employees, .severalOfName(name, people))
        case .misnamed(let person, let name, let field):
            self.init(field == "except" ? .except : .employees, .misnamed(person, name: name))
        }
    }

    /// What to do about it.
    var sentence: String {
        switch kind {
        case .noTitle: "請填寫測驗名稱"
        case .titleTooLong(let limit): "測驗名稱最多 \(limit) 個字，請縮短"
        case .titleHasControls: "測驗名稱只能有一行，請刪除換行與看不見的字元"
        case .titleTurns(let title): InvisibleText.sentence(onTurnsIn: title, in: "測驗名稱") ?? ""
        case .notAMoment: "\(field.name)請寫成 115/11/30 17:30 的樣子（民國年/月/日 時:分）"
        case .closesTooEarly(let opens): "截止時間要晚於開始時間，請改在 \(ROCDate.withTime(opens)) 之後"
        case .notInRange(let range, let unit):
            "\(field.name)請填 \(range.lowerBound) 到 \(range.upperBound) \(unit)"
        case .unknownValue(let value): "\(field.name)沒有「\(value)」這個選擇，請重新選擇"
        case .blueprintEmpty: "細目表是空的，請至少填一題"
        case .cellNotInRange(let limit): "細目表每一格請填 1 到 \(limit) 題，不出題的格子留空白"
        case .tooManyQuestions(let limit): "一份試卷最多 \(limit) 題，請減少題數"
        case .nobodyChosen: "請選擇應試對象：至少一個單位、一種職稱或一位同仁"
        case .tooManyEntries(let limit): "\(field.name)最多 \(limit) 項，請改選上一層的單位或職稱"
        case .unit(let refusal): refusal.sentence
        case .unitNotHere(let name): "單位「\(name)」不在主辦單位之內，請更正或刪除"
        case .positionNotHere(let name): "主辦單位沒有職稱是「\(name)」的在職同仁，請更正或刪除"
        case .personNotHere(let text): "主辦單位沒有員工編號或姓名是「\(text)」的同仁，請更正或刪除"
        case .severalOfName(let name, let people): AccountTerms.severalOfName(name, people)
        case .misnamed(let person, let name): AccountTerms.misnamed(person, name: name)
        }
    }
}

/// Something wrong in an exam's file, on its line.
struct ExamFileProblem: Hashable, Sendable {
    let line: Int
    let kind: Kind

    enum Kind: Hashable, Sendable {
        case yaml(String)
        case plan(ExamProblem)
        case field(YAMLFieldProblem)
        case notAListOfText
        case questionsStandAlone
    }
}

extension ExamFileProblem: CustomStringConvertible {
    var description: String { "第 \(line) 行：\(kind.sentence)" }
}

extension ExamFileProblem.Kind {
    var sentence: String {
        switch self {
        case .yaml(let sentence): sentence
        case .plan(let problem): problem.sentence + "。"
        case .field(let problem): problem.sentence
        case .notAListOfText: "這裡要填文字的清單，例如 [甲, 乙]。"
        case .questionsStandAlone: "指定試題（questions）要單獨一項，不能與 topic、level、count 寫在一起。"
        }
    }
}
