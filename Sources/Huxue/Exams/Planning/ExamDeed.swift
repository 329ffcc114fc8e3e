/// What a manager has just done.
enum ExamDeed: String, CaseIterable, Deed {
    case created, changed, published, extended, closed, released, deleted, accommodated, programmeSaved, reminded,
        settingSaved
}

extension ExamDeed {
    /// What was done to an exam.
    ///
    /// Nil when the exam is not in the state that the deed leaves: the deed comes from the page's address, which
    /// anybody can type.
    func sentence(of exam: Exam, standing: ExamStanding) -> String? {
        switch (self, exam.state) {
        case (.created, .draft): "已建立草稿，還沒有發布。"
        case (.changed, .draft): "已儲存修改，仍是草稿。"
        case (.published, .published): "已發布「\(exam.plan.title)」，\(standing.roster) 人應試。"
        case (.extended, .published): "已延長應試期間，到 \(ROCDate.withTime(exam.plan.closes)) 截止。"
        case (.closed, .closed): "已結束「\(exam.plan.title)」，\(standing.submitted) 人交卷，\(standing.notStarted) 人未應試。"
        case (.released, _) where exam.hasEnded && exam.releasedAt != nil:
            "已公布成績，交卷的 \(standing.submitted) 人現在看得到自己的分數與答案。"
        default: nil
        }
    }

    static let deletedSentence = "已刪除草稿。"
    static let programmeSentence = "已儲存年度測驗計畫。"

    /// Confirms that an examinee's accommodation was saved; `words` describes it, nil for none.
    static func accommodated(_ name: String, _ words: String?) -> String {
        "已儲存\(name)的請假、補考、延長時間：\(words ?? "與其他同仁相同")。"
    }
}
