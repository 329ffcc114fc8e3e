import Foundation
import Logging
import Synchronization
import Testing

@testable import Huxue

struct JSONLogTests {
    @Test func `a line is one JSON object, whatever is in it`() throws {
        let lines = Mutex<[String]>([])
        var handler = JSONLog(source: "huxue", clock: OfficeClock(fixed: SampleOffice.morning))
        handler.write = { line in lines.withLock { $0.append(line) } }
        handler[metadataKey: "host"] = "a"
        var logger = Logger(label: "huxue") { _ in handler }
        logger.logLevel = .notice
        logger.info("left out")
        logger.notice("two\nlines \"quoted\" 戶籍", metadata: ["address": "10.0.0.1\u{7}"])
        let found = lines.withLock { $0 }
        #expect(found.count == 1 && found[0].filter { $0 == "\n" }.count == 1)
        let fields = try JSONDecoder().decode([String: String].self, from: Data(found[0].utf8))
        #expect(
            fields == [
                "address": "10.0.0.1\u{7}", "at": ROCDate.iso(SampleOffice.morning), "host": "a", "level": "notice",
                "message": "two\nlines \"quoted\" 戶籍", "source": "huxue",
            ])
    }
}
