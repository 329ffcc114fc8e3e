import Foundation
import Logging

/// Writes each line of the server's log as one JSON object to standard error.
///
/// `at` (ISO 8601 with the office's offset), `level`, `source`, `message`, and the fields that come with it.
struct JSONLog: LogHandler {
    var logLevel = Logger.Level.notice
    var metadata: Logger.Metadata = [:]
    let source: String
    let clock: OfficeClock
    var write: @Sendable (String) -> Void = { try? FileHandle.standardError.write(contentsOf: Data($0.utf8)) }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var fields = metadata.merging(event.metadata ?? [:]) { $1 }.mapValues(\.description)
        fields["at"] = ROCDate.iso(clock.now())
        fields["level"] = event.level.rawValue
        fields["source"] = source
        fields["message"] = event.message.description
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let line = try? encoder.encode(fields) else { return }
        write(String(decoding: line, as: UTF8.self) + "\n")
    }
}
