import Foundation

/// The list of a QTI package: its items with what is said about them.
struct QTIManifest: Sendable {
    struct Resource: Sendable {
        let path: String
        /// In the manifest.
        let line: Int
        /// By which the catalogue of this system knows it.
        let code: String?
        let tags: [String]
    }

    /// Items alone, in their order.
    private(set) var resources: [Resource] = []
    private(set) var problem: XMLProblem?

    /// The name of our catalogue.
    static let catalog = "huxue"

    init(reading bytes: [UInt8]) {
        // Depth 3: each resource by itself, however many there are.
        let xml = XMLReader(bytes, depth: 3)
        do throws(XMLProblem) {
            while let element = try xml.next() {
                guard element.name == "resource", (element.attributes["type"] ?? "").hasPrefix("imsqti_item"),
                    let path = element.attributes["href"] ?? element.first("file")?.attributes["href"]
                else { continue }
                resources.append(Self.resource(element, path: path))
            }
        } catch {
            problem = error
        }
    }

    private static func resource(_ element: XMLElement, path: String) -> Resource {
        let general = element.descendants("general").first
        let entries = general?.all("identifier") ?? []
        let own = entries.first { trimmed($0.first("catalog")) == catalog }
        let keywords = general?.all("keyword").flatMap { keyword in
            let texts = keyword.elements.filter { ["string", "langstring"].contains($0.name) }
            return (texts.isEmpty ? [keyword] : texts).map { trimmed($0) }
        }
        return Resource(
            path: path.removingPercentEncoding ?? path, line: element.line,
            code: own.map { trimmed($0.first("entry")) }, tags: (keywords ?? []).filter { !$0.isEmpty })
    }

    private static func trimmed(_ element: XMLElement?) -> String {
        (element?.text ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
