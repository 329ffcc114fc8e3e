/// The versions of something that people write: a list of them, and a choice of two to compare.
enum WrittenVersionViews {
    /// Where the versions of one thing stand.
    struct Place: Sendable {
        /// The list; below it each version by its number.
        let list: Address
        /// Two of them side by side.
        let comparison: Address

        func version(_ number: Int) -> Address { "\(list)/\(number)" }

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

    /// `from` and `to`: those that are compared; nil for the last two.
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
        """
        <div class="field"><label for="\(name)">\(label)</label><select class="input input-auto" id="\(name)" name="\(name)">\
        \(each: versions, { version in
            "<option value=\"\(version.number)\"\(when: version.number == chosen, " selected")>第 \(version.number) 版　\(ROCDate.plain(ROCDate.day(of: version.savedAt)))</option>"
        })</select></div>
        """
    }
}
