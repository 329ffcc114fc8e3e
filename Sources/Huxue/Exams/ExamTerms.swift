/// Words of tests.
enum ExamTerms {
    static let wrongScore = "成績與作答不符"
    static let unreadablePlan = "測驗的設定無法讀取"

    static let navigation = [
        NavigationGroup(
            name: NavigationGroup.own,
            entries: [NavigationEntry(icon: Icon.test, title: "測驗", address: "/exams", place: 1)]),
        NavigationGroup(
            name: QuestionTerms.navigationGroup,
            headings: [
                NavigationHeading(action: .manageExams, title: "測驗承辦", place: 1),
                NavigationHeading(action: .readCompliance, title: "查閱成績", place: 3),
            ],
            entries: [
                NavigationEntry(
                    icon: Icon.year, title: "年度測驗", address: "/manage/exams", action: .manageExams, place: 1),
                NavigationEntry(
                    icon: Icon.results, title: "測驗成績", address: "/manage/results", action: .readCompliance, place: 4),
            ]),
    ]
}

/// The words in which exams are spoken of, on pages and in commands.
extension ExamKind {
    var name: String {
        switch self {
        case .quarterlyQuiz: "法令小考"
        case .semiannualTest: "戶政法令測驗"
        case .counterQualification: "臨櫃資格測驗"
        case .practice: "練習"
        }
    }
}

extension ExamState {
    var name: String {
        switch self {
        case .draft: "草稿"
        case .published: "已發布"
        case .closed: "已結束"
        }
    }
}

extension DrawKind {
    var name: String {
        switch self {
        case .perExaminee: "各人各自抽題"
        case .shared: "全部同一份題目"
        }
    }
}

extension ExamLayout {
    var name: String {
        switch self {
        case .onePage: "全部題目在同一頁"
        case .oneByOne: "一頁一題"
        }
    }
}

extension ResultsRelease {
    var name: String {
        switch self {
        case .atOnce: "交卷後立即"
        case .afterClose: "測驗結束後"
        case .whenAnnounced: "由承辦人公布"
        }
    }
}

extension ProgrammePeriod {
    var name: String {
        switch self {
        case .quarter: "每季"
        case .half: "每半年"
        case .year: "全年"
        }
    }

    /// A part by its name, as `第 4 季` or `下半年`.
    func name(ofPart part: Int) -> String {
        switch self {
        case .quarter: "第 \(part) 季"
        case .half: part == 1 ? "上半年" : "下半年"
        case .year: "全年"
        }
    }
}

extension ExamDeed {
    /// What was done to an exam; nil where the exam is not as the deed leaves it, so that no address tells a story.
    func sentence(of exam: Exam, standing: ExamStanding) -> String? {
        switch (self, exam.state) {
        case (.created, .draft): "已建立草稿，還沒有發布。"
        case (.changed, .draft): "已儲存修改，仍是草稿。"
        case (.published, .published): "已發布「\(exam.plan.title)」，\(standing.roster) 人應試。"
        case (.extended, .published): "已延長應試期間，到 \(ROCDate.withTime(exam.plan.closes)) 截止。"
        case (.closed, .closed): "已結束「\(exam.plan.title)」，\(standing.submitted) 人交卷，\(standing.notStarted) 人未應試。"
        case (.released, .closed) where exam.releasedAt != nil:
            "已公布成績，交卷的 \(standing.submitted) 人現在看得到自己的分數與答案。"
        default: nil
        }
    }

    static let deletedSentence = "已刪除草稿。"
    static let programmeSentence = "已儲存年度測驗計畫。"

    /// What one examinee may have apart now; nil for nothing.
    static func accommodated(_ name: String, _ words: String?) -> String {
        "已儲存\(name)的應試條件：\(words ?? "與其他同仁相同")。"
    }
}

extension BlueprintShortage {
    /// Which cell it is and what it lacks: `姓名　應用：要 3 題，題庫只有 1 題，不足 2 題`.
    var sentence: String {
        let waiting = held > 0 ? "（另有 \(held) 題因法規修正待複核，不列入抽題）" : ""
        guard let topic else {
            let named = missing.joined(separator: "、")
            return held == 0
                ? "指定的試題不在題庫或已停用：\(named)" : "指定的試題不在題庫、已停用或待複核：\(named)（其中 \(held) 題因法規修正待複核）"
        }
        let cell = level.map { "\(topic)　\(QuestionTerms.name(of: $0))" } ?? "\(topic)　不分層次"
        return "\(cell)：要 \(wanted) 題，題庫可用 \(available) 題，不足 \(wanted - available) 題\(waiting)"
    }
}

extension ResultState {
    /// Once nobody can begin any more, not to have begun is to have missed it.
    func name(of exam: Exam) -> String {
        switch self {
        case .notStarted: exam.hasEnded ? "未應試" : "未開始"
        case .open: "作答中"
        case .submitted: "已交卷"
        case .excused: "請假"
        }
    }
}

extension ResultFilter {
    func name(of exam: Exam) -> String {
        switch self {
        case .all: "全部"
        case .passed: "及格"
        case .failed: "不及格"
        case .waiting: "未交卷"
        case .submitted: ResultState.submitted.name(of: exam)
        case .excused: ResultState.excused.name(of: exam)
        case .notStarted: ResultState.notStarted.name(of: exam)
        case .open: ResultState.open.name(of: exam)
        }
    }
}
