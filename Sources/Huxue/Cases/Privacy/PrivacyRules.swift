import Foundation

/// Finds personal data in a text and proposes what may stand there instead.
///
/// Every scanner looks a bounded number of characters ahead and back, so that time grows with the length alone.
enum PrivacyRules {
    /// Findings in the order of the text, none overlapping another.
    ///
    /// - Parameter own: Addresses and telephone numbers of the office itself, which are no personal data.
    static func findings(in text: String, own: [String] = []) -> [PrivacyFinding] {
        []
    }

    /// The text with the proposals of the accepted findings in their places.
    ///
    /// - Parameter findings: From `findings(in:own:)` of the same text, in any order.
    static func redacted(_ text: String, accepting findings: [PrivacyFinding]) -> String {
        var result = "".unicodeScalars
        var start = text.startIndex
        for finding in findings.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
            guard finding.range.lowerBound >= start else { continue }
            result.append(contentsOf: text.unicodeScalars[start..<finding.range.lowerBound])
            result.append(contentsOf: finding.proposal.unicodeScalars)
            start = finding.range.upperBound
        }
        result.append(contentsOf: text.unicodeScalars[start...])
        return String(result)
    }
}
