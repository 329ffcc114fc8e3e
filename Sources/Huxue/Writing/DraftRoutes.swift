import HTTPTypes
import Hummingbird

/// Answers to the editor's script, which stores drafts while somebody is typing.
enum DraftRoutes {
    /// Whether the script sent the request, as a header shows; a form sent without the script needs a page as answer.
    static func isScript(_ request: Request) -> Bool { request.headers[.huxueSequence] != nil }

    /// Answers that the draft was stored, with its new mark.
    static func kept(at time: Moment) throws -> WebResponse {
        try .json(["saved": ROCDate.seconds(time), "seen": "\(time)"])
    }

    /// Answers that another window has stored a different text, at `time`.
    static func elsewhere(_ time: Moment) throws -> WebResponse {
        var answer = try WebResponse.json([
            "problem": WritingRefusal.draftElsewhere(time).sentence, "seen": "\(time)",
        ])
        answer.status = .conflict
        return answer
    }
}
