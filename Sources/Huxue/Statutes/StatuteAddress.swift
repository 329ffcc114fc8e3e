/// Where statutes, articles and comparisons stand on this site.
enum StatuteAddress {
    static func statute(_ pcode: String) -> Address { "/statutes/\(segment: pcode)" }

    static func article(_ pcode: String, _ number: ArticleNumber) -> Address {
        "/statutes/\(segment: pcode)/articles/\(segment: number.plain)"
    }

    /// Where the announcement of an amendment is drafted.
    static func announcement(_ pcode: String) -> Address { "\(statute(pcode))/announcement" }

    /// The comparison of two editions, by their numbers.
    static func comparison(_ pcode: String, from old: Int, to new: Int) -> Address {
        Address("/statutes/\(segment: pcode)/comparison").with([("from", "\(old)"), ("to", "\(new)")])
    }
}
