/// The list of versions of a written record, and the form that chooses two to compare.
enum WrittenVersionViews {
    /// The addresses of the versions of one record.
    struct Place: Sendable {
        /// The address of the list.
        let list: Address
        /// The address that compares two versions.
        let comparison: Address
        /// The address of a version; that of the list followed by its number where nothing else is said.
        var version: @Sendable (Int) -> Address

        init(list: Address, comparison: Address, version: (@Sendable (Int) -> Address)? = nil) {
            (self.list, self.comparison) = (list, comparison)
            self.version = version ?? { "\(list)/\($0)" }
        }

        func comparison(_ from: Int, _ to: Int) -> Address {
            comparison.with([("from", "\(from)"), ("to", "\(to)")])
        }
    }

    /// `versions`: the latest first.
    static func list(_ versions: [WrittenVersion], at place: Place) -> HTML {
        """
        \(when: versions.count > 1, chooser(versions, at: place))
        <div class="table-scroll"><table class="table"><caption class="visually-hidden">版本</caption><thead><tr>\
        <th scope="col" class="num">版</th><th scope="col">儲存時間</th><th scope="col">儲存的人</th>\
        <th scope="col">理由</th><th scope="col">與前一版</th></tr></thead><tbody>\
        \(each: versions, { row($0, at: place) })</tbody></table></div>
        """
    }

    private static func row(_ version: WrittenVersion, at place: Place) -> HTML {
        let number = version.number
        return """
            <tr><th scope="row" class="num"><a href="\(place.version(number))">\(number)</a></th>\
            <td>\(ROCDate.withTime(version.savedAt))</td><td>\(version.author)</td><td>\(version.reason)</td>\
            <td>\(when: number > 1, difference(number, at: place))</td></tr>
            """
    }

    private static func difference(_ number: Int, at place: Place) -> HTML {
        """
        <a href="\(place.comparison(number - 1, number))">看差異<span class="visually-hidden">：第 \(number) 版</span></a>
        """
    }

    /// `from` and `to`: the numbers of the compared versions; nil for the last two.
    static func chooser(
        _ versions: [WrittenVersion], from: Int? = nil, to: Int? = nil, at place: Place
    ) -> HTML {
        let latest = versions.first?.number ?? 1
        return """
            <form class="row" method="get" action="\(place.comparison)">\
            \(select("from", "原來", chosen: from ?? latest - 1, versions))\
            \(select("to", "改為", chosen: to ?? latest, versions))\
            <button class="button button-quiet">比較</button></form>
            """
    }

    private static func select(_ name: String, _ label: String, chosen: Int, _ versions: [WrittenVersion]) -> HTML {
        FieldViews.select(
            name, label: label,
            options: versions.map {
                let day = ROCDate.plain(ROCDate.day(of: $0.savedAt))
                return FieldViews.Option(value: "\($0.number)", words: "第 \($0.number) 版　\(day)")
            }, chosen: "\(chosen)", classes: "input input-auto")
    }
}
