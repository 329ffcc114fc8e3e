/// The whole schema: every feature's steps, in the order in which they were made.
enum Schema {
    static let migrations =
        GenerationSchema.migrations + AccountSchema.migrations + QuestionSchema.migrations + ExamSchema.migrations
        + StatuteSchema.migrations + PageSchema.migrations + AnnouncementSchema.migrations + FeedSchema.migrations

    static let invariants =
        AccountSchema.invariants + QuestionSchema.invariants + ExamSchema.invariants
        + StatuteSchema.invariants + PageSchema.invariants + AnnouncementSchema.invariants
}
