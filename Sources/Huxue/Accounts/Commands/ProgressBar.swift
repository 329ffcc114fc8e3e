import Foundation

/// A progress bar for work that takes more than a second; prints nothing when the output is no terminal.
final class ProgressBar {
    private let title: String
    private let total: Int
    private let began = OfficeClock.readMachine().elapsed
    private var shown = -1

    init(_ title: String, total: Int) {
        self.title = title
        self.total = max(total, 1)
    }

    func advance(to done: Int) {
        guard Console.isTerminal, OfficeClock.readMachine().elapsed - began > 1000 else { return }
        let percent = min(100, done * 100 / total)
        guard percent != shown else { return }
        shown = percent
        let bar = String(repeating: "█", count: percent / 5) + String(repeating: "░", count: 20 - percent / 5)
        try? FileHandle.standardError.write(contentsOf: Data("\r\(title) \(bar) \(percent)%".utf8))
    }

    func finish() {
        if shown >= 0 { try? FileHandle.standardError.write(contentsOf: Data("\r\u{1B}[K".utf8)) }
    }
}
