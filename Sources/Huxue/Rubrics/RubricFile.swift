/// 評分表檔: a rubric in YAML, with the same fields as the page.
enum RubricFile {
    static let sizeLimit = 1 << 20

    /// The rubrics that come with the program, by their names in `Resources/rubrics`, to begin one's own from.
    static let samples = ["proposal", "case-study", "courtesy"]

    /// Reads a rubric with the code by which its office knows it.
    ///
    /// Fields that may be missing: total (100), guide (empty), comment (false), step (1).
    ///
    /// - Throws: `RubricRefusal.fileInvalid` with everything that is wrong, in the order of the lines.
    static func rubric(reading bytes: [UInt8]) throws(RubricRefusal) -> (code: String, plan: RubricPlan) {
        let file: YAMLFile
        do {
            file = try YAMLFile(reading: bytes, limit: sizeLimit)
        } catch {
            throw .fileInvalid([RubricFileProblem(line: error.line, kind: .yaml(error.sentence))])
        }
        var reader = RubricFileReader()
        let read = reader.rubric(file.root)
        for problem in read.map({ RubricRules.problems(in: $0.plan) }) ?? [] { reader.note(problem) }
        guard let read, reader.problems.isEmpty else {
            throw .fileInvalid(reader.problems.sorted { $0.line < $1.line })
        }
        return read
    }

    /// Whether the text may be a rubric's code.
    static func isCode(_ text: String) -> Bool { text.wholeMatch(of: /[a-z][a-z0-9-]{0,63}/) != nil }

