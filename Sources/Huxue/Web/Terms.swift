/// Words that more than one feature shows.
enum Terms {
    static let product = "戶學"

    /// A title in quotation marks, those that it has itself as inner ones.
    static func quoted(_ title: String) -> String {
        "「\(title.replacing("「", with: "『").replacing("」", with: "』"))」"
    }
}
