/// The form of one examinee's accommodation.
enum AccommodationFormViews {
    /// The fields as they were typed.
    struct Fields: Sendable {
        var extraMinutes = ""
        var isExcused = false
        /// Whether the window below is meant; on a closed exam it always is.
        var isMakeUp = false
        var opens = ""
        var closes = ""

        /// `window`: what to fill in for a make-up, whether or not there is one.
        init(_ accommodation: Accommodation?, window: (opens: Moment, closes: Moment)) {
            isMakeUp = accommodation?.opens != nil
            opens = ROCDate.field(window.opens)
            closes = ROCDate.field(window.closes)
            guard let accommodation else { return }
            extraMinutes = accommodation.extraMinutes == 0 ? "" : "\(accommodation.extraMinutes)"
            isExcused = accommodation.isExcused
        }

        init(_ form: Form) throws {
            extraMinutes = try form.text("extraMinutes")
            isExcused = form.has("isExcused")
            isMakeUp = form.has("makeUp")
            opens = try form.text("opens")
            closes = try form.text("closes")
        }

        /// - Throws: `ExamRefusal` when something cannot be read.
        func accommodation(exam: ID<Exam>, employee: ID<Employee>) throws(ExamRefusal) -> Accommodation {
            guard let minutes = extraMinutes.isEmpty ? 0 : Form.number(typed: extraMinutes) else {
                throw .accommodationInvalid(.extraMinutesNotInRange)
            }
            guard isMakeUp else {
                return Accommodation(
                    examID: exam, employeeID: employee, extraMinutes: minutes, isExcused: isExcused)
            }
            guard !opens.isEmpty, !closes.isEmpty else { throw .accommodationInvalid(.halfAWindow) }
            let times = (ROCDate.parseMoment(opens), ROCDate.parseMoment(closes))
            guard times.0 != nil, times.1 != nil else { throw .accommodationInvalid(.notAMoment) }
            return Accommodation(
                examID: exam, employeeID: employee, extraMinutes: minutes, isExcused: isExcused, opens: times.0,
                closes: times.1)
        }
    }

    static func form(
        _ exam: Exam, result: ExamResult, fields: Fields, problem: AccommodationProblem? = nil, now: Moment,
        chrome: Chrome
    ) -> HTML {
        let entry = result.entry
        let isUsedUp = result.passed == false && result.attempts >= exam.plan.attempts
        let list: Address = "\(ExamHeadViews.address(exam))/examinees"
        func error(_ field: String) -> String? { problem?.field == field ? problem?.sentence : nil }
        return ExamHeadViews.page(
            exam, tab: .examinees, title: "\(entry.name)的請假、補考、延長時間", now: now, chrome: chrome,
            content: """
                \(Component.errorSummary(problem.map { [($0.field, $0.sentence)] } ?? []))
                <form class="form" method="post" action="\(list)/\(entry.employee)" novalidate>\(Layout.token(chrome))
                <p>\(entry.staffNumber)　\(entry.unitName)　\(ExamHeadViews.badges(result, of: exam, now: now))</p>
                \(when: exam.state == .closed, reopening(exam))
                \(when: isUsedUp, furtherAttempt(exam))
                \(FieldViews.number("extraMinutes", label: "延長作答時間", value: fields.extraMinutes, unit: "分鐘", hint: "0 到 600；正在作答的同仁立即生效", error: error("extraMinutes")))
                \(FieldViews.check("isExcused", words: "請假，不列為未應試", isChosen: fields.isExcused))
                <fieldset class="stack"><legend class="label">補考期間（取代原來的應試期間）</legend>
                \(exam.state == .closed ? always : FieldViews.check("makeUp", words: "安排補考", isChosen: fields.isMakeUp))
                \(FieldViews.text("opens", label: "開始時間", value: fields.opens, hint: "民國年/月/日 時:分，例如 115/12/5 08:00", error: error("opens")))
                \(FieldViews.text("closes", label: "截止時間", value: fields.closes, error: error("closes")))</fieldset>
                <p class="row"><button class="button">\(exam.state == .closed ? "重新開放並安排補考" : "儲存")</button>\
                <a class="button button-quiet" href="\(list)">返回</a></p></form>
                """)
    }

    /// On a closed exam nothing but a make-up can be given.
    private static let always: HTML = "<input type=\"hidden\" name=\"makeUp\" value=\"1\">"

    /// What a make-up is to somebody who failed and has no attempt left.
    private static func furtherAttempt(_ exam: Exam) -> HTML {
        Component.banner(
            .info, "這位同仁不及格，應試次數也已用完。",
            "安排補考後可以再應試 1 次，取最高分。"
                + (exam.plan.draw == .shared ? "這次測驗全部同一份題目，補考的題目與原來相同。" : ""))
    }

    /// What a make-up on a closed exam does to everybody else.
    private static func reopening(_ exam: Exam) -> HTML {
        let answers = exam.plan.results == .atOnce ? "" : "補考會抽到的題目，答案與詳解在補考結束以前不顯示。"
        return Component.banner(
            .warn, "測驗已經結束，安排補考會重新開放到補考截止。",
            "只有安排補考的同仁可以應試；應試名單與已公布的分數不變。\(answers)補考截止後，測驗會自動結束。")
    }
}
