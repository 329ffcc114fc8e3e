/// A file of the ministry's that somebody sent by page, from its check to what became of it.
struct StatuteUpload: Sendable {
    enum State: String, CaseIterable, Sendable {
        /// Being read for the first time.
        case checking
        /// Its preview stands and waits for a yes.
        case ready
        /// It cannot be read as the ministry's.
        case refused
        /// Being brought in.
        case running
        case done
        /// The machine failed on the way; what was written stays.
        case failed
        /// The server ended on the way, and the file went with it.
        case interrupted
        /// Another file was sent in its place.
        case replaced

        var isUnderWay: Bool { self == .checking || self == .running }
    }

    /// What an import did.
    struct Outcome: Equatable, Sendable {
        let added: Int
        let amended: Int
        /// See `StatuteImport.regrouped`.
        let regrouped: Int
        let same: Int
        let older: Int
        let flags: Int
    }

    let id: ID<StatuteUpload>
    let account: ID<Account>
    /// The login of whoever sent it.
    let by: String
    let fileName: String
    let followedOnly: Bool
    let state: State
    let sentAt: Moment
    /// When somebody said yes.
    let startedAt: Moment?
    let endedAt: Moment?
    /// 更新日期 of the file.
    let published: Day?
    /// Why it was refused or failed; empty otherwise.
    let problem: String
    /// Nil until it is done.
    let outcome: Outcome?

    /// How the amended statutes of a finished import are compared with what they were.
    struct Amended: Sendable {
        let pcode: String
        let name: String
        /// Of its version, from 1.
        let number: Int
        /// Whether lines of its articles moved to other paragraphs, and nothing else.
        var isRegroupedOnly = false

        var comparison: Address { StatuteAddress.comparison(pcode, from: number - 1, to: number) }
    }
}
