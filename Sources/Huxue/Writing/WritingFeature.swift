/// What everybody needs who writes here: drafts, comparison, merging.
struct WritingFeature: Feature {
    let migrations = DraftSchema.migrations
}
