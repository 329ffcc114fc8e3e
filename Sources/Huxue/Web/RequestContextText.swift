import Foundation
import Hummingbird

extension RequestContext {
    /// The path's parameter `name` as text: it arrives as it stands in the address, percent-encoded.
    ///
    /// - Throws: `CommonRefusal.missing` when it is no text.
    func text(_ name: String) throws -> String {
        guard let text = parameters.get(name)?.removingPercentEncoding, !text.utf8.contains(0),
            StreamSafeText.holds(text)
        else {
            throw CommonRefusal.missing
        }
        return text
    }
}
