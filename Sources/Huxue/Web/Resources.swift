import Foundation

/// The folder `Resources`, read from an explicit place: the option, beside the executable, or the source tree.
struct Resources: Sendable {
    let path: String

    struct Missing: Error {
        let tried: [String]
    }

    init(explicit: String?, executable: String) throws {
        let beside = URL(fileURLWithPath: executable).resolvingSymlinksInPath().deletingLastPathComponent()
        var candidates = [explicit].compactMap { $0 }
        if explicit == nil {
            candidates.append(beside.appendingPathComponent("Resources").path)
            var folder = beside
            for _ in 0..<5 {
                folder.deleteLastPathComponent()
                candidates.append(folder.appendingPathComponent("Resources").path)
            }
        }
        guard let found = candidates.first(where: { FileManager.default.fileExists(atPath: $0 + "/static/huxue.css") })
        else { throw Missing(tried: candidates) }
        path = found
    }

    func data(_ name: String) throws -> Data {
        try Data(contentsOf: URL(fileURLWithPath: path + "/" + name))
    }
}
