import Foundation

/// Finds personal data in a text and proposes what may stand there instead.
///
/// Every scanner looks a bounded number of characters ahead and back, so that time grows with the length alone.
enum PrivacyRules {
    /// Findings in the order of the text, none overlapping another.
    ///
    /// `own` holds addresses and telephone numbers of the office itself, which are no personal data.
    static func findings(in text: String, own: [String] = []) -> [PrivacyFinding] {
        let folded = PrivacyText(text)
        let office = own.map { PrivacyText($0).essence }.filter { !$0.isEmpty }
        var taken = [Bool](repeating: false, count: folded.scalars.count)
        var chosen: [PrivacySpan] = []
        let spans =
            PrivacyNumbers.spans(in: folded) + PrivacyDates.spans(in: folded)
            + PrivacyAddresses.spans(in: folded) + PrivacyNames.spans(in: folded)
        let order = Dictionary(uniqueKeysWithValues: PrivacyKind.allCases.enumerated().map { ($1, $0) })
        let ranked = spans.enumerated().sorted {
            (order[$0.element.kind, default: 0], $0.offset) < (order[$1.element.kind, default: 0], $1.offset)
        }
        for (_, span) in ranked where !taken[span.range].contains(true) && !isOwn(span, of: folded, office) {
            for index in span.range { taken[index] = true }
            chosen.append(span)
        }
        return chosen.sorted { $0.range.lowerBound < $1.range.lowerBound }.map { span in
            let range = folded.range(span.range)
            return PrivacyFinding(
                kind: span.kind, range: range, found: String(text[range]),
                proposal: PrivacyRedaction.proposal(for: span, in: folded))
        }
    }

    private static func isOwn(_ span: PrivacySpan, of text: PrivacyText, _ office: [String]) -> Bool {
        guard span.kind == .landline || span.kind == .address else { return false }
        let found = PrivacyText.essence(of: text.scalars[span.range])
        return office.contains { own in
            own == found || (found.count >= 5 && own.hasSuffix(found)) || found.hasSuffix(own)
                || (span.kind == .landline && found.hasPrefix(own))
        }
    }

    /// The text with the proposals of the accepted findings in their places.
    ///
    /// The findings come from `findings(in:own:)` of the same text, in any order.
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
