/// Words that more than one feature shows.
enum Terms {
    static let product = "戶學"

    /// A title in quotation marks; quotation marks inside it become inner ones.
    static func quoted(_ title: String) -> String {
        "「\(title.replacing("「", with: "『").replacing("」", with: "』"))」"
    }
}
