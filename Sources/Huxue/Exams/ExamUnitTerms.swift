/// Words for the exams and programmes that prevent the removal of a unit or a topic.
enum ExamUnitTerms {
    static func obstacle(exams titles: [String]) -> String? {
        titles.isEmpty ? nil : "測驗 \(titles.count) 個（\(AccountTerms.listed(titles))）"
    }

    static func obstacle(drafts titles: [String]) -> String? {
        titles.isEmpty ? nil : "測驗草稿 \(titles.count) 份（\(AccountTerms.listed(titles))）"
    }

    static func obstacle(programmeItems count: Int) -> String? {
        count == 0 ? nil : "年度測驗計畫 \(count) 項"
    }
}
