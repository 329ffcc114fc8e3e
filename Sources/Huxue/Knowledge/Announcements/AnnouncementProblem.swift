/// Something wrong with what a sender asked for.
enum AnnouncementProblem: Hashable, Sendable {
    case stranger(AudienceStranger)
    case nobody
    /// The chosen audience has nobody in service.
    case nobodyInService
    case deadlineOver(Day)
    case notADay
    case tooMany(field: String, limit: Int)

    /// The id of the field.
    var field: String {
        switch self {
        case .stranger(.unit), .nobody, .nobodyInService: "units"
        case .stranger(.position): "positions"
        case .stranger(.employee): "employees"
        case .stranger(.excepted): "except"
        case .stranger(.namesakes(_, _, let field)), .stranger(.misnamed(_, _, let field)): field
        case .deadlineOver, .notADay: "deadline"
        case .tooMany(let field, _): field
        }
    }

    var sentence: String {
        switch self {
        case .stranger(.unit(let name)): "單位「\(name)」不在發出單位之內，請更正或刪除"
        case .stranger(.position(let name)): "發出單位沒有職稱是「\(name)」的同仁，請更正或刪除"
        case .stranger(.employee(let text)), .stranger(.excepted(let text)):
            "發出單位沒有員工編號或姓名是「\(text)」的同仁，請更正或刪除"
        case .stranger(.namesakes(let name, let people, _)): AccountTerms.severalOfName(name, people)
        case .stranger(.misnamed(let person, let name, _)): AccountTerms.misnamed(person, name: name)
        case .tooMany("employees", let limit): "另外指定的同仁最多 \(limit) 位，請改選單位或職稱"
        case .tooMany("except", let limit): "排除的同仁最多 \(limit) 位，請縮小單位或職稱的範圍"
        case .tooMany(_, let limit): "單位與職稱最多各選 \(limit) 個，請改選上一層的單位"
        case .nobody: "請選擇對象：至少一個單位、一種職稱或一位同仁"
        case .nobodyInService: "選到的對象裡沒有在職同仁，請放寬單位、職稱或「只取臨櫃同仁」"
        case .deadlineOver(let today): "確認期限不能早於今天，請改填 \(ROCDate.plain(today)) 或之後的日期"
        case .notADay: "確認期限請寫成 115/12/31 的樣子（民國年/月/日）"
        }
    }
}

/// Everything that was wrong; nothing was sent.
struct AnnouncementProblems: Refusal {
    let problems: [AnnouncementProblem]

    var kind: RefusalKind { .invalid }
    var sentence: String { problems.map { $0.sentence + "。" }.joined() + "公告沒有發出。" }
}
