/// The scoring rules, in the same words on every page before and after a test.
enum ExamWords {
    static let multipleRule = "複選題 n 個選項中判斷錯誤 k 個，得該題分數的（n－2k）／n，最低 0 分；未作答 0 分。"

    static let examineeAnswer = "應試者作答"

    static let scoringRules = [
        "單選題、是非題：答對得該題全部分數，答錯或未作答 0 分，不倒扣。",
        multipleRule,
        "總分四捨五入到小數第 2 位，以此判定及格。",
    ]
}
