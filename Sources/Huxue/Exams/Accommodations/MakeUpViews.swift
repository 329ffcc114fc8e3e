/// 補考 as managers see it: who has one, who has sat it, and when.
enum MakeUpViews {
    /// Whether this examinee has sat the make-up; empty without one.
    static func badge(_ result: ExamResult, in exam: Exam, now: Moment) -> HTML {
        guard let state = result.makeUp?.state(in: exam, now: now) else { return .empty }
        return switch state {
        case .awaited: Component.badge(icon: Icon.clock, state.name)
        case .open: Component.badge(.info, state.name)
        case .submitted: Component.badge(.pass, state.name)
        case .missed: Component.badge(.fail, state.name)
        }
    }

    /// How many of an exam's make-ups were sat, with a link to the people; empty when there are none.
    static func section(_ counts: [MakeUpState: Int], at examinees: Address) -> HTML {
        let total = counts.values.reduce(0, +)
        guard total > 0 else { return .empty }
        return """
            <section class="stack-tight" aria-labelledby="make-ups"><h2 id="make-ups">補考</h2>\
            <p>安排 \(total) 人：\(words(counts))。<a class="no-print" href="\(list(examinees))">看補考名單</a></p></section>
            """
    }

    /// The examinees who have a make-up, as the page of examinees lists them.
    static func list(_ examinees: Address) -> Address {
        examinees.with([("state", AccommodationViews.Query.makeUps)])
    }

    private static func words(_ counts: [MakeUpState: Int]) -> String {
        MakeUpState.allCases.filter { $0 == .submitted || counts[$0, default: 0] > 0 }
            .map { "\($0.name) \(counts[$0, default: 0]) 人" }.joined(separator: "，")
    }
}