    /// The file that reads back as exactly this rubric.
    static func text(of code: String, _ plan: RubricPlan) -> String {
        var lines = [
            "code: \(code)", "title: \(YAMLText.printed(plan.title, indentation: 2))", "total: \(plan.total)",
            "criteria:",
        ]
        for criterion in plan.criteria {
            lines.append("  - name: \(YAMLText.printed(criterion.name, indentation: 6))")
            if !criterion.guide.isEmpty {
                lines.append("    guide: \(YAMLText.printed(criterion.guide, indentation: 6))")
            }
            lines.append("    weight: \(criterion.weight.text)")
            if criterion.needsComment { lines.append("    comment: true") }
            switch criterion.scale {
            case .points(let from, let to, let step):
                lines.append("    points: {from: \(from.text), to: \(to.text), step: \(step.text)}")
            case .levels(let levels):
                lines.append("    levels:")
                for level in levels {
                    lines.append("      - points: \(level.points.text)")
                    lines.append("        anchor: \(YAMLText.printed(level.anchor, indentation: 10))")
                }
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

/// Walks through a rubric's file and gathers everything that is wrong, with its line.
private struct RubricFileReader: YAMLFieldReader {
    private(set) var problems: [RubricFileProblem] = []
    private var lines: [RubricPlace: Int] = [:]

    /// Larger than every limit of the plan, so that a text that is too long is reported with the plan's own limit.
    private static let textLimit = 10_000

    mutating func note(_ problem: YAMLFieldProblem, line: Int) {
        problems.append(RubricFileProblem(line: line, kind: .field(problem)))
    }

    mutating func note(_ problem: RubricProblem) {
        problems.append(RubricFileProblem(line: lines[problem.place] ?? 1, kind: .rubric(problem)))
    }

    private mutating func note(_ place: RubricPlace, _ kind: RubricProblem.Kind, line: Int) {
        problems.append(RubricFileProblem(line: line, kind: .rubric(RubricProblem(place, kind))))
    }

    /// The rubric; nil when so much is missing that nothing else can be said of it.
    ///
    /// What cannot be read is noted and replaced by something harmless, so that all other problems are found as well.
    mutating func rubric(_ root: YAMLNode) -> (code: String, plan: RubricPlan)? {
        let known = ["code", "title", "total", "criteria"]
        guard let fields = fields(of: root, called: "檔案", known: known) else { return nil }
        lines[.title] = fields.line(of: "title")
        lines[.total] = fields.line(of: "total")
        lines[.criteria] = fields.line(of: "criteria")
        let code = text("code", in: fields, limit: Self.textLimit)
        if let code, !RubricFile.isCode(code) { note(.code, .badCode, line: fields.line(of: "code")) }
        let title = composed("title", in: fields)
        let total = number("total", in: fields, missing: 100)
        guard let list = required("criteria", in: fields) else { return nil }
        guard case .sequence(let items) = list.value else {
            note(.notAList("criteria"), line: list.line)
            return nil
        }
        let criteria = items.enumerated().map { criterion($0.element, $0.offset + 1) }
        return (code ?? "", RubricPlan(title: title ?? "-", total: total ?? 100, criteria: criteria))
    }

    private mutating func criterion(_ node: YAMLNode, _ number: Int) -> RubricCriterion {
        let known = ["name", "guide", "weight", "comment", "points", "levels"]
        var found = RubricCriterion(
            name: "\u{FFFD}\(number)", guide: "", weight: Points(whole: 1),
            scale: .points(from: .zero, to: Points(whole: 1), step: Points(whole: 1)), needsComment: false)
        guard let fields = fields(of: node, called: "評分項目", known: known) else { return found }
        for part in RubricPart.allCases { lines[.criterion(number, part)] = fields.line(of: part.rawValue) }
        found.name = composed("name", in: fields) ?? found.name
        if fields["guide"] != nil { found.guide = composed("guide", in: fields) ?? "" }
        found.weight = points("weight", in: fields, at: .criterion(number, .weight)) ?? found.weight
        found.needsComment = bool("comment", in: fields, missing: false)
        found.scale = scale(fields, number) ?? found.scale
        return found
    }

    private mutating func scale(_ fields: YAMLFields, _ number: Int) -> RubricScale? {
        switch (fields["points"], fields["levels"]) {
        case (let range?, nil): return pointRange(range, number)
        case (nil, let levels?): return self.levels(levels, number)
        case (nil, nil):
            note(.criterion(number, .scale), .noScale, line: fields.line)
            return nil
        default:
            note(.criterion(number, .scale), .twoScales, line: fields.line(of: "levels"))
            return nil
        }
    }

    private mutating func pointRange(_ node: YAMLNode, _ number: Int) -> RubricScale? {
        guard let fields = fields(of: node, called: "points", known: ["from", "to", "step"]) else { return nil }
        for part in [RubricPart.from, .to, .step] {
            lines[.criterion(number, part)] = fields.line(of: part.rawValue)
        }
        let from = points("from", in: fields, at: .criterion(number, .from))
        let to = points("to", in: fields, at: .criterion(number, .to))
        let step =
            fields["step"] == nil ? Points(whole: 1) : points("step", in: fields, at: .criterion(number, .step))
        guard let from, let to, let step else { return nil }
        return .points(from: from, to: to, step: step)
    }

    private mutating func levels(_ node: YAMLNode, _ criterion: Int) -> RubricScale? {
        guard case .sequence(let items) = node.value else {
            note(.notAList("levels"), line: node.line)
            return nil
        }
        var levels: [RubricLevel] = []
        for (place, item) in items.enumerated() {
            let here = RubricPlace.level(place + 1, of: criterion)
            lines[here] = item.line
            guard let fields = fields(of: item, called: "分級", known: ["points", "anchor"]) else { continue }
            let points = points("points", in: fields, at: here)
            let anchor = composed("anchor", in: fields)
            if let points, let anchor { levels.append(RubricLevel(points: points, anchor: anchor)) }
        }
        return levels.count == items.count ? .levels(levels) : nil
    }

    private mutating func points(_ name: String, in fields: YAMLFields, at place: RubricPlace) -> Points? {
        guard let node = required(name, in: fields) else { return nil }
        lines[place] = fields.line(of: name)
        guard let points = node.text.flatMap({ Points($0) }) else {
            note(place, .notANumber, line: node.line)
            return nil
        }
        return points
    }

    private mutating func composed(_ name: String, in fields: YAMLFields) -> String? {
        text(name, in: fields, limit: Self.textLimit).map(StreamSafeText.composed)
    }
}
