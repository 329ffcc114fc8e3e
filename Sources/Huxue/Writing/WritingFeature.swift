/// What all editors share: drafts, comparison and merging.
struct WritingFeature: Feature {
    let migrations = DraftSchema.migrations
}
