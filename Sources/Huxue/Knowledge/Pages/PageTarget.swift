import Foundation

/// Where a link or an image of a page's text leads, as files of the knowledge base name each other.
enum PageTarget: Hashable, Sendable {
    /// Another page, by its file: `procedure/moving-in.md`.
    case page(path: String, anchor: String)
    /// 附件, by name.
    case attachment(String)
    /// A place on the same page.
    case anchor(String)
    /// Two editions of a statute side by side: `/statutes/D0030006/comparison?from=1&to=2`.
    case comparison(pcode: String, from: Int, to: Int)
    /// An address on the web, or nothing that we know.
    case elsewhere

    /// `kind`: of the page in which it stands.
    init(_ target: String, in kind: PageKind) {
        let halves = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let (file, anchor) = (String(halves[0]), halves.count > 1 ? Self.heading(Self.decoded(halves[1])) : "")
        if file.isEmpty, !anchor.isEmpty {
            self = .anchor(anchor)
        } else if file.hasPrefix("../attachments/") {
            self = .attachment(Self.decoded(file.dropFirst("../attachments/".count)))
        } else if file.hasPrefix("/statutes/"),
            let found = file.wholeMatch(
                of: /\/statutes\/([A-Za-z0-9]+)\/comparison\?from=([0-9]{1,6})&to=([0-9]{1,6})/),
            let from = Int(found.2), let to = Int(found.3)
        {
            self = .comparison(pcode: String(found.1), from: from, to: to)
        } else if file.hasSuffix(".md"), !file.contains(":") {
            self = .page(
                path: file.hasPrefix("../") ? String(file.dropFirst(3)) : "\(kind.rawValue)/\(file)", anchor: anchor)
        } else {
            self = .elsewhere
        }
    }

    /// The id of the heading that is named: by its words, as `#應備文件`, or by its id.
    private static func heading(_ anchor: String) -> String {
        anchor.isEmpty || anchor.hasPrefix("s-") || anchor.hasPrefix("fn-") ? anchor : Markdown.Heading.id(of: anchor)
    }

    private static func decoded(_ text: Substring) -> String { text.removingPercentEncoding ?? String(text) }
}
