import Foundation

/// Reads questions in QTI 3, and in 2.1 and 2.2 under the names that those have: one item, or a package.
///
/// Source: 1EdTech, "Question and Test Interoperability (QTI) 3.0", information model and packaging.
struct QTIReader {
    private(set) var bank = WrittenBank()
    private var count = 0

    /// The package of a whole bank has more files than other archives.
    private static let limits = ZipListing.Limits(entries: 25_000)
    private static let itemLimit = 1 << 20
    private static let manifestLimit = 32 << 20

    static func bank(of bytes: [UInt8]) -> WrittenBank {
        var reader = QTIReader()
        if bytes.starts(with: "PK".utf8) { reader.readPackage(bytes) } else { reader.read(bytes, name: "", tags: nil) }
        return reader.bank
    }

    private mutating func readPackage(_ bytes: [UInt8]) {
        do throws(ZipListing.Failure) {
            let listing = try ZipListing(reading: bytes, limits: Self.limits)
            let entries = Dictionary(listing.entries.map { ($0.name, $0) }) { first, _ in first }
            guard let entry = entries["imsmanifest.xml"] else {
                bank.note(.document(FormatProblemTerms.noManifest), at: .file)
                return
            }
            let manifest = QTIManifest(reading: try listing.text(of: entry, limit: Self.manifestLimit))
            if let problem = manifest.problem {
                bank.note(.document("imsmanifest.xml: \(problem.sentence)"), at: .line(problem.line))
            }
            var read: Set<Int> = []
            for resource in manifest.resources {
                // Read once: a list of one big file without end would take for ever.
                if let entry = entries[resource.path], read.insert(entry.start).inserted {
                    self.read(
                        try listing.text(of: entry, limit: Self.itemLimit), name: resource.path, tags: resource)
                } else {
                    count += 1
                    let isListed = entries[resource.path] != nil
                    bank.note(
                        .document(isListed ? FormatProblemTerms.doubledFile : FormatProblemTerms.missingFile),
                        at: .item(number: count, name: String(resource.path.prefix(255)), line: resource.line))
                }
            }
        } catch {
            bank.note(.document(FormatProblemTerms.sentence(error)), at: .file)
        }
    }

    private mutating func read(_ bytes: [UInt8], name: String, tags resource: QTIManifest.Resource?) {
        do throws(XMLProblem) {
            let xml = XMLReader(bytes, depth: 1)
            guard let root = try xml.next() else { throw XMLProblem(line: 1, kind: .cut) }
            let items = Self.kind(of: root) == "assessmentitem" ? [root] : Self.items(in: root)
            if items.isEmpty {
                count += 1
                bank.leaveOut(
                    .unknownResource(name.isEmpty ? root.name : name),
                    at: .item(number: count, name: name, line: root.line))
            }
            for item in items { read(item, name: name, tags: resource) }
        } catch {
            count += 1
            bank.note(.document(error.sentence), at: .item(number: count, name: name, line: error.line))
        }
    }

    /// Items in one file, as some systems write them.
    private static func items(in element: XMLElement) -> [XMLElement] {
        element.elements.flatMap { kind(of: $0) == "assessmentitem" ? [$0] : items(in: $0) }
    }

    /// The name as both versions have it: `qti-assessment-item` and `assessmentItem` are `assessmentitem`.
    static func kind(of element: XMLElement) -> String {
        let name = element.name.lowercased()
        return (name.hasPrefix("qti-") ? String(name.dropFirst(4)) : name).replacing("-", with: "")
    }

    private mutating func read(_ element: XMLElement, name: String, tags resource: QTIManifest.Resource?) {
        count += 1
        let identifier = element.attributes["identifier"] ?? ""
        let title = element.attributes["title"] ?? ""
        let shown = [name, identifier, title].first { !$0.isEmpty } ?? ""
        let place = QuestionPlace.item(number: count, name: String(shown.prefix(60)), line: element.line)
        let item = QTIItem(element)
        if let unsupported = item.unsupported { return bank.leaveOut(unsupported, at: place) }
        var question = WrittenQuestion(place: place, type: item.type)
        // The identifier of an item is its system's; what this system writes stands in the manifest.
        question.code = resource?.code
        question.stem = item.stem
        question.choices = item.type == .trueFalse ? QuestionRevision.trueFalseChoices : item.choices.map(\.text)
        question.key = ChoiceSet(item.choices.indices.filter { item.right.contains(item.choices[$0].identifier) })
        question.explanation = item.explanation
        bank.apply(resource?.tags ?? [], to: &question)
        if question.key.isEmpty { bank.note(.noRightAnswer, at: place) }
        if item.type == .single, question.key.count > 1 { bank.note(.severalRightAnswers, at: place) }
        if item.hasPartialCredit { bank.remark(.partialCredit, at: place) }
        if item.hasInlineFeedback { bank.remark(.droppedFeedback, at: place) }
        bank.questions.append(question)
    }
}
