import Foundation

/// Prints for commands: data on standard output, messages on standard error.
enum Console {
    static func data(_ text: String) {
        raw(Array((text + "\n").utf8))
    }

    /// Ends the command when they cannot be written: a file that is cut short must not pass for a whole one.
    static func raw(_ bytes: [UInt8]) {
        do {
            try FileHandle.standardOutput.write(contentsOf: Data(bytes))
        } catch {
            say(AccountTerms.outputFailed)
            exit(1)
        }
    }

    /// Standard input up to its end, or to one byte more than `limit`.
    static func input(limit: Int) throws -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count <= limit {
            let more = try FileHandle.standardInput.read(upToCount: limit + 1 - bytes.count) ?? Data()
            guard !more.isEmpty else { break }
            bytes += more
        }
        return bytes
    }

    static func say(_ sentence: String) {
        try? FileHandle.standardError.write(contentsOf: Data((sentence + "\n").utf8))
    }

    /// Prints indented JSON with sorted keys.
    static func json(_ value: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        data(String(decoding: try encoder.encode(value), as: UTF8.self))
    }

    static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }
}
