/// Where statutes, articles and comparisons stand on this site.
enum StatuteAddress {
    static func statute(_ pcode: String) -> Address { "/statutes/\(segment: pcode)" }

    static func article(_ pcode: String, _ number: ArticleNumber) -> Address {
        "/statutes/\(segment: pcode)/articles/\(segment: number.plain)"
    }

    /// Where the announcement of an amendment is drafted.
    static func announcement(_ pcode: String) -> Address { "\(statute(pcode))/announcement" }

    /// Where a number of an article is looked up.
    static func articles(_ pcode: String) -> Address { "/statutes/\(segment: pcode)/articles" }

    static func chapter(_ pcode: String, _ number: Int) -> Address { "/statutes/\(segment: pcode)/chapters/\(number)" }

    static func history(_ pcode: String) -> Address { "/statutes/\(segment: pcode)/history" }

    static func comparison(_ pcode: String) -> Address { "/statutes/\(segment: pcode)/comparison" }

    /// The comparison of two editions, by their numbers; a later page of a long one.
    static func comparison(_ pcode: String, from old: Int, to new: Int, page: Int = 1) -> Address {
        comparison(pcode).with([("from", "\(old)"), ("to", "\(new)"), ("page", page > 1 ? "\(page)" : "")])
    }
}
