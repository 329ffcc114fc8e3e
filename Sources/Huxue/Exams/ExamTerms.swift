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
                .analysis,
            ]),
    ]
}

/// Words for exams, on pages and in commands.
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

    /// The name of a part of the year, from 1, such as `第 4 季` or `下半年`.
    func name(ofPart part: Int) -> String {
        switch self {
        case .quarter: "第 \(part) 季"
        case .half: part == 1 ? "上半年" : "下半年"
        case .year: "全年"
        }
    }
}

extension BlueprintShortage {
    /// Which cell it is and how many questions are missing: `姓名　應用：要 3 題，題庫可用 1 題，不足 2 題`.
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
    /// Once the exam has ended, somebody who has not started is said to have missed it.
    func name(of exam: Exam) -> String {
        switch self {
        case .notStarted: exam.hasEnded ? "未應試" : "未開始"
        case .open: "作答中"
        case .submitted: "已交卷"
        case .excused: "請假"
        }
    }
}

extension MakeUpState {
    var name: String {
        switch self {
        case .awaited: "待補考"
        case .open: "補考作答中"
        case .submitted: "補考已交卷"
        case .missed: "未補考"
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
