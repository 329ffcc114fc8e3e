/// One page of a long list.
struct Paging: Sendable {
    /// From 1; never beyond the last.
    let page: Int
    /// How many rows stand on a page.
    let size: Int
    /// How many rows there are on all pages.
    let total: Int

    /// `asked`: the page that somebody wants; nil for the first, and one that is too high is the last.
    init(_ asked: Int?, size: Int, total: Int) {
        self.size = size
        self.total = total
        page = min(max(1, asked ?? 1), max(1, (total + size - 1) / size))
    }

    /// How many rows stand before it.
    var offset: Int { (page - 1) * size }

    /// Those that stand on it, of all rows.
    func part<Row>(of rows: [Row]) -> ArraySlice<Row> { rows.dropFirst(offset).prefix(size) }

    var last: Int { max(1, (total + size - 1) / size) }
}
