@testable import Huxue

// Most tests cite statutes that can always be cited.

extension Citation {
    init(parsing text: String) throws(CitationRefusal) { try self.init(parsing: text, names: .table) }
}

extension CitedPassage {
    init(parsing text: String) throws(CitationRefusal) { try self.init(parsing: text, names: .table) }
}

extension QuestionFile {
    init(reading bytes: [UInt8], path: String) { self.init(reading: bytes, path: path, names: .table) }
}

extension QuestionBankFiles {
    init(_ files: [(path: String, bytes: [UInt8])]) { self.init(files, names: .table) }
}

extension PageReading {
    init(_ content: PageContent) { self.init(content, names: .table) }
}

extension PreparedPage {
    init(_ content: PageContent) throws { try self.init(content, names: .table) }
}
