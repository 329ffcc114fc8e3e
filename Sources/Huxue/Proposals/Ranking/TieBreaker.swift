/// What decides between proposals of equal value, in the order that the call states; proposals still equal share a rank.
///
/// Source of both: 最有利標評選辦法 (A0030080) §15-1, subparagraphs 2 and 3.
enum TieBreaker: String, CaseIterable, Codable, Sendable {
    /// The higher mean of the points on the criterion that the call names.
    case criterion
    /// The greater share of its reviewers who gave nothing a higher total.
    case firstPlaces
}
