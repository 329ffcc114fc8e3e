/// The fields of an exam's plan, by the names that the form uses and in its order.
enum ExamField: String, CaseIterable, Sendable {
    case title, unit, kind, opens, closes, minutes, passMark, attempts, blueprint, codes
    case examinees, positions, employees, except, draw, layout, results
}

extension ExamField {
    var name: String {
        switch self {
        case .title: "測驗名稱"
        case .unit: "主辦單位"
        case .kind: "種類"
        case .opens: "開始時間"
        case .closes: "截止時間"
        case .minutes: "作答時間"
        case .passMark: "及格分數"
        case .attempts: "應試次數"
        case .draw: "抽題方式"
        case .layout: "題目呈現"
        case .results: "成績公布"
        case .blueprint: "細目表"
        case .codes: "指定試題"
        case .examinees: "應試對象"
        case .positions: "職稱"
        case .employees: "另外指定的同仁"
        case .except: "排除的同仁"
        }
    }
}
