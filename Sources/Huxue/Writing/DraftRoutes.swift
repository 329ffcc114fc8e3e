import HTTPTypes
import Hummingbird

/// Answers to the editor's script, which saves drafts while somebody writes.
enum DraftRoutes {
    /// The script says so in a header; buttons without it want a page.
    static func isScript(_ request: Request) -> Bool { request.headers[.huxueSequence] != nil }

    /// That the draft was kept, and the mark by which the window knows it.
    static func kept(at time: Moment) throws -> WebResponse {
        try .json(["saved": ROCDate.seconds(time), "seen": "\(time)"])
    }

    /// That another window has kept something else since, at `time`.
    static func elsewhere(_ time: Moment) throws -> WebResponse {
        var answer = try WebResponse.json([
            "problem": WritingRefusal.draftElsewhere(time).sentence, "seen": "\(time)",
        ])
        answer.status = .conflict
        return answer
    }
}
