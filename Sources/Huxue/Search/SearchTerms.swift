/// Words of the search.
enum SearchTerms {
    /// Where articles are that the office does not keep.
    static let elsewhere = "全國法規資料庫"
}
