/// The files of one import or check, read together: what must be unique and where links lead is compared here.
struct PageFiles: Sendable {
    struct Entry: Sendable {
        let path: String
        let content: PageContent
        let reading: PageReading
        let bodyLine: Int
        /// Whether the file says in which state the page is; otherwise that is not the file's matter.
        let namesState: Bool
        fileprivate let fieldLines: [String: Int]
    }

    /// Those that could be read.
    let entries: [Entry]
    let problems: [PageProblem]
    /// What should be looked at, but may be right.
    let warnings: [PageProblem]

    /// `surroundings`: what is there beside these files.
    init(_ files: [(path: String, bytes: [UInt8])], in surroundings: PageRules.Surroundings) {
        var entries: [Entry] = []
        var problems: [PageProblem] = []
        var warnings: [PageProblem] = []
        var places: [String: String] = [:]
        for (path, bytes) in files {
            let file = PageFile(reading: bytes, path: path)
            problems += file.problems
            guard let content = file.content else { continue }
            if let earlier = places.updateValue(path, forKey: content.code) {
                problems.append(PageProblem(file: path, line: 1, kind: .duplicateCode(content.code, file: earlier)))
            }
            entries.append(
                Entry(
                    path: path, content: content, reading: PageReading(content, names: surroundings.statutes),
                    bodyLine: file.bodyLine,
                    namesState: file.fieldLines["state"] != nil, fieldLines: file.fieldLines))
        }
        var known = surroundings
        known.paths.formUnion(entries.filter { $0.content.state != .retired }.map(\.content.path))
        for entry in entries {
            known.headings[entry.content.path] = entry.reading.anchors
            warnings += PageRules.fieldDoubts(of: entry.content).map {
                PageProblem(file: entry.path, line: entry.fieldLines[$0.field.rawValue] ?? 1, kind: $0.kind)
            }
            warnings += PageRules.doubts(of: entry.content, entry.reading, in: known).map {
                PageProblem(file: entry.path, line: entry.bodyLine + $0.line - 1, kind: $0.kind)
            }
        }
        for entry in entries {
            problems += PageRules.unknownNames(in: entry.content, known).map {
                PageProblem(file: entry.path, line: entry.line(of: $0), kind: $0)
            }
            problems += PageRules.problems(of: entry.content, entry.reading, in: known).map {
                PageProblem(file: entry.path, line: entry.bodyLine + $0.line - 1, kind: $0.kind)
            }
        }
        self.entries = entries
        self.warnings = warnings
        let order = Dictionary(files.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })
        self.problems = problems.sorted { (order[$0.file] ?? 0, $0.line) < (order[$1.file] ?? 0, $1.line) }
    }
}

extension PageFiles.Entry {
    /// Where the field stands that names somebody or something unknown.
    fileprivate func line(of problem: PageProblem.Kind) -> Int {
        switch problem {
        case .unknownOwner: fieldLines["owner"] ?? 1
        case .unknownUnit: fieldLines["unit"] ?? 1
        case .citation: fieldLines["restsOn"] ?? 1
        default: 1
        }
    }
}
