/// What minutes say, on the page as in the document.
enum ProposalMinutesTerms {
    /// A heading with its lines.
    typealias Fact = (name: String, lines: [String])

    static let items = "提案與決議"

    static func title(of minutes: ProposalMinutes) -> String { "\(minutes.call.plan.title)評審會議紀錄" }

    static func facts(of minutes: ProposalMinutes) -> [Fact] {
        let meeting = minutes.meeting
        var facts: [Fact] = [
            ("機關", [minutes.call.unitName]),
            (
                "時間",
                [ROCDate.withTime(minutes.begun) + (minutes.ended.map { " 至 \(ROCDate.withTime($0))" } ?? "")]
            ),
        ]
        if !meeting.place.isEmpty { facts.append(("地點", [meeting.place])) }
        if let chair = meeting.chair { facts.append(("主席", [person(chair)])) }
        facts.append(("出席", [meeting.attendees.map(person).joined(separator: "、")]))
        if !meeting.guests.isEmpty { facts.append(("列席", Form.lines(typed: meeting.guests))) }
        facts.append(("紀錄", [[meeting.begunBy, meeting.closedBy].compactMap { $0 }.uniqued.joined(separator: "、")]))
        facts.append(("排名方法", [ProposalCallTerms.name(of: minutes.method)]))
        if !meeting.earlyReason.isEmpty { facts.append(("評分未齊即開會的理由", Form.lines(typed: meeting.earlyReason))) }
        return facts
    }

    private static func person(_ member: StaffMember) -> String {
        member.employee.position.isEmpty ? member.employee.name : "\(member.employee.name)\(member.employee.position)"
    }

    static func facts(of item: ProposalMinutes.Item, in minutes: ProposalMinutes) -> [Fact] {
        var facts: [Fact] = []
        if !item.authors.isEmpty { facts.append(("提案人", [item.authors.joined(separator: "、")])) }
        if !item.merged.isEmpty { facts.append(("併入", [item.merged.joined(separator: "、")])) }
        let rank = item.standing.map {
            "\(ProposalMeetingTerms.rank($0))（\(RankingViews.text($0.value))）"
        }
        facts.append(("名次", [rank ?? "沒有評分"]))
        if !item.left.isEmpty { facts.append(("迴避離席", [item.left.joined(separator: "、")])) }
        if !item.notes.isEmpty { facts.append(("討論", Form.lines(typed: item.notes))) }
        guard let decision = item.decision else { return facts + [("決議", ["還沒有決議"])] }
        let award = ProposalMeetingViews.award(decision, of: minutes.call)
        facts.append(("決議", [ProposalMeetingTerms.name(of: decision.outcome)]))
        facts.append(("理由", Form.lines(typed: decision.reasons)))
        if !award.isEmpty { facts.append(("獎項", [award])) }
        return facts
    }
}

extension [String] {
    /// Each once, in the order in which it first stands.
    fileprivate var uniqued: [String] { reduce(into: []) { if !$0.contains($1) { $0.append($1) } } }
}
