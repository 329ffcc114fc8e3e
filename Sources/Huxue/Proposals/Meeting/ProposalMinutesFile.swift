/// The minutes as a document that an office can file and edit.
enum ProposalMinutesFile {
    static func name(of minutes: ProposalMinutes) -> String { "\(ProposalMinutesTerms.title(of: minutes)).odt" }

    static func odt(_ minutes: ProposalMinutes) -> [UInt8] {
        var document = TextDocument(title: ProposalMinutesTerms.title(of: minutes))
        document.table(ProposalMinutesTerms.facts(of: minutes).map { [[$0.name], $0.lines] })
        document.heading(2, ProposalMinutesTerms.items)
        for item in minutes.items {
            document.heading(3, item.name)
            document.table(ProposalMinutesTerms.facts(of: item, in: minutes).map { [[$0.name], $0.lines] })
        }
        if !minutes.meeting.remarks.isEmpty {
            document.heading(2, ProposalMeetingTerms.name(of: .remarks))
            for line in Form.lines(typed: minutes.meeting.remarks) { document.paragraph(line) }
        }
        return document.bytes()
    }
}
