import GRDB

/// A feature that refers to topics of the bank by name and must be asked or told when they change.
protocol TopicFollower: Sendable {
    /// The feature's records that go by the topic and can still change, in words; empty when there are none.
    static func uses(of topic: String, in db: Database) throws -> [String]

    /// Updates these records after a topic was renamed or has gone into another; `name`: what it is called now.
    static func follow(_ topic: String, as name: String, by acting: ActionContext, in db: Database) throws
}
