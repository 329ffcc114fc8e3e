/// Who takes part in a meeting, as it is typed.
struct ProposalMeetingForm: Hashable, Sendable {
    var place = ""
    var chair = ""
    /// One on each line.
    var attendees = ""
    var guests = ""
    var remarks = ""

    init() {}

    init(_ form: Form) throws {
        place = try form.text("place")
        chair = try form.text("chair")
        attendees = try form.text("attendees")
        guests = try form.text("guests")
        remarks = try form.text("remarks")
    }

    init(_ meeting: ProposalMeeting) {
        place = meeting.place
        chair = meeting.chair?.choice.text ?? ""
        attendees = meeting.attendees.map(\.choice.text).joined(separator: "\n")
        guests = meeting.guests
        remarks = meeting.remarks
    }
}
