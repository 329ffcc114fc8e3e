/// Text that can be brought into composed form in linear time.
///
/// Normalisation sorts runs of combining marks; a run without end makes that quadratic, and one request could keep a
/// core busy for minutes. Source: UAX #15, section 13, "Stream-Safe Text Format".
enum StreamSafeText {
    static let markLimit = 30

    /// Whether no more than 30 combining marks follow each other.
    static func holds(_ text: some StringProtocol) -> Bool {
        var marks = 0
        for scalar in text.unicodeScalars {
            guard scalar.value >= 0x300 else {
                marks = 0
                continue
            }
            marks = scalar.properties.canonicalCombiningClass == .notReordered ? 0 : marks + 1
            if marks > markLimit { return false }
        }
        return true
    }
}
