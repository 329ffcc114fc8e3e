/// Words for figures, in sentences for people who are no statisticians.
enum AnalysisTerms {
    static let title = "試題分析"
    static let list: Address = "/manage/analysis"

    /// What is known of a figure: its name, what it means, and when to act.
    struct Measure: Sendable {
        let name: String
        let meaning: String
        let advice: String
    }

    static let facility = Measure(
        name: "難易度 P", meaning: "這一題的分數，全體得到了幾成；愈低愈難。",
        advice: "低於 30% 看題意是否清楚、法令是否教過；高於 95% 的題目分不出誰會誰不會。")
    static let discrimination = Measure(
        name: "鑑別度 D", meaning: "總分最高與最低各 27% 的人，這一題的得分率相差多少；1 最好，0 分不出高下。",
        advice: "低於 0.20 檢討題意與選項；負數表示程度好的人反而答錯，先核對答案。")
    static let index = Measure(
        name: "鑑別指數", meaning: "這一題的得分與其餘各題總分的相關；愈高，愈能跟其他題一起分出高下。",
        advice: "30% 以上可以，低於 20% 偏弱，負數先核對答案。")
    static let efficiency = Measure(
        name: "鑑別效率", meaning: "以這一題的難易來說，鑑別得有多接近可能的最好。",
        advice: "很難或很容易的題目看這一項；低於 50% 再看選項的分布。")
    static let weight = Measure(
        name: "實際比重", meaning: "各人總分的差距，有多少是這一題造成的；各題合計 100%。",
        advice: "比其他題低很多，表示這一題幾乎沒有作用；「—」表示它與總分反向，先核對答案。")
    static let omitted = Measure(
        name: "未作答", meaning: "這一題留白的份數。", advice: "比其他題多很多時，看題意是否難懂，或作答時間是否不夠。")

    static let mean = Measure(
        name: "平均", meaning: "全體分數的平均。", advice: "低於 50 分或高於 75 分時，題目多半偏難或偏易；資格測驗本來就會偏高。")
    static let median = Measure(
        name: "中位數", meaning: "一半的人分數不高於它，一半不低於它。", advice: "與平均相差很多，表示有少數人的分數特別高或特別低。")
    static let deviation = Measure(
        name: "標準差", meaning: "分數離平均大約多遠。", advice: "12 到 18 分最能分出高下；太小表示大家的分數擠在一起。")
    static let skewness = Measure(
        name: "偏態", meaning: "分數往哪一邊拖尾：0 是左右對稱，負數是少數人特別低，正數是少數人特別高。",
        advice: "大於 1 表示多數人擠在低分，及格邊緣分不清楚。")
    static let kurtosis = Measure(
        name: "峰度", meaning: "分數集中的程度；常態分布是 0，愈大愈集中。", advice: "大於 1 表示很好、很差與普通的人分不太出來。")
    static let consistency = Measure(
        name: "內部一致性（Cronbach’s α）", meaning: "各題是不是在測同一件事；愈接近 100%，再考一次的結果愈會相同。",
        advice: "75% 以上可以；低於 64% 不要單憑分數作決定，先處理鑑別度低的題目。")
    static let errorRatio = Measure(
        name: "誤差比", meaning: "分數的差距裡，偶然的成分占標準差的幾成。", advice: "大於 50% 時，差幾分沒有意義。")
    static let standardError = Measure(
        name: "測量標準誤", meaning: "同一個人再考一次，分數大約會上下幾分。", advice: "及格線上下這個範圍內的人，及格與否要保守看待。")

    /// Why an exam has no figures yet.
    static func unfinished(_ exam: Exam) -> String { exam.reopenedAt == nil ? "測驗還沒有結束。" : "補考還沒有結束。" }

    static func percent(_ figure: Figure?) -> String { figure.map { "\($0.text)%" } ?? "—" }
    static func number(_ figure: Figure?) -> String { figure?.text ?? "—" }

    static func basis(_ basis: AnalysisBasis) -> String {
        switch basis {
        case .tooFew: "未滿 \(AnalysisBasis.leastShown) 份試卷，不顯示"
        case .rough: "未滿 \(AnalysisBasis.leastSound) 份，僅供參考"
        case .sound: ""
        }
    }
}

extension ItemFinding {
    var name: String {
        switch self {
        case .inverted: "程度好的反而答錯"
        case .nobodyRight: "沒有人答對"
        case .everybodyRight: "人人答對"
        case .unusedChoice: "有選項沒有人選"
        }
    }

    /// What the editor does about it.
    var advice: String {
        switch self {
        case .inverted: "先核對答案與現行法條；答案沒有錯，就看題意是否會讓懂的人想多了。"
        case .nobodyRight: "先核對答案；沒有錯，就把題意寫清楚，或補上這個主題的訓練。"
        case .everybodyRight: "每個人都會的題目分不出高下：加難、改寫，或停用。"
        case .unusedChoice: "把沒有人選的選項換成常見的錯誤，或刪去。"
        }
    }
}

extension NavigationEntry {
    /// The entry of the menu for those who may read the bank.
    static let analysis = NavigationEntry(
        icon: Icon.cells, title: AnalysisTerms.title, address: AnalysisTerms.list, action: .browseQuestions, place: 5)
}
